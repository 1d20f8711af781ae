import type { Language } from '#libs/contracts';
import type { MailText, Texts } from './mail-texts.template.js';
import { dateTimeWords, fromToWords, listWords, minutesWords } from './words.template.js';

type AgendaTexts = Pick<Texts, 'department-vote' | 'agenda-dates' | 'department-dates' | 'department-placed'>;

const dates = (starts: readonly string[], language: Language): string =>
  listWords(
    starts.map((start) => dateTimeWords(start, language)),
    language,
  );

const nl: AgendaTexts = {
  'department-vote': (p, links): MailText => ({
    subject: `Kies de vakgroepen voor ${p.year} vóór ${dateTimeWords(p.deadline, 'nl')}`,
    lines: [
      `Met welke vakgroepen wil ${p.practice} in ${p.year} in gesprek? U kiest er hooguit ${p.most}, op volgorde.`,
      'De vakgroepen die de meeste praktijken willen, vragen wij voor een dialoogsessie.',
    ],
    button: { label: 'Vakgroepen kiezen', path: links.task(p.taskLinkId) },
    note: `Dit kost ongeveer ${minutesWords(p.minutes, 'nl')}. Kiezen kan tot ${dateTimeWords(p.deadline, 'nl')}.`,
    after: ['Eén keuze per praktijk telt. U kunt haar tot die tijd aanpassen.'],
  }),
  'agenda-dates': (p, links) => ({
    subject: `Datums dialoogsessies ${p.year}: wilt u ze doorgeven?`,
    lines: [
      `Voor ${p.year} zijn dit de datums: ${dates(p.starts, 'nl')}.`,
      `De praktijken willen graag in gesprek met ${listWords(p.departments, 'nl')}.`,
      'Met één klik gaan de datums naar deze vakgroepen. Zij zeggen welke datum hun past.',
    ],
    button: { label: 'Datums bekijken', path: links.task(p.taskLinkId) },
    note: 'Dit kost ongeveer 1 minuut.',
  }),
  'department-dates': (p, links) => ({
    subject: `Dialoogsessie ${p.department}: welke datum past? Graag vóór ${dateTimeWords(p.deadline, 'nl')}`,
    lines: [
      `De huisartsen willen graag een uur online in gesprek met ${p.department}.`,
      `Dit zijn de datums: ${dates(p.starts, 'nl')}.`,
      'U krijgt de vragen vier weken van tevoren.',
    ],
    button: { label: 'Datum kiezen', path: links.task(p.taskLinkId) },
    note: `Dit kost 2 klikken. Graag vóór ${dateTimeWords(p.deadline, 'nl')}.`,
  }),
  'department-placed': (p) =>
    p.startsAt && p.endsAt
      ? {
          subject: `Dialoogsessie ${p.department}: ${dateTimeWords(p.startsAt, 'nl')}`,
          lines: [
            `De agenda voor ${p.year} staat vast. De vakgroep heeft een datum.`,
            'U krijgt de vragen vier weken van tevoren.',
          ],
          facts: [['Wanneer', fromToWords(p.startsAt, p.endsAt, 'nl')]],
          note: 'Kan het toch niet? Antwoord dan op deze mail.',
        }
      : {
          subject: `Dialoogsessie ${p.department}: dit jaar geen datum`,
          lines: [
            `De agenda voor ${p.year} staat vast. Voor ${p.department} is er geen datum bij.`,
            'U hoeft niets te doen.',
          ],
        },
};

const en: AgendaTexts = {
  'department-vote': (p, links) => ({
    subject: `Choose the departments for ${p.year} before ${dateTimeWords(p.deadline, 'en')}`,
    lines: [
      `Which departments does ${p.practice} want to meet in ${p.year}? You choose at most ${p.most}, in order.`,
      'The departments that most practices want are asked for a dialogue session.',
    ],
    button: { label: 'Choose departments', path: links.task(p.taskLinkId) },
    note: `This takes about ${minutesWords(p.minutes, 'en')}. You can choose until ${dateTimeWords(p.deadline, 'en')}.`,
    after: ['One choice per practice counts. You can change it until then.'],
  }),
  'agenda-dates': (p, links) => ({
    subject: `Dates of the dialogue sessions in ${p.year}: will you pass them on?`,
    lines: [
      `These are the dates for ${p.year}: ${dates(p.starts, 'en')}.`,
      `The practices would like to meet ${listWords(p.departments, 'en')}.`,
      'One click sends the dates to these departments. They say which date suits.',
    ],
    button: { label: 'See the dates', path: links.task(p.taskLinkId) },
    note: 'This takes about 1 minute.',
  }),
  'department-dates': (p, links) => ({
    subject: `Dialogue session ${p.department}: which date suits? Please before ${dateTimeWords(p.deadline, 'en')}`,
    lines: [
      `The GPs would like to meet ${p.department} online for an hour.`,
      `These are the dates: ${dates(p.starts, 'en')}.`,
      'You get the questions four weeks before.',
    ],
    button: { label: 'Choose a date', path: links.task(p.taskLinkId) },
    note: `This takes 2 clicks. Please before ${dateTimeWords(p.deadline, 'en')}.`,
  }),
  'department-placed': (p) =>
    p.startsAt && p.endsAt
      ? {
          subject: `Dialogue session ${p.department}: ${dateTimeWords(p.startsAt, 'en')}`,
          lines: [
            `The agenda for ${p.year} is fixed. The department has a date.`,
            'You get the questions four weeks before.',
          ],
          facts: [['When', fromToWords(p.startsAt, p.endsAt, 'en')]],
          note: 'Cannot make it after all? Reply to this mail.',
        }
      : {
          subject: `Dialogue session ${p.department}: no date this year`,
          lines: [
            `The agenda for ${p.year} is fixed. There is no date for ${p.department} in it.`,
            'There is nothing you need to do.',
          ],
        },
};

/** Mails about the agenda of a year. */
export const AGENDA_TEXTS: Record<Language, AgendaTexts> = { nl, en };
