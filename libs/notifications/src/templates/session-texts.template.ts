import type { Language } from '#libs/contracts';
import { localDay } from '#libs/platform';
import type { Texts } from './mail-texts.template.js';
import type { MailParams } from './template-params.template.js';
import { countWords, dateTimeWords, fromToWords, minutesWords } from './words.template.js';

type SessionTexts = Pick<
  Texts,
  Extract<keyof Texts, `session-${string}`> | 'question-returned' | 'handout-published'
>;

/** The day as somebody says it who gets the mail: only the next day and this one have a name of their own. */
const dayName = (startsAt: string, issuedAt: Date, language: Language): string => {
  const [today, day] = [localDay(issuedAt), localDay(new Date(startsAt))];
  const names = language === 'nl' ? ['Vandaag', 'Morgen'] : ['Today', 'Tomorrow'];
  const days = Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
  return names[days] === undefined ? '' : `${names[days]}: `;
};
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Why somebody no longer has a place, in words. */
const LEFT = {
  nl: {
    replaced: (practice: string) => `Een collega neemt uw plaats over voor ${practice}.`,
    excused: (practice: string) => `${practice} is afgemeld.`,
    cancelled: () => 'De sessie gaat niet door.',
    closed: (practice: string) => `${practice} staat niet meer als praktijk in Leerkring.`,
    'no-staff': (practice: string) => `U hoort niet meer bij ${practice}.`,
  },
  en: {
    replaced: (practice: string) => `A colleague takes your place for ${practice}.`,
    excused: (practice: string) => `${practice} was excused.`,
    cancelled: () => 'The session is cancelled.',
    closed: (practice: string) => `${practice} is no longer a practice in Leerkring.`,
    'no-staff': (practice: string) => `You are no longer one of the people of ${practice}.`,
  },
} as const;

/** What changed about a session, and what its receiver does with it. */
const CHANGED = {
  nl: {
    moment: 'De sessie is op een ander moment.',
    link: 'De link naar de videoverbinding is veranderd. Gebruik de oude niet meer.',
    calendar: 'De bijgewerkte uitnodiging zit bij deze mail.',
    waiting: (practice: string) => `${practice} staat nog op de wachtlijst.`,
    invited: (practice: string) =>
      `${practice} is nog niet aangemeld. Past het nieuwe moment, meld dan iemand aan.`,
  },
  en: {
    moment: 'The session is at another moment.',
    link: 'The link to the video call changed. Do not use the old one any more.',
    calendar: 'The updated invitation comes with this mail.',
    waiting: (practice: string) => `${practice} is still on the waiting list.`,
    invited: (practice: string) =>
      `${practice} is not registered yet. If the new moment suits, register somebody.`,
  },
} as const;

function changedLines(p: MailParams['session-changed'], language: Language): string[] {
  const words = CHANGED[language];
  const what = p.what === 'link' ? words.link : words.moment;
  if (p.audience === 'waiting' || p.audience === 'invited') return [what, words[p.audience](p.practice)];
  return [p.calendar ? `${what} ${words.calendar}` : what];
}

/** The same for a specialist, who has the day in mind. */
const OFF = {
  nl: {
    cancelled: (moment: string) => `De sessie van ${moment} gaat niet door.`,
    removed: (moment: string) => `U staat niet meer als specialist bij de sessie van ${moment}.`,
  },
  en: {
    cancelled: (moment: string) => `The session of ${moment} is cancelled.`,
    removed: (moment: string) => `You are no longer a specialist of the session of ${moment}.`,
  },
} as const;

