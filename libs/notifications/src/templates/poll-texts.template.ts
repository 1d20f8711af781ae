import type { Language } from '#libs/contracts';
import type { Texts } from './mail-texts.template.js';
import { dateTimeWords, fromToWords, listWords, minutesWords } from './words.template.js';

type PollTexts = Pick<Texts, 'date-poll' | 'date-poll-reminder' | 'date-poll-proposal' | 'date-poll-missed'>;

/** `Groep 3`, or the title of a meeting outside a group. */
const called = ({ group, title }: { group: string | null; title: string }): string => group ?? title;

/** Mails about which date suits. */
export const POLL_TEXTS: Record<Language, PollTexts> = {
  nl: {
    'date-poll': (p, links) => ({
      subject: `Wanneer kunt u? Antwoord vóór ${dateTimeWords(p.deadline, 'nl')}: ${called(p)}`,
      lines: [
        `${p.group === null ? 'Wij zoeken' : `${p.group} zoekt`} een datum voor ‘${p.title}’. Geef voor ${p.practice} aan wanneer u kunt.`,
      ],
      facts: p.starts.map((startsAt, k) => [`Datum ${k + 1}`, dateTimeWords(startsAt, 'nl')]),
      button: { label: 'Geef aan wanneer u kunt', path: links.task(p.taskLinkId) },
      note: `Dit kost ongeveer ${minutesWords(p.minutes, 'nl')}. U kunt uw antwoord veranderen tot ${dateTimeWords(p.deadline, 'nl')}.`,
      after: ['Eén antwoord per praktijk is genoeg. De andere praktijken zien uw antwoord.'],
    }),
    'date-poll-reminder': (p, links) => ({
      subject:
        p.why === 'changed'
          ? `Andere datums, antwoord vóór ${dateTimeWords(p.deadline, 'nl')}: ${called(p)}`
          : `Uw antwoord vóór ${dateTimeWords(p.deadline, 'nl')}: wanneer kunt u? ${called(p)}`,
      lines: [
        p.why === 'changed'
          ? `De datums van ‘${p.title}’ zijn veranderd. Wat u al antwoordde, is bewaard.`
          : `${listWords(p.practices, 'nl')} ${p.practices.length === 1 ? 'heeft' : 'hebben'} nog niet alles geantwoord voor ‘${p.title}’.`,
        p.open === 1 ? 'Nog 1 datum wacht op antwoord.' : `Nog ${p.open} datums wachten op antwoord.`,
      ],
      button: { label: 'Geef aan wanneer u kunt', path: links.task(p.taskLinkId) },
      note: `Dit kost ongeveer ${minutesWords(p.minutes, 'nl')}.`,
    }),
    'date-poll-proposal': (p) => ({
      subject: p.startsAt
        ? `Kies de datum van ${called(p)}: ${dateTimeWords(p.startsAt, 'nl')} past het best`
        : `Kies de datum van ${called(p)}: nog niemand antwoordde`,
      lines: [
        p.why === 'complete'
          ? `Alle praktijken hebben geantwoord voor ‘${p.title}’.`
          : `De datumprikker voor ‘${p.title}’ is gesloten.`,
        ...(p.reason
          ? [p.reason.nl]
          : ['Geen enkele praktijk heeft geantwoord. U kunt de datumprikker heropenen.']),
      ],
      button: { label: 'Bekijk de datums', path: `/intervisie/datumprikker/${p.pollId}` },
      note: 'Pas als u een datum kiest, krijgen de praktijken een uitnodiging.',
    }),
    'date-poll-missed': (p, links) => ({
      subject: `Het is ${dateTimeWords(p.startsAt, 'nl')} geworden: ${called(p)}`,
      lines: [
        `De datum van ‘${p.title}’ is gekozen. ${p.practice} gaf aan dan niet te kunnen; dat is jammer.`,
        'Misschien kan een collega uit uw praktijk wel. U krijgt daarom toch de uitnodiging.',
      ],
      facts: [['Wanneer', fromToWords(p.startsAt, p.endsAt, 'nl')]],
      button: { label: 'Bekijk de bijeenkomst', path: links.task(p.taskLinkId) },
    }),
  },
  en: {
    'date-poll': (p, links) => ({
      subject: `When can you come? Answer before ${dateTimeWords(p.deadline, 'en')}: ${called(p)}`,
      lines: [
        `${p.group === null ? 'We are' : `${p.group} is`} looking for a date for ‘${p.title}’. Say when ${p.practice} can come.`,
      ],
      facts: p.starts.map((startsAt, k) => [`Date ${k + 1}`, dateTimeWords(startsAt, 'en')]),
      button: { label: 'Say when you can come', path: links.task(p.taskLinkId) },
      note: `This takes about ${minutesWords(p.minutes, 'en')}. You can change your answer until ${dateTimeWords(p.deadline, 'en')}.`,
      after: ['One answer per practice is enough. The other practices see your answer.'],
    }),
    'date-poll-reminder': (p, links) => ({
      subject:
        p.why === 'changed'
          ? `Other dates, answer before ${dateTimeWords(p.deadline, 'en')}: ${called(p)}`
          : `Your answer before ${dateTimeWords(p.deadline, 'en')}: when can you come? ${called(p)}`,
      lines: [
        p.why === 'changed'
          ? `The dates of ‘${p.title}’ have changed. What you answered is kept.`
          : `${listWords(p.practices, 'en')} ${p.practices.length === 1 ? 'has' : 'have'} not answered everything for ‘${p.title}’.`,
        p.open === 1 ? '1 date waits for an answer.' : `${p.open} dates wait for an answer.`,
      ],
      button: { label: 'Say when you can come', path: links.task(p.taskLinkId) },
      note: `This takes about ${minutesWords(p.minutes, 'en')}.`,
    }),
    'date-poll-proposal': (p) => ({
      subject: p.startsAt
        ? `Choose the date of ${called(p)}: ${dateTimeWords(p.startsAt, 'en')} suits best`
        : `Choose the date of ${called(p)}: nobody has answered yet`,
      lines: [
        p.why === 'complete'
          ? `All practices have answered for ‘${p.title}’.`
          : `The date poll for ‘${p.title}’ has closed.`,
        ...(p.reason ? [p.reason.en] : ['No practice has answered. You can open the date poll again.']),
      ],
      button: { label: 'See the dates', path: `/intervisie/datumprikker/${p.pollId}` },
      note: 'The practices get an invitation only when you choose a date.',
    }),
    'date-poll-missed': (p, links) => ({
      subject: `It will be ${dateTimeWords(p.startsAt, 'en')}: ${called(p)}`,
      lines: [
        `The date of ‘${p.title}’ is chosen. ${p.practice} said that it cannot come then, which is a pity.`,
        'Perhaps a colleague of your practice can. That is why you still get the invitation.',
      ],
      facts: [['When', fromToWords(p.startsAt, p.endsAt, 'en')]],
      button: { label: 'See the meeting', path: links.task(p.taskLinkId) },
    }),
  },
};
