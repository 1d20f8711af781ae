import type { Language } from '#libs/contracts';
import { pdf } from '#libs/documents';
import { dateTimeWords } from '#libs/notifications';

/** What a certificate says. */
export interface CertificateFacts {
  language: Language;
  name: string;
  bigNumber: string | null;
  practice: string;
  title: string;
  department: string;
  region: string;
  startsAt: Date;
  activityId: string | null;
  /** Really there, inside the session. */
  minutes: number;
  hours: number;
  madeAt: Date;
}

const WORDS = {
  nl: {
    title: 'Bewijs van deelname',
    sentence: (name: string, title: string) => `${name} heeft deelgenomen aan de dialoogsessie ${title}.`,
    rows: [
      'Naam',
      'BIG-nummer',
      'Praktijk',
      'Dialoogsessie',
      'Vakgroep',
      'Wanneer',
      'Aanwezig',
      'Uren',
      'ID nascholing',
    ],
    minutes: (n: number) => `${n} minuten`,
    measured: 'De uren zijn de tijd dat de deelnemer er echt was, in kwartieren naar beneden afgerond.',
    file: 'bewijs-van-deelname',
  },
  en: {
    title: 'Certificate of attendance',
    sentence: (name: string, title: string) => `${name} took part in the dialogue session ${title}.`,
    rows: [
      'Name',
      'BIG number',
      'Practice',
      'Dialogue session',
      'Department',
      'When',
      'Present',
      'Hours',
      'Activity ID',
    ],
    minutes: (n: number) => `${n} minutes`,
    measured: 'The hours are the time that the participant was really there, in quarters rounded down.',
    file: 'certificate-of-attendance',
  },
} as const;

/** `0,75` or `0.75`. */
export const hoursWords = (hours: number, language: Language): string =>
  String(hours).replace('.', language === 'nl' ? ',' : '.');

/** The certificate of somebody who was really there (feature 31), as a tagged PDF on A4. */
export async function certificate(facts: CertificateFacts): Promise<{ name: string; body: Buffer }> {
  const { language } = facts;
  const words = WORDS[language];
  const values = [
    facts.name,
    facts.bigNumber,
    facts.practice,
    facts.title,
    facts.department,
    dateTimeWords(facts.startsAt.toISOString(), language),
    words.minutes(facts.minutes),
    hoursWords(facts.hours, language),
    facts.activityId,
  ];
  const body = await pdf({
    title: words.title,
    language,
    subtitle: facts.region,
    organisation: facts.region,
    madeAt: facts.madeAt,
    blocks: [
      { kind: 'paragraph', text: words.sentence(facts.name, facts.title) },
      {
        kind: 'definitions',
        rows: values.flatMap((value, place) => (value ? [{ name: words.rows[place] as string, value }] : [])),
      },
      { kind: 'paragraph', text: words.measured, tone: 'quiet' },
    ],
  });
  return { name: `${words.file}.pdf`, body };
}