const nl: SessionTexts = {
  'session-invitation': (p, links) => ({
    subject: `Dialoogsessie ${p.department}: meld u aan en stel uw vragen vóór ${dateTimeWords(p.questionsUntil, 'nl')}`,
    lines: [
      `Op ${fromToWords(p.startsAt, p.endsAt, 'nl')} beantwoordt ${p.department} uw vragen, online.`,
      `Per praktijk doet één persoon mee. Die stelt vragen namens heel ${p.practice}.`,
      ...(p.introduction ? [p.introduction] : []),
    ],
    button: { label: 'Aanmelden en vragen stellen', path: links.task(p.taskLinkId) },
    note: `Dit kost ongeveer ${minutesWords(p.minutes, 'nl')}. Vragen stellen kan tot ${dateTimeWords(p.questionsUntil, 'nl')}.`,
    after: [
      'Daarna gaan de vragen naar de specialist. Latere vragen komen op een aparte lijst.',
      'Zet geen gegevens van patiënten in uw vragen.',
    ],
  }),
  'session-reminder': (p, links) => ({
    subject: `Herinnering: dialoogsessie ${p.department}, vragen vóór ${dateTimeWords(p.questionsUntil, 'nl')}`,
    lines: [
      p.registered
        ? `${p.practice} is aangemeld en heeft ${p.questions === 0 ? 'nog geen vragen' : countWords(p.questions, 'vraag', 'vragen')} gesteld.`
        : `${p.practice} is nog niet aangemeld voor ${fromToWords(p.startsAt, p.endsAt, 'nl')}.`,
      'De specialist bereidt de vragen voor die op tijd binnen zijn.',
    ],
    button: { label: p.registered ? 'Vragen stellen' : 'Aanmelden', path: links.task(p.taskLinkId) },
    note: `Vragen stellen kan tot ${dateTimeWords(p.questionsUntil, 'nl')}.`,
  }),
  'session-registered': (p, links) => ({
    subject: `U doet mee: dialoogsessie ${p.department}, ${dateTimeWords(p.startsAt, 'nl')}`,
    lines: [`U doet mee namens ${p.practice}. De uitnodiging voor uw agenda zit bij deze mail.`],
    facts: [['Wanneer', fromToWords(p.startsAt, p.endsAt, 'nl')]],
    button: { label: 'Naar de sessie', path: links.task(p.taskLinkId) },
    note: 'Kunt u toch niet? Wijs dan een collega aan of meld u af.',
  }),
  'session-changed': (p, links) => ({
    subject: `Wijziging dialoogsessie ${p.department}: ${dateTimeWords(p.startsAt, 'nl')}`,
    lines: changedLines(p, 'nl'),
    facts: [['Wanneer', fromToWords(p.startsAt, p.endsAt, 'nl')]],
    button: {
      label: p.audience === 'specialist' ? 'Vragen bekijken' : 'Naar de sessie',
      path: links.task(p.taskLinkId),
    },
    note: {
      moment: 'Past het nieuwe moment niet? Wijs dan een collega aan of meld u af.',
      link: undefined,
      waiting: 'Past het nieuwe moment niet? Meld u dan af.',
      invited: undefined,
      specialist: 'Past het nieuwe moment niet? Antwoord dan op deze mail. Wat u voorbereidde blijft staan.',
    }[p.what ?? p.audience ?? 'moment'],
  }),
  'session-choose': (p, links) => ({
    subject: `Kies wie er meedoet: dialoogsessie ${p.department}, ${dateTimeWords(p.startsAt, 'nl')}`,
    lines: [
      `Wie was aangemeld voor ${p.practice}, hoort daar niet meer bij. De plaats blijft van uw praktijk.`,
      'Kies een collega die meedoet. Die krijgt de uitnodiging voor de agenda.',
    ],
    facts: [['Wanneer', fromToWords(p.startsAt, p.endsAt, 'nl')]],
    button: { label: 'Iemand kiezen', path: links.task(p.taskLinkId) },
    note: `Dit kost ongeveer ${minutesWords(p.minutes, 'nl')}. Kan niemand? Meld uw praktijk dan af.`,
  }),
  'session-waiting': (p, links) => ({
    subject: `Wachtlijst dialoogsessie ${p.department}, ${dateTimeWords(p.startsAt, 'nl')}`,
    lines: [
      `Alle plaatsen zijn bezet. ${p.practice} staat op plaats ${p.place} van de wachtlijst.`,
      'Komt er een plaats vrij, dan krijgt u meteen bericht. Vragen stellen kan wel.',
    ],
    button: { label: 'Naar de sessie', path: links.task(p.taskLinkId) },
  }),
  'session-left': (p) => ({
    subject:
      p.why === 'cancelled'
        ? `Gaat niet door: dialoogsessie ${p.department}, ${dateTimeWords(p.startsAt, 'nl')}`
        : `U doet niet meer mee: dialoogsessie ${p.department}`,
    lines:
      p.audience === 'specialist'
        ? [
            `${OFF.nl[p.why](dateTimeWords(p.startsAt, 'nl'))} U hoeft niets meer voor te bereiden.${p.calendar ? ' Uw agenda wordt bijgewerkt met de bijlage.' : ''}`,
            'Dank voor uw tijd tot nu toe.',
          ]
        : [
            LEFT.nl[p.why](p.practice),
            `De sessie van ${dateTimeWords(p.startsAt, 'nl')} vervalt voor u.${p.calendar ? ' Uw agenda wordt bijgewerkt met de bijlage.' : ''}`,
          ],
  }),
  'question-returned': (p, links) => ({
    subject: `Uw vraag voor ${p.department}: wilt u er nog eens naar kijken?`,
    lines: [
      `Dank voor uw vraag namens ${p.practice}. De organisatie heeft haar aan u teruggestuurd en zegt erbij waarom.`,
      'Stelt u de vraag anders, dan doet zij weer mee.',
    ],
    facts: [['Wanneer', fromToWords(p.startsAt, p.endsAt, 'nl')]],
    button: { label: 'Lezen waarom', path: links.task(p.taskLinkId) },
    note: `Dit kost ongeveer ${minutesWords(p.minutes, 'nl')}. Het kan tot de sessie begint.`,
  }),
  'session-practical': (p, links, issuedAt) => ({
    subject: capital(
      `${dayName(p.startsAt, issuedAt, 'nl')}dialoogsessie ${p.department}, ${dateTimeWords(p.startsAt, 'nl')}`,
    ),
    lines: [
      `Wij beginnen precies op tijd. Er ${p.questions === 1 ? 'is 1 vraag' : `zijn ${p.questions} vragen`} voorbereid.`,
      'Open de sessie op uw telefoon of computer, naast de videoverbinding. U ziet de klok en de vraag die loopt.',
    ],
    facts: [
      ['Wanneer', fromToWords(p.startsAt, p.endsAt, 'nl')],
      ...(p.meetingLink ? [['Video', p.meetingLink] as [string, string]] : []),
    ],
    button: { label: 'Naar de sessie', path: links.task(p.taskLinkId) },
  }),
  'handout-published': (p, links) => ({
    subject: `Naslagwerk dialoogsessie ${p.department}`,
    lines: [
      `Het naslagwerk staat klaar: ${countWords(p.questions, 'vraag', 'vragen')} met antwoord van ${p.department}.`,
      'U kunt het lezen, opslaan als PDF of Word, en delen met uw collega’s.',
    ],
    button: { label: 'Naslagwerk lezen', path: links.task(p.taskLinkId) },
  }),
};

