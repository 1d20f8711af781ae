import type { Language } from '#libs/contracts';
import { localDay } from '#libs/platform';
import type { MailText, Texts } from './mail-texts.template.js';
import { dateTimeWords, fromToWords, listWords, minutesWords } from './words.template.js';

type Of =
  | 'department-vote'
  | 'agenda-dates'
  | 'department-dates'
  | 'department-placed'
  | 'handout-check'
  | 'handout-published';
/** Mails about the agenda, dialogue sessions and handouts. */
export type DialogueTemplate = Of | `session-${string}` | `specialist-${string}`;
type DialogueTexts = Pick<Texts, Extract<keyof Texts, DialogueTemplate>>;

const dates = (starts: readonly string[], language: Language): string =>
  listWords(
    starts.map((start) => dateTimeWords(start, language)),
    language,
  );
/** The day as somebody says it who gets the mail: only the next day and this one have a name of their own. */
const dayName = (startsAt: string, issuedAt: Date, language: Language): string => {
  const [today, day] = [localDay(issuedAt), localDay(new Date(startsAt))];
  const names = language === 'nl' ? ['Vandaag', 'Morgen'] : ['Today', 'Tomorrow'];
  const days = Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
  return names[days] === undefined ? '' : `${names[days]}: `;
};
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const count = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;

/** Why somebody no longer has a place, in words. */
const LEFT = {
  nl: {
    replaced: (practice: string) => `Een collega neemt uw plaats over voor ${practice}.`,
    excused: (practice: string) => `${practice} is afgemeld.`,
    cancelled: () => 'De sessie gaat niet door.',
  },
  en: {
    replaced: (practice: string) => `A colleague takes your place for ${practice}.`,
    excused: (practice: string) => `${practice} was excused.`,
    cancelled: () => 'The session is cancelled.',
  },
} as const;

const nl: DialogueTexts = {
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
        ? `${p.practice} is aangemeld en heeft ${p.questions === 0 ? 'nog geen vragen' : count(p.questions, 'vraag', 'vragen')} gesteld.`
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
    lines: ['Er is iets veranderd aan de sessie. De bijgewerkte uitnodiging zit bij deze mail.'],
    facts: [['Wanneer', fromToWords(p.startsAt, p.endsAt, 'nl')]],
    button: {
      label: p.audience === 'specialist' ? 'Vragen bekijken' : 'Naar de sessie',
      path: links.task(p.taskLinkId),
    },
    note:
      p.audience === 'specialist'
        ? 'Past het nieuwe moment niet? Antwoord dan op deze mail. Wat u voorbereidde blijft staan.'
        : 'Past het nieuwe moment niet? Wijs dan een collega aan of meld u af.',
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
            `De sessie van ${dateTimeWords(p.startsAt, 'nl')} gaat niet door. U hoeft niets meer voor te bereiden.${p.calendar ? ' Uw agenda wordt bijgewerkt met de bijlage.' : ''}`,
            'Dank voor uw tijd tot nu toe.',
          ]
        : [
            LEFT.nl[p.why](p.practice),
            `De sessie van ${dateTimeWords(p.startsAt, 'nl')} vervalt voor u.${p.calendar ? ' Uw agenda wordt bijgewerkt met de bijlage.' : ''}`,
          ],
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
  'specialist-questions': (p, links) => ({
    subject: `${count(p.questions, 'vraag', 'vragen')} voor u: dialoogsessie ${p.department}, ${dateTimeWords(p.startsAt, 'nl')}`,
    lines: [
      `${count(p.practices, 'praktijk stelde', 'praktijken stelden')} vragen. Ze staan per onderwerp bij elkaar.`,
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
  'handout-published': (p, links) => ({
    subject: `Naslagwerk dialoogsessie ${p.department}`,
    lines: [
      `Het naslagwerk staat klaar: ${count(p.questions, 'vraag', 'vragen')} met antwoord van ${p.department}.`,
      'U kunt het lezen, opslaan als PDF of Word, en delen met uw collega’s.',
    ],
    button: { label: 'Naslagwerk lezen', path: links.task(p.taskLinkId) },
  }),
};

const en: DialogueTexts = {
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
        ? `${p.practice} is registered and asked ${p.questions === 0 ? 'no questions yet' : count(p.questions, 'question', 'questions')}.`
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
    lines: ['Something about the session changed. The updated invitation comes with this mail.'],
    facts: [['When', fromToWords(p.startsAt, p.endsAt, 'en')]],
    button: {
      label: p.audience === 'specialist' ? 'See the questions' : 'To the session',
      path: links.task(p.taskLinkId),
    },
    note:
      p.audience === 'specialist'
        ? 'Does the new moment not suit? Reply to this mail. What you prepared is kept.'
        : 'Does the new moment not suit? Name a colleague or excuse yourself.',
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
            `The session of ${dateTimeWords(p.startsAt, 'en')} is cancelled. There is nothing more to prepare.${p.calendar ? ' The attachment updates your calendar.' : ''}`,
            'Thank you for your time so far.',
          ]
        : [
            LEFT.en[p.why](p.practice),
            `The session of ${dateTimeWords(p.startsAt, 'en')} is off for you.${p.calendar ? ' The attachment updates your calendar.' : ''}`,
          ],
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
  'specialist-questions': (p, links) => ({
    subject: `${count(p.questions, 'question', 'questions')} for you: dialogue session ${p.department}, ${dateTimeWords(p.startsAt, 'en')}`,
    lines: [
      `${count(p.practices, 'practice', 'practices')} asked. The questions stand together by subject.`,
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
  'handout-published': (p, links) => ({
    subject: `Handout of dialogue session ${p.department}`,
    lines: [
      `The handout is ready: ${count(p.questions, 'question', 'questions')} with the answer of ${p.department}.`,
      'You can read it, save it as PDF or Word, and share it with your colleagues.',
    ],
    button: { label: 'Read the handout', path: links.task(p.taskLinkId) },
  }),
};

export const DIALOGUE_TEXTS: Record<Language, DialogueTexts> = { nl, en };
