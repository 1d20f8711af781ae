import { cleanText, parseEmail, readTable, TabularError, words } from '#libs/tabular';
import { DomainError, localDay, localInstant } from '#libs/platform';

/** One line of a report on who attended a video meeting. */
export interface ReportRow {
  /** Line of the file. */
  row: number;
  name: string;
  email: string | null;
  /** Null where the moment cannot be read. */
  joinedAt: Date | null;
  leftAt: Date | null;
}
export interface ReportPerson {
  personId: string;
  practiceId: string;
  name: string;
  email: string;
  /** Registered for this very session: of two people of one name it is that one. */
  registered: boolean;
}

/** What the columns are called in Dutch and English, in the reports of the last years. Words without case and accents. */
const HEADINGS = {
  name: ['name', 'full name', 'naam', 'volledige naam', 'deelnemer', 'participant'],
  email: [
    'email',
    'email address',
    'emailadres',
    'participant id upn',
    'deelnemers id upn',
    'deelnemer id upn',
  ],
  joined: [
    'join time',
    'first join',
    'first join time',
    'joined',
    'tijdstip van deelname',
    'tijd van deelname',
    'deelnametijd',
    'eerste deelname',
    'eerste keer deelgenomen',
    'tijd van toetreding',
    'toegetreden op',
  ],
  left: [
    'leave time',
    'last leave',
    'last leave time',
    'left',
    'tijdstip van verlaten',
    'tijd van verlaten',
    'vertrektijd',
    'laatste keer verlaten',
    'laatst verlaten',
    'laatste vertrek',
    'verlaten op',
  ],
} as const;
type Field = keyof typeof HEADINGS;
const SEPARATORS = ['\t', ';', ','] as const;
/** Far more lines than an hour with one person per practice can have. */
const MOST_ROWS = 5_000;
/** A report of another meeting has nothing on this day. */
const DAY = 86_400_000;

const fieldOf = (heading: string): Field | null => {
  const plain = words(heading).join(' ');
  const known = (Object.keys(HEADINGS) as Field[]).find((field) =>
    (HEADINGS[field] as readonly string[]).includes(plain),
  );
  return known ?? null;
};

/**
 * Reads an attendance report of Teams: tab, semicolon or comma, UTF-16 or UTF-8, Dutch or English, with or without a summary above the
 * people. Where single stays are listed they count, because from the first moment to the last is not the same as being there.
 * @throws upload.empty · upload.unreadable
 */
export async function readReport(file: Buffer, sessionStart: Date): Promise<ReportRow[]> {
  const lines = decoded(file).replace(/\r\n?/g, '\n').split('\n');
  const sections = sectionsOf(lines);
  if (sections.length === 0) throw new DomainError(file.length === 0 ? 'upload.empty' : 'upload.unreadable');
  // the section with single stays comes last, and has no columns for a first and a last moment
  const best = sections.find(({ single }) => single) ?? (sections[0] as Section);
  return rowsOf(best, sessionStart);
}

interface Section {
  /** Line of the headings, from 1. */
  at: number;
  text: string;
  single: boolean;
}

function sectionsOf(lines: readonly string[]): Section[] {
  return lines.flatMap((line, index) => {
    for (const separator of SEPARATORS) {
      const cells = line.split(separator).map((cell) => cell.replace(/^"|"$/g, ''));
      const fields = cells.map(fieldOf);
      if (!fields.includes('name') || !fields.includes('joined') || !fields.includes('left')) continue;
      const rest = lines.slice(index);
      const end = rest.findIndex((one, n) => n > 0 && (one.trim() === '' || /^\s*\d+\.\s/.test(one)));
      const heading = words(cells[fields.indexOf('joined')] ?? '');
      return [
        {
          at: index + 1,
          text: (end < 0 ? rest : rest.slice(0, end)).join('\n'),
          single: !heading.some((word) => word === 'first' || word === 'eerste'),
        },
      ];
    }
    return [];
  });
}

async function rowsOf({ at, text }: Section, sessionStart: Date): Promise<ReportRow[]> {
  const table = await readTable(Buffer.from(text, 'utf8'), { limits: { rows: MOST_ROWS } }).catch(
    (error: unknown) => {
      if (!(error instanceof TabularError)) throw error;
      const sentence = { nl: error.sentence('nl'), en: error.sentence('en') };
      throw new DomainError('upload.unreadable', { reason: error.code, words: sentence });
    },
  );
  const fields = table.headings.map(fieldOf);
  return table.rows.flatMap(({ row, cells }) => {
    const all = (field: Field) =>
      fields.flatMap((one, k) => (one === field ? [cleanText(cells[k] ?? '')] : []));
    const [name = ''] = all('name');
    if (name === '') return [];
    const addresses = all('email').flatMap((text) => {
      const parsed = parseEmail(text);
      return parsed.ok ? [parsed.value] : [];
    });
    const joinedAt = momentIn(all('joined')[0] ?? '', sessionStart);
    const leftAt = momentIn(all('left')[0] ?? '', sessionStart);
    return [{ row: at + row - 1, name, email: addresses[0] ?? null, joinedAt, leftAt }];
  });
}