const en: SessionTexts = {
  'session-invitation': (p, links) => ({
    subject: `Dialogue session ${p.department}: register and ask before ${dateTimeWords(p.questionsUntil, 'en')}`,
    lines: [
      `On ${fromToWords(p.startsAt, p.endsAt, 'en')} ${p.department} answers your questions, online.`,
      `One person per practice takes part, and asks on behalf of all of ${p.practice}.`,
      ...(p.introduction ? [p.introduction] : []),
    ],
    button: { label: 'Register and ask', path: links.task(p.taskLinkId) },
    note: `This takes about ${minutesWords(p.minutes, 'en')}. You can ask until ${dateTimeWords(p.questionsUntil, 'en')}.`,
    after: [
      'After that the questions go to the specialist. Later ones come on a list of their own.',
      'Put no patient data in your questions.',
    ],
  }),
  'session-reminder': (p, links) => ({
    subject: `Reminder: dialogue session ${p.department}, questions before ${dateTimeWords(p.questionsUntil, 'en')}`,
    lines: [
      p.registered
        ? `${p.practice} is registered and asked ${p.questions === 0 ? 'no questions yet' : countWords(p.questions, 'question', 'questions')}.`
        : `${p.practice} is not registered yet for ${fromToWords(p.startsAt, p.endsAt, 'en')}.`,
      'The specialist prepares the questions that are there in time.',
    ],
    button: { label: p.registered ? 'Ask questions' : 'Register', path: links.task(p.taskLinkId) },
    note: `You can ask until ${dateTimeWords(p.questionsUntil, 'en')}.`,
  }),
  'session-registered': (p, links) => ({
    subject: `You take part: dialogue session ${p.department}, ${dateTimeWords(p.startsAt, 'en')}`,
    lines: [
      `You take part on behalf of ${p.practice}. The invitation for your calendar comes with this mail.`,
    ],
    facts: [['When', fromToWords(p.startsAt, p.endsAt, 'en')]],
    button: { label: 'To the session', path: links.task(p.taskLinkId) },
    note: 'Cannot make it after all? Name a colleague or excuse yourself.',
  }),
  'session-changed': (p, links) => ({
    subject: `Change of dialogue session ${p.department}: ${dateTimeWords(p.startsAt, 'en')}`,
    lines: changedLines(p, 'en'),
    facts: [['When', fromToWords(p.startsAt, p.endsAt, 'en')]],
    button: {
      label: p.audience === 'specialist' ? 'See the questions' : 'To the session',
      path: links.task(p.taskLinkId),
    },
    note: {
      moment: 'Does the new moment not suit? Name a colleague or excuse yourself.',
      link: undefined,
      waiting: 'Does the new moment not suit? Excuse yourself.',
      invited: undefined,
      specialist: 'Does the new moment not suit? Reply to this mail. What you prepared is kept.',
    }[p.what ?? p.audience ?? 'moment'],
  }),
  'session-choose': (p, links) => ({
    subject: `Choose who takes part: dialogue session ${p.department}, ${dateTimeWords(p.startsAt, 'en')}`,
    lines: [
      `Who was registered for ${p.practice} is no longer one of its people. The place stays your practice’s.`,
      'Choose a colleague who takes part. They get the invitation for the calendar.',
    ],
    facts: [['When', fromToWords(p.startsAt, p.endsAt, 'en')]],
    button: { label: 'Choose somebody', path: links.task(p.taskLinkId) },
    note: `This takes about ${minutesWords(p.minutes, 'en')}. Can nobody come? Excuse your practice.`,
  }),
  'session-waiting': (p, links) => ({
    subject: `Waiting list of dialogue session ${p.department}, ${dateTimeWords(p.startsAt, 'en')}`,
    lines: [
      `All places are taken. ${p.practice} is number ${p.place} on the waiting list.`,
      'If a place comes free you hear at once. You can ask questions all the same.',
    ],
    button: { label: 'To the session', path: links.task(p.taskLinkId) },
  }),
  'session-left': (p) => ({
    subject:
      p.why === 'cancelled'
        ? `Cancelled: dialogue session ${p.department}, ${dateTimeWords(p.startsAt, 'en')}`
        : `You no longer take part: dialogue session ${p.department}`,
    lines:
      p.audience === 'specialist'
        ? [
            `${OFF.en[p.why](dateTimeWords(p.startsAt, 'en'))} There is nothing more to prepare.${p.calendar ? ' The attachment updates your calendar.' : ''}`,
            'Thank you for your time so far.',
          ]
        : [
            LEFT.en[p.why](p.practice),
            `The session of ${dateTimeWords(p.startsAt, 'en')} is off for you.${p.calendar ? ' The attachment updates your calendar.' : ''}`,
          ],
  }),
  'question-returned': (p, links) => ({
    subject: `Your question for ${p.department}: will you look at it once more?`,
    lines: [
      `Thank you for your question on behalf of ${p.practice}. The organisers sent it back to you and say why.`,
      'If you ask it in other words, it takes part again.',
    ],
    facts: [['When', fromToWords(p.startsAt, p.endsAt, 'en')]],
    button: { label: 'Read why', path: links.task(p.taskLinkId) },
    note: `This takes about ${minutesWords(p.minutes, 'en')}. You can until the session starts.`,
  }),
  'session-practical': (p, links, issuedAt) => ({
    subject: capital(
      `${dayName(p.startsAt, issuedAt, 'en')}dialogue session ${p.department}, ${dateTimeWords(p.startsAt, 'en')}`,
    ),
    lines: [
      `We start exactly on time. ${p.questions === 1 ? '1 question was' : `${p.questions} questions were`} prepared.`,
      'Open the session on your phone or computer beside the video call. You see the clock and the question that is on.',
    ],
    facts: [
      ['When', fromToWords(p.startsAt, p.endsAt, 'en')],
      ...(p.meetingLink ? [['Video', p.meetingLink] as [string, string]] : []),
    ],
    button: { label: 'To the session', path: links.task(p.taskLinkId) },
  }),
  'handout-published': (p, links) => ({
    subject: `Handout of dialogue session ${p.department}`,
    lines: [
      `The handout is ready: ${countWords(p.questions, 'question', 'questions')} with the answer of ${p.department}.`,
      'You can read it, save it as PDF or Word, and share it with your colleagues.',
    ],
    button: { label: 'Read the handout', path: links.task(p.taskLinkId) },
  }),
};

/** Mails to who takes part in a dialogue session, or did. */
export const SESSION_TEXTS: Record<Language, SessionTexts> = { nl, en };
