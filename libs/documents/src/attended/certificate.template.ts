import type { Language } from '#libs/contracts';
import { dateTimeWords } from '#libs/notifications';
import { pdf } from '../pdf/pdf.template.js';

/** What somebody attended; `of` is the department of a session, or the group of a meeting. */
export interface AttendedActivity {
  kind: 'session' | 'meeting';
  title: string;
  of: string | null;
  startsAt: Date;
  activityId: string | null;
}
/** What a certificate says. */
export interface CertificateFacts {
  language: Language;
  name: string;
  bigNumber: string | null;
  practice: string;
  activity: AttendedActivity;
  region: string;
  /** Really there, inside the planned time. */
  minutes: number;
  hours: number;
  /** Measured in the live room; else somebody who was responsible noted it. */
  measured: boolean;
  madeAt: Date;
}

const WORDS = {
  nl: {
    title: 'Bewijs van deelname',
    sentence: {
      session: (name: string, title: string) => `${name} heeft deelgenomen aan de dialoogsessie ${title}.`,
      meeting: (name: string, title: string) =>
        `${name} heeft deelgenomen aan de intervisiebijeenkomst ${title}.`,
    },
    activity: {
      session: ['Dialoogsessie', 'Vakgroep'],
      meeting: ['Intervisiebijeenkomst', 'Groep'],
    },
    person: ['Naam', 'BIG-nummer', 'Praktijk'],
    time: ['Wanneer', 'Aanwezig', 'Uren', 'ID nascholing'],
    minutes: (n: number) => `${n} ${n === 1 ? 'minuut' : 'minuten'}`,
    measured: 'De uren zijn de tijd dat de deelnemer er echt was, in kwartieren naar beneden afgerond.',
    noted: 'De aanwezigheid is genoteerd, niet gemeten; de uren zijn in kwartieren naar beneden afgerond.',
    file: 'bewijs-van-deelname',
  },
  en: {
    title: 'Certificate of attendance',
    sentence: {
      session: (name: string, title: string) => `${name} took part in the dialogue session ${title}.`,
      meeting: (name: string, title: string) => `${name} took part in the intervision meeting ${title}.`,
    },
    activity: {
      session: ['Dialogue session', 'Department'],
      meeting: ['Intervision meeting', 'Group'],
    },
    person: ['Name', 'BIG number', 'Practice'],
    time: ['When', 'Present', 'Hours', 'Activity ID'],
    minutes: (n: number) => `${n} ${n === 1 ? 'minute' : 'minutes'}`,
    measured: 'The hours are the time that the participant was really there, in quarters rounded down.',
    noted: 'Attendance was noted, not measured; the hours are in quarters rounded down.',
    file: 'certificate-of-attendance',
  },
} as const;

/** `0,75` or `0.75`. */
const hoursWords = (hours: number, language: Language): string =>
  String(hours).replace('.', language === 'nl' ? ',' : '.');

/** The certificate of somebody who was really there (feature 31), as a tagged PDF on A4. */
export async function certificate(facts: CertificateFacts): Promise<{ name: string; body: Buffer }> {
  const { language, activity } = facts;
  const words = WORDS[language];
  const names = [...words.person, ...words.activity[activity.kind], ...words.time];
  const values = [
    facts.name,
    facts.bigNumber,
    facts.practice,
    activity.title,
    activity.of,
    dateTimeWords(activity.startsAt.toISOString(), language),
    words.minutes(facts.minutes),
    hoursWords(facts.hours, language),
    activity.activityId,
  ];
  const body = await pdf({
    title: words.title,
    language,
    subtitle: facts.region,
    organisation: facts.region,
    madeAt: facts.madeAt,
    blocks: [
      { kind: 'paragraph', text: words.sentence[activity.kind](facts.name, activity.title) },
      {
        kind: 'definitions',
        rows: values.flatMap((value, place) => (value ? [{ name: names[place] as string, value }] : [])),
      },
      { kind: 'paragraph', text: facts.measured ? words.measured : words.noted, tone: 'quiet' },
    ],
  });
  return { name: `${words.file}.pdf`, body };
}
