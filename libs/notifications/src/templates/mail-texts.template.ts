import type { Language } from '#libs/contracts';
import { ACTION_TEXTS } from './action-texts.template.js';
import { AGREEMENT_TEXTS } from './agreement-texts.template.js';
import { AGENDA_TEXTS } from './agenda-texts.template.js';
import { SESSION_TEXTS } from './session-texts.template.js';
import { SPECIALIST_TEXTS } from './specialist-texts.template.js';
import { MEETING_TEXTS } from './meeting-texts.template.js';
import { POLL_TEXTS } from './poll-texts.template.js';
import { REFERRAL_TEXTS } from './referral-texts.template.js';
import { dateTimeWords, listWords, minutesWords, periodWords } from './words.template.js';
import type { MailParams, MailTemplate } from './template-params.template.js';

/** A mail before it gets its layout: plain sentences, at most one button, a small table of facts. */
export interface MailText {
  /** Says what to do and by when. */
  subject: string;
  /** Sentences before the facts and the button. */
  lines: string[];
  facts?: [label: string, value: string][];
  button?: { label: string; path: string };
  /** Shown under the button: minutes and deadline. */
  note?: string;
  /** A large code, for signing in on another device. */
  code?: string;
  /** Sentences after the button. */
  after?: string[];
}

/** Makes usable paths and codes from the ids in the params. */
export interface MailLinks {
  signIn(signInId: string): { path: string; code: string };
  confirmation(confirmationId: string): string;
  task(taskLinkId: string): string;
  evaluation(invitationId: string): string;
}

/** The sentences of every template; `issuedAt`: when the mail was planned, for what is said from that day. */
export type Texts = {
  [T in MailTemplate]: (params: MailParams[T], links: MailLinks, issuedAt: Date) => MailText;
};

/** What an evaluation promises about names, in the mail as on its page. */
const PROMISES = {
  nl: {
    anonymous: 'Uw antwoord is anoniem. Niemand kan zien wat u antwoordde, ook de organisator niet.',
    confidential:
      'Uw antwoord is vertrouwelijk. De organisator ziet alleen uitkomsten van alle antwoorden samen.',
    named: 'Uw antwoord staat op uw naam. De organisator ziet wat u antwoordde.',
  },
  en: {
    anonymous: 'Your answer is anonymous. Nobody can see what you answered, the organiser neither.',
    confidential: 'Your answer is confidential. The organiser only sees outcomes of all answers together.',
    named: 'Your answer carries your name. The organiser sees what you answered.',
  },
} as const;

/** Where a remark stands beside its figure, for the people of the practice. */
function figurePath({ practiceId, measure, item, from }: MailParams['remark-answered']): string {
  const asked = { praktijk: practiceId, maat: measure.code, onderdeel: item.code, vanaf: from };
  return `/spiegel?${new URLSearchParams(asked).toString()}`;
}

/** How a remark was answered, as far as a mail says it. */
const VERDICTS = {
  nl: {
    answered: 'De databeheerder heeft geantwoord.',
    accepted: 'De databeheerder geeft u gelijk: het cijfer wordt hersteld.',
    declined: 'De databeheerder legt uit waarom het cijfer blijft staan.',
  },
  en: {
    answered: 'The data steward has answered.',
    accepted: 'The data steward agrees with you: the figure will be corrected.',
    declined: 'The data steward explains why the figure stays as it is.',
  },
} as const;

/** Mails about dialogue sessions. */
const DIALOGUE = {
  nl: { ...AGENDA_TEXTS.nl, ...SESSION_TEXTS.nl, ...SPECIALIST_TEXTS.nl },
  en: { ...AGENDA_TEXTS.en, ...SESSION_TEXTS.en, ...SPECIALIST_TEXTS.en },
};

