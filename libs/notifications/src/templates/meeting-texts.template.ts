import type { Language } from '#libs/contracts';
import type { MailParams } from './template-params.template.js';
import type { Texts } from './mail-texts.template.js';
import { dateTimeWords, fromToWords } from './words.template.js';

type MeetingTexts = Pick<Texts, 'meeting-planned' | 'meeting-changed' | 'meeting-cancelled'>;
type Planned = MailParams['meeting-planned'];

/** `Groep 3: Kwetsbare ouderen`, or the title of a meeting outside a group. */
const called = ({ group, title }: { group: string | null; title: string }): string =>
  group === null ? title : `${group}: ${title}`;

const facts = {
  nl: (p: Planned): [string, string][] => [
    ['Wanneer', fromToWords(p.startsAt, p.endsAt, 'nl')],
    ...(p.location ? [['Waar', p.location] as [string, string]] : []),
    ...(p.meetingLink ? [['Online', p.meetingLink] as [string, string]] : []),
    ...(p.leader ? [['Gespreksleider', p.leader] as [string, string]] : []),
  ],
  en: (p: Planned): [string, string][] => [
    ['When', fromToWords(p.startsAt, p.endsAt, 'en')],
    ...(p.location ? [['Where', p.location] as [string, string]] : []),
    ...(p.meetingLink ? [['Online', p.meetingLink] as [string, string]] : []),
    ...(p.leader ? [['Discussion leader', p.leader] as [string, string]] : []),
  ],
};

const nl: MeetingTexts = {
  'meeting-planned': (p, links) => ({
    subject: `Bijeenkomst op ${dateTimeWords(p.startsAt, 'nl')}: ${called(p)}`,
    lines: [`${p.practice} is uitgenodigd voor deze bijeenkomst.`],
    facts: facts.nl(p),
    button: { label: 'Bekijk de bijeenkomst', path: links.task(p.taskLinkId) },
    note: 'De uitnodiging voor uw agenda zit bij deze mail.',
  }),
  'meeting-changed': (p, links) => ({
    subject: `${p.from ? 'Verplaatst naar' : 'Gewijzigd: bijeenkomst op'} ${dateTimeWords(p.startsAt, 'nl')}: ${called(p)}`,
    lines: [
      p.from
        ? `De bijeenkomst van ${dateTimeWords(p.from, 'nl')} is verplaatst.`
        : 'Er is iets veranderd aan de bijeenkomst.',
    ],
    facts: facts.nl(p),
    button: { label: 'Bekijk de bijeenkomst', path: links.task(p.taskLinkId) },
    note: 'De bijgewerkte uitnodiging voor uw agenda zit bij deze mail.',
  }),
  'meeting-cancelled': (p) => ({
    subject:
      p.why === 'left'
        ? `${p.practice} hoeft niet naar: ${called(p)}`
        : `Gaat niet door: ${called(p)}${p.startsAt ? `, ${dateTimeWords(p.startsAt, 'nl')}` : ''}`,
    lines: [
      p.startsAt
        ? p.why === 'left'
          ? `De bijeenkomst van ${dateTimeWords(p.startsAt, 'nl')} vervalt voor ${p.practice}.`
          : `De bijeenkomst van ${dateTimeWords(p.startsAt, 'nl')} gaat niet door.`
        : 'De bijeenkomst gaat niet door. U hoeft geen datum meer door te geven.',
      ...(p.calendar ? ['Uw agenda wordt bijgewerkt met de bijlage.'] : []),
    ],
  }),
};

const en: MeetingTexts = {
  'meeting-planned': (p, links) => ({
    subject: `Meeting on ${dateTimeWords(p.startsAt, 'en')}: ${called(p)}`,
    lines: [`${p.practice} is invited to this meeting.`],
    facts: facts.en(p),
    button: { label: 'See the meeting', path: links.task(p.taskLinkId) },
    note: 'The invitation for your calendar comes with this mail.',
  }),
  'meeting-changed': (p, links) => ({
    subject: `${p.from ? 'Moved to' : 'Changed: meeting on'} ${dateTimeWords(p.startsAt, 'en')}: ${called(p)}`,
    lines: [
      p.from
        ? `The meeting of ${dateTimeWords(p.from, 'en')} has moved.`
        : 'Something changed about the meeting.',
    ],
    facts: facts.en(p),
    button: { label: 'See the meeting', path: links.task(p.taskLinkId) },
    note: 'The updated invitation for your calendar comes with this mail.',
  }),
  'meeting-cancelled': (p) => ({
    subject:
      p.why === 'left'
        ? `${p.practice} is not expected at: ${called(p)}`
        : `Cancelled: ${called(p)}${p.startsAt ? `, ${dateTimeWords(p.startsAt, 'en')}` : ''}`,
    lines: [
      p.startsAt
        ? p.why === 'left'
          ? `The meeting of ${dateTimeWords(p.startsAt, 'en')} is off for ${p.practice}.`
          : `The meeting of ${dateTimeWords(p.startsAt, 'en')} is cancelled.`
        : 'The meeting is cancelled. You no longer need to give dates.',
      ...(p.calendar ? ['The attachment updates your calendar.'] : []),
    ],
  }),
};

export const MEETING_TEXTS: Record<Language, MeetingTexts> = { nl, en };