/** UTF-16 with or without a mark, else UTF-8. */
function decoded(file: Buffer): string {
  const [a, b] = [file[0], file[1]];
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(file);
  if ((a === 0xff && b === 0xfe) || (file.length > 3 && b === 0 && file[3] === 0))
    return new TextDecoder('utf-16le').decode(file);
  return new TextDecoder('utf-8').decode(file);
}

/**
 * A local moment as Teams writes it: `9-2-2027 19:28:04`, `2/9/2027, 7:28:04 PM`, `2027-02-09T18:28:04Z`. Whether the day or the month
 * comes first is told by the day of the session itself.
 */
export function momentIn(text: string, sessionStart: Date): Date | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?$/.exec(
    text,
  );
  if (iso) {
    if (iso[7]) return valid(new Date(text.replace(' ', 'T')));
    return local(`${iso[1]}-${iso[2]}-${iso[3]}`, Number(iso[4]), Number(iso[5]), Number(iso[6] ?? 0));
  }
  const other =
    /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2}),? +(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?: *([ap])\.?m\.?)?$/i.exec(
      text.replace(/[\u202f\u00a0]/g, ' ').trim(),
    );
  if (!other) return null;
  const year = Number(other[3]) < 100 ? 2000 + Number(other[3]) : Number(other[3]);
  const half = other[7]?.toLowerCase();
  const hour = half ? (Number(other[4]) % 12) + (half === 'p' ? 12 : 0) : Number(other[4]);
  const day = (month: string, date: string) => `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const readings = [day(other[2] as string, other[1] as string), day(other[1] as string, other[2] as string)];
  const moments = readings.flatMap(
    (date) => local(date, hour, Number(other[5]), Number(other[6] ?? 0)) ?? [],
  );
  const distance = (moment: Date) => Math.abs(moment.getTime() - sessionStart.getTime());
  return moments.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

const valid = (moment: Date): Date | null => (Number.isNaN(moment.getTime()) ? null : moment);

function local(date: string, hour: number, minute: number, second: number): Date | null {
  if (hour > 23 || minute > 59 || second > 59) return null;
  const two = (n: number) => String(n).padStart(2, '0');
  try {
    return new Date(localInstant(date, `${two(hour)}:${two(minute)}`).getTime() + second * 1000);
  } catch {
    return null;
  }
}

/** True when a moment lies on the day of the session, or a day beside it. */
export function nearSession(moment: Date, sessionStart: Date): boolean {
  return (
    localDay(moment) === localDay(sessionStart) ||
    Math.abs(moment.getTime() - sessionStart.getTime()) < DAY / 2
  );
}

/** A name as people of one meeting are told apart: without what Teams adds, in any order of its words. */
function nameKey(name: string): string {
  return words(name.replace(/\([^)]*\)|\[[^\]]*\]/g, ' '))
    .filter((word) => !['dr', 'drs', 'mr', 'mw', 'dhr', 'prof'].includes(word))
    .sort()
    .join(' ');
}

export type Match =
  | { verdict: 'by-email' | 'by-name'; person: ReportPerson }
  | { verdict: 'ambiguous' | 'unknown' };

/** Who a line is about: by address, else by name, and never by a guess between two. */
export function matchRow(row: Pick<ReportRow, 'name' | 'email'>, people: readonly ReportPerson[]): Match {
  const one = (found: readonly ReportPerson[], verdict: 'by-email' | 'by-name'): Match | null => {
    const coming = found.filter(({ registered }) => registered);
    const left = coming.length > 0 ? coming : found;
    if (left.length === 0) return null;
    return left.length === 1 ? { verdict, person: left[0] as ReportPerson } : { verdict: 'ambiguous' };
  };
  const address = row.email?.toLowerCase();
  const byMail = address ? people.filter(({ email }) => email.toLowerCase() === address) : [];
  const key = nameKey(row.name);
  const byName = key === '' ? [] : people.filter(({ name }) => nameKey(name) === key);
  return one(byMail, 'by-email') ?? one(byName, 'by-name') ?? { verdict: 'unknown' };
}
