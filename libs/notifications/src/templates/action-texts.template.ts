import type { Language } from '#libs/contracts';
import type { Texts } from './mail-texts.template.js';
import { dateTimeWords, dateWords, minutesWords } from './words.template.js';

type ActionTexts = Pick<Texts, 'action-due' | 'outcome-consent'>;

/** Mails about what a group agreed on. What was said in the group stays behind the door (SES-02). */
export const ACTION_TEXTS: Record<Language, ActionTexts> = {
  nl: {
    'action-due': (p, links) => ({
      subject:
        p.when === 'today'
          ? 'Vandaag: uw actie uit de intervisie'
          : `Uw actie vóór ${dateWords(p.deadline, 'nl')}`,
      lines: [
        p.when === 'today'
          ? `Vandaag is een actie van ${p.practice} aan de beurt.`
          : `Op ${dateWords(p.deadline, 'nl')} is een actie van ${p.practice} aan de beurt.`,
        'Vink de actie af, of geef haar een nieuwe datum.',
      ],
      button: { label: 'Bekijk de actie', path: links.task(p.taskLinkId) },
    }),
    'outcome-consent': (p, links) => ({
      subject: `Uw antwoord vóór ${dateTimeWords(p.deadline, 'nl')}: mag dit inzicht verder?`,
      lines: [
        `${p.group ?? 'Uw bijeenkomst'} wil een inzicht delen. Dat mag alleen als ${p.practice} het goed vindt.`,
      ],
      button: { label: 'Lees en antwoord', path: links.task(p.taskLinkId) },
      note: `Dit kost ongeveer ${minutesWords(p.minutes, 'nl')}.`,
      after: ['Liever niet? Dan blijft het in de groep.'],
    }),
  },
  en: {
    'action-due': (p, links) => ({
      subject:
        p.when === 'today'
          ? 'Today: your action from intervision'
          : `Your action before ${dateWords(p.deadline, 'en')}`,
      lines: [
        p.when === 'today'
          ? `An action of ${p.practice} is due today.`
          : `An action of ${p.practice} is due on ${dateWords(p.deadline, 'en')}.`,
        'Tick it off, or give it another date.',
      ],
      button: { label: 'See the action', path: links.task(p.taskLinkId) },
    }),
    'outcome-consent': (p, links) => ({
      subject: `Your answer before ${dateTimeWords(p.deadline, 'en')}: may this insight go further?`,
      lines: [
        `${p.group ?? 'Your meeting'} wants to share an insight. It only goes further when ${p.practice} agrees.`,
      ],
      button: { label: 'Read and answer', path: links.task(p.taskLinkId) },
      note: `This takes about ${minutesWords(p.minutes, 'en')}.`,
      after: ['Rather not? Then it stays in the group.'],
    }),
  },
};