const nl: Omit<
  Texts,
  | keyof (typeof DIALOGUE)['nl']
  | keyof (typeof MEETING_TEXTS)['nl']
  | keyof (typeof POLL_TEXTS)['nl']
  | keyof (typeof ACTION_TEXTS)['nl']
  | keyof (typeof AGREEMENT_TEXTS)['nl']
  | 'referral-review'
> = {
  'sign-in': ({ signInId }, links) => ({
    subject: 'Aanmelden bij Leerkring',
    lines: ['U wilt zich aanmelden. Klik op de knop in hetzelfde programma waarin u dit vroeg.'],
    button: { label: 'Ga verder', path: links.signIn(signInId).path },
    code: links.signIn(signInId).code,
    note: 'De knop en de code werken tien minuten en één keer.',
    after: [
      'Leest u deze mail op een ander apparaat? Typ dan de code.',
      'Vroeg u dit niet? Dan hoeft u niets te doen.',
    ],
  }),
  confirmation: (p, links) => ({
    subject: 'Uw code om te ondertekenen',
    lines: [
      `U wilt ondertekenen voor ${p.practice}. Typ deze code op de pagina waarop u bezig was.`,
      'Met uw handtekening stemt u in met cijfers met naam in uw groep.',
    ],
    facts: [
      ['Praktijk', p.practice],
      ['Groep', p.group],
      ['Kenmerk van de afspraak', p.mark],
    ],
    code: links.confirmation(p.confirmationId),
    note: 'De code werkt tien minuten, één keer, en alleen voor deze handtekening.',
    after: [
      'Staat er op de pagina een ander kenmerk? Teken dan niet.',
      'Vroeg u dit niet? Geef de code aan niemand en meld het aan uw coördinator.',
    ],
  }),
  welcome: ({ region }) => ({
    subject: `Welkom bij Leerkring van ${region}`,
    lines: [
      `U hebt nu toegang tot Leerkring van ${region}.`,
      'U meldt zich aan met dit mailadres. Een wachtwoord is niet nodig.',
    ],
    button: { label: 'Naar Leerkring', path: '/' },
  }),
  'mail-test': ({ region }) => ({
    subject: 'Proefmail van Leerkring',
    lines: [`Deze mail bewijst dat Leerkring van ${region} mail kan versturen.`, 'U hoeft niets te doen.'],
  }),
  'round-invitation': (p, links) => ({
    subject: `Geef uw voorkeur voor ${p.round} vóór ${dateTimeWords(p.deadline, 'nl')}`,
    lines: [
      `Wij maken groepen voor ${p.round}. Met uw antwoord zoeken wij een groep die bij ${p.practice} past.`,
      ...(p.introduction ? [p.introduction] : []),
    ],
    button: { label: 'Voorkeur geven', path: links.task(p.taskLinkId) },
    note: `Dit kost ongeveer ${p.minutes} minuten. Antwoorden kan tot ${dateTimeWords(p.deadline, 'nl')}.`,
    after: ['Eén antwoord per praktijk is genoeg. U kunt het tot die tijd aanpassen, op elk apparaat.'],
  }),
  'round-reminder': (p, links) => ({
    subject: `Herinnering: ${p.round}, antwoord vóór ${dateTimeWords(p.deadline, 'nl')}`,
    lines: [
      `Wij hebben nog geen verstuurd antwoord van ${p.practice}.`,
      'Zonder antwoord kunnen wij geen rekening houden met uw wensen.',
    ],
    button: { label: 'Voorkeur geven', path: links.task(p.taskLinkId) },
    note: `Dit kost ongeveer ${p.minutes} minuten. Antwoorden kan tot ${dateTimeWords(p.deadline, 'nl')}.`,
  }),
  'group-published': (p, links) => ({
    subject: `${p.practice} zit in ${p.group}: ${p.theme}${p.startsAt ? `, ${dateTimeWords(p.startsAt, 'nl')}` : ''}`,
    lines: [`De groepen van ${p.round} zijn bekend.`, p.why.nl],
    facts: [
      ['Groep', p.group],
      ['Thema', p.theme],
      ['Eerste bijeenkomst', periodWords(p, 'nl')],
      ['Gespreksleider', p.leader ?? 'volgt'],
      ['Praktijken', listWords(p.members, 'nl')],
    ],
    button: { label: 'Bekijk uw groep', path: links.task(p.taskLinkId) },
    ...(p.calendar && { note: 'De uitnodiging voor uw agenda zit bij deze mail.' }),
  }),
  'group-changed': (p, links) => ({
    subject: `Wijziging in ${p.group}${p.startsAt ? `: ${dateTimeWords(p.startsAt, 'nl')}` : ''}`,
    lines: [
      `Er is iets veranderd in ${p.group} van ${p.round}.`,
      ...(p.joined.length ? [`Erbij: ${listWords(p.joined, 'nl')}.`] : []),
      ...(p.left.length ? [`Niet meer in de groep: ${listWords(p.left, 'nl')}.`] : []),
    ],
    facts: [
      ['Thema', p.theme],
      ['Bijeenkomst', periodWords(p, 'nl')],
      ['Gespreksleider', p.leader ?? 'volgt'],
    ],
    button: { label: 'Bekijk uw groep', path: links.task(p.taskLinkId) },
    ...(p.calendar && { note: 'De bijgewerkte uitnodiging voor uw agenda zit bij deze mail.' }),
  }),
  'evaluation-invitation': (p, links) => ({
    subject: `Geef uw mening vóór ${dateTimeWords(p.deadline, 'nl')}: ${p.title.nl}`,
    lines: [`Wij horen graag wat u vindt: ${p.title.nl}.`, PROMISES.nl[p.anonymity]],
    button: { label: 'Mening geven', path: links.evaluation(p.invitationId) },
    note: `Dit kost ongeveer ${minutesWords(p.minutes, 'nl')}. Antwoord graag vóór ${dateTimeWords(p.deadline, 'nl')}.`,
    after: ['De knop is alleen voor u. U hoeft zich niet aan te melden.'],
  }),
  'evaluation-reminder': (p, links) => ({
    subject: `Herinnering: geef uw mening vóór ${dateTimeWords(p.deadline, 'nl')}, ${p.title.nl}`,
    lines: [`Uw mening telt ook mee: ${p.title.nl}.`, PROMISES.nl[p.anonymity]],
    button: { label: 'Mening geven', path: links.evaluation(p.invitationId) },
    note: `Dit kost ongeveer ${minutesWords(p.minutes, 'nl')}. Antwoord graag vóór ${dateTimeWords(p.deadline, 'nl')}.`,
    after: ['De knop is alleen voor u. Antwoordde u net? Dan hoeft u niets te doen.'],
  }),
  'remark-answered': (p) => ({
    subject:
      p.kind === 'dispute'
        ? 'Uw melding over een cijfer is beantwoord'
        : 'Uw opmerking bij een cijfer is beantwoord',
    lines: [VERDICTS.nl[p.verdict], 'Het antwoord staat bij het cijfer. Om het te lezen meldt u zich aan.'],
    facts: [
      ['Praktijk', p.practice],
      ['Cijfer', p.measure.title.nl],
      ['Onderdeel', p.item.code === '*' ? 'alles samen' : p.item.name],
    ],
    button: { label: 'Antwoord lezen', path: figurePath(p) },
  }),
  'group-left': (p) => ({
    subject: `${p.practice} zit niet meer in ${p.group}`,
    lines: [
      `${p.practice} doet niet meer mee in ${p.group} van ${p.round}.`,
      ...(p.startsAt
        ? [
            `De bijeenkomst van ${dateTimeWords(p.startsAt, 'nl')} vervalt voor u. Uw agenda wordt bijgewerkt met de bijlage.`,
          ]
        : []),
    ],
  }),
};

