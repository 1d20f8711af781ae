import type { Language, ReferralTiming } from '#libs/contracts';

/** What deck and list of questions say by themselves. */
export interface SessionWords {
  locale: 'nl-NL' | 'en-GB';
  plan: string;
  planSummary: string;
  part: string;
  questions: string;
  minutes: string;
  time: string;
  loose: string;
  ownPart: string;
  partOf: (place: number, of: number) => string;
  questionOf: (place: number, of: number) => string;
  counted: { questions: (count: number) => string; minutes: (count: number) => string };
  askedBy: (practices: number) => string;
  timing: Record<ReferralTiming, string>;
  columns: { tooEarly: string; onTime: string; tooLate: string };
  columnsSummary: string;
  notes: {
    answer: string;
    merged: (count: number) => string;
    part: (name: string, minutes: string, from: string) => string;
    late: string;
    plan: string;
  };
  own: { tells: string; misses: string; process: string };
  contact: string;
  contactLead: (department: string) => string;
  contactColumns: { what: string; how: string };
  phone: string;
  adviceConsult: string;
  agreement: string;
  /** Of the list of questions. */
  listTitle: (department: string) => string;
  listLead: (questions: string, practices: number) => string;
  listEmpty: string;
  /** What is circled on paper. */
  circle: string;
}

const WORDS: Record<Language, SessionWords> = {
  nl: {
    locale: 'nl-NL',
    plan: 'Zo verdelen wij het uur',
    planSummary: 'Per onderdeel het aantal vragen, de minuten en de tijd.',
    part: 'Onderdeel',
    questions: 'Vragen',
    minutes: 'Minuten',
    time: 'Tijd',
    loose: 'Overige vragen',
    ownPart: 'Van de vakgroep',
    partOf: (place, of) => `Onderdeel ${place} van ${of}`,
    questionOf: (place, of) => `Vraag ${place} van ${of}`,
    counted: {
      questions: (count) => (count === 1 ? '1 vraag' : `${count} vragen`),
      minutes: (count) => (count === 1 ? '1 minuut' : `${count} minuten`),
    },
    askedBy: (count) =>
      count === 0
        ? 'Toegevoegd door de organisatie'
        : `Gevraagd door ${count === 1 ? '1 praktijk' : `${count} praktijken`}`,
    timing: {
      'too-early': 'vaak te vroeg verwezen',
      'on-time': 'meestal op tijd verwezen',
      'too-late': 'vaak te laat verwezen',
      other: 'anders dan te vroeg of te laat',
    },
    columns: { tooEarly: 'Te vroeg', onTime: 'Op tijd', tooLate: 'Te laat' },
    columnsSummary: 'Wanneer een verwijzing te vroeg, op tijd of te laat is.',
    notes: {
      answer: 'Antwoord',
      merged: (count) => `Samengevoegd uit ${count} vragen.`,
      part: (name, minutes, from) => `${name}: ${minutes}, vanaf ${from}.`,
      late: 'Nagekomen vraag.',
      plan: 'De minuten zijn een verdeling vooraf. In het scherm van de live sessie rekent de klok zelf door.',
    },
    own: {
      tells: 'Wat wij kwijt willen',
      misses: 'Wat wij missen in de communicatie',
      process: 'Over de samenwerking en het proces',
    },
    contact: 'Zo bereikt u ons',
    contactLead: (department) => `Vakgroep ${department}`,
    contactColumns: { what: 'Waarvoor', how: 'Hoe' },
    phone: 'Telefonische dienst',
    adviceConsult: 'Meedenkconsult',
    agreement: 'Regionale afspraak',
    listTitle: (department) => `Vragen voor ${department}`,
    listLead: (questions, practices) =>
      `${questions} van ${practices === 1 ? '1 praktijk' : `${practices} praktijken`}. Zet bij elke vraag kort wanneer een verwijzing te vroeg, op tijd of te laat is.`,
    listEmpty: 'Er zijn nog geen vragen gedeeld.',
    circle: 'Omcirkel: te vroeg · op tijd · te laat · anders',
  },
  en: {
    locale: 'en-GB',
    plan: 'How we divide the hour',
    planSummary: 'For each part the number of questions, the minutes and the time.',
    part: 'Part',
    questions: 'Questions',
    minutes: 'Minutes',
    time: 'Time',
    loose: 'Other questions',
    ownPart: 'From the department',
    partOf: (place, of) => `Part ${place} of ${of}`,
    questionOf: (place, of) => `Question ${place} of ${of}`,
    counted: {
      questions: (count) => (count === 1 ? '1 question' : `${count} questions`),
      minutes: (count) => (count === 1 ? '1 minute' : `${count} minutes`),
    },
    askedBy: (count) =>
      count === 0
        ? 'Added by the organiser'
        : `Asked by ${count === 1 ? '1 practice' : `${count} practices`}`,
    timing: {
      'too-early': 'often referred too early',
      'on-time': 'mostly referred on time',
      'too-late': 'often referred too late',
      other: 'neither too early nor too late',
    },
    columns: { tooEarly: 'Too early', onTime: 'On time', tooLate: 'Too late' },
    columnsSummary: 'When a referral is too early, on time or too late.',
    notes: {
      answer: 'Answer',
      merged: (count) => `Put together from ${count} questions.`,
      part: (name, minutes, from) => `${name}: ${minutes}, from ${from}.`,
      late: 'This question came later.',
      plan: 'The minutes are a plan made before. On the screen of the live session the clock plans again by itself.',
    },
    own: {
      tells: 'What we want to tell you',
      misses: 'What we miss in communication',
      process: 'About working together and the process',
    },
    contact: 'How to reach us',
    contactLead: (department) => `Department of ${department}`,
    contactColumns: { what: 'What for', how: 'How' },
    phone: 'Telephone service',
    adviceConsult: 'Advice consult',
    agreement: 'Regional agreement',
    listTitle: (department) => `Questions for ${department}`,
    listLead: (questions, practices) =>
      `${questions} from ${practices === 1 ? '1 practice' : `${practices} practices`}. Note with each one when a referral is too early, on time or too late.`,
    listEmpty: 'No questions were shared yet.',
    circle: 'Circle: too early · on time · too late · other',
  },
};

export function sessionWords(language: Language): SessionWords {
  return WORDS[language];
}
