import type { Language } from '#libs/contracts';
import type { Texts } from './mail-texts.template.js';
import { countWords, dateTimeWords, fromToWords, minutesWords } from './words.template.js';

type SpecialistTexts = Pick<Texts, 'specialist-questions' | 'specialist-reminder' | 'handout-check'>;

const nl: SpecialistTexts = {
  'specialist-questions': (p, links) => ({
    subject: `${countWords(p.questions, 'vraag', 'vragen')} voor u: dialoogsessie ${p.department}, ${dateTimeWords(p.startsAt, 'nl')}`,
    lines: [
      `${countWords(p.practices, 'praktijk stelde', 'praktijken stelden')} vragen. Ze staan per onderwerp bij elkaar.`,
      'Per vraag kunt u aangeven of huisartsen te vroeg, te laat of op tijd verwijzen, met een kort antwoord.',
      'U kunt ook dia’s toevoegen en opschrijven wat uw vakgroep kwijt wil.',
    ],
    facts: [['Wanneer', fromToWords(p.startsAt, p.endsAt, 'nl')]],
    button: { label: 'Vragen bekijken', path: links.task(p.taskLinkId) },
    note: `Voorbereiden kost ongeveer ${minutesWords(p.minutes, 'nl')}. U hebt geen account nodig.`,
  }),
  'specialist-reminder': (p, links) => ({
    subject: `Herinnering: dialoogsessie ${p.department}, ${dateTimeWords(p.startsAt, 'nl')}`,
    lines: [`U hebt ${p.prepared} van ${p.questions} vragen voorbereid.`],
    button: { label: 'Verder voorbereiden', path: links.task(p.taskLinkId) },
  }),
  'handout-check': (p, links) => ({
    subject: `Naslagwerk ${p.department}: wilt u het nakijken vóór ${dateTimeWords(p.deadline, 'nl')}?`,
    lines: [
      'Dank voor uw uur. Wij hebben de vragen en antwoorden opgeschreven voor wie er niet bij was.',
      'Wilt u kijken of het klopt? U kunt de tekst meteen verbeteren.',
    ],
    button: { label: 'Naslagwerk nakijken', path: links.task(p.taskLinkId) },
    note: `Dit kost ongeveer ${minutesWords(p.minutes, 'nl')}.`,
  }),
};

const en: SpecialistTexts = {
  'specialist-questions': (p, links) => ({
    subject: `${countWords(p.questions, 'question', 'questions')} for you: dialogue session ${p.department}, ${dateTimeWords(p.startsAt, 'en')}`,
    lines: [
      `${countWords(p.practices, 'practice', 'practices')} asked. The questions stand together by subject.`,
      'For each question you can say whether GPs refer too early, too late or on time, with a short answer.',
      'You can also add slides and write down what your department wants to tell.',
    ],
    facts: [['When', fromToWords(p.startsAt, p.endsAt, 'en')]],
    button: { label: 'See the questions', path: links.task(p.taskLinkId) },
    note: `Preparing takes about ${minutesWords(p.minutes, 'en')}. You need no account.`,
  }),
  'specialist-reminder': (p, links) => ({
    subject: `Reminder: dialogue session ${p.department}, ${dateTimeWords(p.startsAt, 'en')}`,
    lines: [`You prepared ${p.prepared} of ${p.questions} questions.`],
    button: { label: 'Go on preparing', path: links.task(p.taskLinkId) },
  }),
  'handout-check': (p, links) => ({
    subject: `Handout ${p.department}: will you check it before ${dateTimeWords(p.deadline, 'en')}?`,
    lines: [
      'Thank you for your hour. We wrote the questions and answers down for who was not there.',
      'Will you look whether it is right? You can correct the text at once.',
    ],
    button: { label: 'Check the handout', path: links.task(p.taskLinkId) },
    note: `This takes about ${minutesWords(p.minutes, 'en')}.`,
  }),
};

/** Mails that ask something of the specialist of a dialogue session. */
export const SPECIALIST_TEXTS: Record<Language, SpecialistTexts> = { nl, en };