const en: Omit<
  Texts,
  | keyof (typeof DIALOGUE)['en']
  | keyof (typeof MEETING_TEXTS)['en']
  | keyof (typeof POLL_TEXTS)['en']
  | keyof (typeof ACTION_TEXTS)['en']
  | keyof (typeof AGREEMENT_TEXTS)['en']
  | 'referral-review'
> = {
  'sign-in': ({ signInId }, links) => ({
    subject: 'Sign in to Leerkring',
    lines: ['You want to sign in. Press the button in the same browser in which you asked.'],
    button: { label: 'Continue', path: links.signIn(signInId).path },
    code: links.signIn(signInId).code,
    note: 'The button and the code work for ten minutes and once.',
    after: [
      'Reading this on another device? Type the code there.',
      'You did not ask for this? Then there is nothing to do.',
    ],
  }),
  confirmation: (p, links) => ({
    subject: 'Your code to sign',
    lines: [
      `You want to sign for ${p.practice}. Type this code on the page you were on.`,
      'With your signature you agree to figures by name in your group.',
    ],
    facts: [
      ['Practice', p.practice],
      ['Group', p.group],
      ['Mark of the agreement', p.mark],
    ],
    code: links.confirmation(p.confirmationId),
    note: 'The code works for ten minutes, once, and for this signature only.',
    after: [
      'Does the page show another mark? Then do not sign.',
      'You did not ask for this? Give the code to nobody and tell your coordinator.',
    ],
  }),
  welcome: ({ region }) => ({
    subject: `Welcome to Leerkring of ${region}`,
    lines: [
      `You now have access to Leerkring of ${region}.`,
      'You sign in with this address. No password is needed.',
    ],
    button: { label: 'Go to Leerkring', path: '/' },
  }),
  'mail-test': ({ region }) => ({
    subject: 'Test mail from Leerkring',
    lines: [`This mail proves that Leerkring of ${region} can send mail.`, 'There is nothing to do.'],
  }),
  'round-invitation': (p, links) => ({
    subject: `Give your preferences for ${p.round} before ${dateTimeWords(p.deadline, 'en')}`,
    lines: [
      `We are forming groups for ${p.round}. With your answer we look for a group that fits ${p.practice}.`,
      ...(p.introduction ? [p.introduction] : []),
    ],
    button: { label: 'Give preferences', path: links.task(p.taskLinkId) },
    note: `This takes about ${p.minutes} minutes. You can answer until ${dateTimeWords(p.deadline, 'en')}.`,
    after: ['One answer per practice is enough. You can change it until then, on any device.'],
  }),
  'round-reminder': (p, links) => ({
    subject: `Reminder: ${p.round}, answer before ${dateTimeWords(p.deadline, 'en')}`,
    lines: [
      `We have no sent answer from ${p.practice} yet.`,
      'Without an answer we cannot take your wishes into account.',
    ],
    button: { label: 'Give preferences', path: links.task(p.taskLinkId) },
    note: `This takes about ${p.minutes} minutes. You can answer until ${dateTimeWords(p.deadline, 'en')}.`,
  }),
  'group-published': (p, links) => ({
    subject: `${p.practice} is in ${p.group}: ${p.theme}${p.startsAt ? `, ${dateTimeWords(p.startsAt, 'en')}` : ''}`,
    lines: [`The groups of ${p.round} are known.`, p.why.en],
    facts: [
      ['Group', p.group],
      ['Theme', p.theme],
      ['First meeting', periodWords(p, 'en')],
      ['Discussion leader', p.leader ?? 'to follow'],
      ['Practices', listWords(p.members, 'en')],
    ],
    button: { label: 'See your group', path: links.task(p.taskLinkId) },
    ...(p.calendar && { note: 'The invitation for your calendar comes with this mail.' }),
  }),
  'group-changed': (p, links) => ({
    subject: `Change in ${p.group}${p.startsAt ? `: ${dateTimeWords(p.startsAt, 'en')}` : ''}`,
    lines: [
      `Something changed in ${p.group} of ${p.round}.`,
      ...(p.joined.length ? [`Joined: ${listWords(p.joined, 'en')}.`] : []),
      ...(p.left.length ? [`No longer in the group: ${listWords(p.left, 'en')}.`] : []),
    ],
    facts: [
      ['Theme', p.theme],
      ['Meeting', periodWords(p, 'en')],
      ['Discussion leader', p.leader ?? 'to follow'],
    ],
    button: { label: 'See your group', path: links.task(p.taskLinkId) },
    ...(p.calendar && { note: 'The updated invitation for your calendar comes with this mail.' }),
  }),
  'evaluation-invitation': (p, links) => ({
    subject: `Give your opinion before ${dateTimeWords(p.deadline, 'en')}: ${p.title.en}`,
    lines: [`We would like to know what you think: ${p.title.en}.`, PROMISES.en[p.anonymity]],
    button: { label: 'Give your opinion', path: links.evaluation(p.invitationId) },
    note: `This takes about ${minutesWords(p.minutes, 'en')}. Please answer before ${dateTimeWords(p.deadline, 'en')}.`,
    after: ['The button is for you alone. There is no need to sign in.'],
  }),
  'evaluation-reminder': (p, links) => ({
    subject: `Reminder: give your opinion before ${dateTimeWords(p.deadline, 'en')}, ${p.title.en}`,
    lines: [`Your opinion counts too: ${p.title.en}.`, PROMISES.en[p.anonymity]],
    button: { label: 'Give your opinion', path: links.evaluation(p.invitationId) },
    note: `This takes about ${minutesWords(p.minutes, 'en')}. Please answer before ${dateTimeWords(p.deadline, 'en')}.`,
    after: ['The button is for you alone. Did you just answer? Then there is nothing to do.'],
  }),
  'remark-answered': (p) => ({
    subject:
      p.kind === 'dispute'
        ? 'Your report about a figure was answered'
        : 'Your remark on a figure was answered',
    lines: [VERDICTS.en[p.verdict], 'The answer stands beside the figure. You sign in to read it.'],
    facts: [
      ['Practice', p.practice],
      ['Figure', p.measure.title.en],
      ['Item', p.item.code === '*' ? 'all together' : p.item.name],
    ],
    button: { label: 'Read the answer', path: figurePath(p) },
  }),
  'group-left': (p) => ({
    subject: `${p.practice} is no longer in ${p.group}`,
    lines: [
      `${p.practice} no longer takes part in ${p.group} of ${p.round}.`,
      ...(p.startsAt
        ? [
            `The meeting of ${dateTimeWords(p.startsAt, 'en')} is cancelled for you. The attachment updates your calendar.`,
          ]
        : []),
    ],
  }),
};

const TEXTS: Record<Language, Texts> = {
  nl: {
    ...nl,
    ...MEETING_TEXTS.nl,
    ...POLL_TEXTS.nl,
    ...ACTION_TEXTS.nl,
    ...AGREEMENT_TEXTS.nl,
    ...REFERRAL_TEXTS.nl,
    ...DIALOGUE.nl,
  },
  en: {
    ...en,
    ...MEETING_TEXTS.en,
    ...POLL_TEXTS.en,
    ...ACTION_TEXTS.en,
    ...AGREEMENT_TEXTS.en,
    ...REFERRAL_TEXTS.en,
    ...DIALOGUE.en,
  },
};

/** The sentences of one mail in one language. */
export function mailText<T extends MailTemplate>(
  template: T,
  language: Language,
  params: MailParams[T],
  links: MailLinks,
  issuedAt: Date,
): MailText {
  return TEXTS[language][template](params, links, issuedAt);
}

/** A mail whose contents were emptied after RETENTION.mailMonths: what is left to say about it. */
export function forgottenText(language: Language): MailText {
  return language === 'nl'
    ? { subject: 'Oude mail, inhoud gewist', lines: ['De inhoud van deze mail is gewist.'] }
    : { subject: 'Old mail, contents erased', lines: ['The contents of this mail were erased.'] };
}
