import type { ReferralField } from '#libs/contracts';
import { DomainError } from '#libs/platform';
import { parseDutchDate } from '#libs/tabular';
import { scanText } from '#libs/textguard';
import { isSpecialismWord, plainWords } from './specialisms.rules.js';

/** One column of a practice's list: what it is, or why it stays out. */
export interface ListColumn {
  heading: string;
  field: ReferralField | null;
  dropped: 'identity' | 'content' | 'unused' | null;
}

/** Beginnings of words in a heading that speak of the patient. They go before everything else. */
const PATIENT =
  /^(pati|client|bsn|burgerserv|sofi|geb|dob|birth|bewoner|voornaam|achternaam|voorletter|roepnaam|meisjesnaam|initia|partner|echtgeno)/;
/** The same, unless the heading is about the GP, such as "naam huisarts". */
const IDENTITY =
  /^(naam|name|adres|address|straat|street|postcode|pc|zip|woonplaats|plaats|city|town|huisn|tel|mobiel|gsm|phone|mail|e-mail|email|polis|verzeker|uzovi|dossier|nummer|nr|number|id|kenmerk|code|geslacht|sex|gender|leeftijd|age|m-v|contact)/;
const FIELDS: readonly (readonly [ReferralField, RegExp])[] = [
  [
    'gp',
    /^(huisarts|verwijzer|verwijzend|aanvrager|insteller|voorschrijver|medewerker|behandelaar|arts|gp|referr)/,
  ],
  [
    'specialism',
    /^(specialis|vakgebied|discipline|bestemming|vakgroep|afdeling|poli$|polikliniek|department|verwezen)/,
  ],
  [
    'reason',
    /^(reden|vraagstelling|vraag|indicatie|diagnose|klacht|omschrijving|toelichting|icpc|reason|question)/,
  ],
  ['kind', /^(soort|type|product|zorgproduct|zorgvraag|kind|urgentie)/],
  ['date', /^(verwijsdatum|datum|aanmaakdatum|verzonden|verstuurd|aangemaakt|date|created)/],
];

/** True for a heading under which something of the patient stands, whatever the practice says of it (REF-03). */
export function isIdentityHeading(heading: string): boolean {
  const words = plainWords(heading);
  if (words.some((word) => PATIENT.test(word))) return true;
  return proposedField(heading) === null && words.some((word) => IDENTITY.test(word));
}

/** What a heading most likely is. */
export function proposedField(heading: string): ReferralField | null {
  const words = plainWords(heading);
  if (words.some((word) => PATIENT.test(word))) return null;
  return FIELDS.find(([, said]) => words.some((word) => said.test(word)))?.[0] ?? null;
}

/** What the practice chose per heading; of others nothing was said. */
export type ColumnChoice = Readonly<Record<string, ReferralField | null>>;

/** A heading as it is shown: a list without a first line of headings has a patient there. */
const shownHeading = (heading: string): string => (isBareName(heading) ? '…' : scanText(heading).rewrite);

/**
 * What somebody chose for this list, by its own headings: they chose by what they were shown, which may be in other words.
 * @throws DomainError validation.failed for a column that is not there and for a field with two columns; says no heading again
 */
export function checkedChoice(headings: readonly string[], chosen: ColumnChoice): ColumnChoice {
  const open = new Map(Object.entries(chosen));
  const choice: [string, ReferralField | null][] = [];
  for (const heading of headings) {
    const said = [heading, shownHeading(heading)].find((words) => open.has(words));
    if (said === undefined) continue;
    choice.push([heading, open.get(said) ?? null]);
    open.delete(said);
  }
  const fields = choice.flatMap(([, field]) => field ?? []);
  const rule = open.size > 0 ? 'heading' : new Set(fields).size < fields.length ? 'once' : null;
  if (rule) throw new DomainError('validation.failed', { fields: [{ field: 'mapping', rule }] });
  return Object.fromEntries(choice);
}

/**
 * What of a list is used: what the practice chose, then what the headings say. A column that names patients, by its heading or by what
 * stands in it, is never used, also when somebody chose it. Each field has one column, the first.
 * @param isColleague a cell that names a GP of the practice: no patient, so that its column can be chosen
 */
export function listColumns(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  chosen: ColumnChoice,
  today: string,
  isColleague: (cell: string) => boolean = () => false,
): ListColumn[] {
  const taken = new Set<ReferralField>();
  const read = (heading: string, index: number): ListColumn => {
    const shown = shownHeading(heading);
    if (isIdentityHeading(heading) || isBareName(heading))
      return { heading: shown, field: null, dropped: 'identity' };
    const field = wasChosen(chosen, heading) ? (chosen[heading] ?? null) : proposedField(heading);
    const cells = rows.flatMap((row) => (row[index]?.trim() ? [row[index]] : []));
    if (namesPatients(cells, field, today, isColleague))
      return { heading: shown, field: null, dropped: 'content' };
    if (field === null || taken.has(field)) return { heading: shown, field: null, dropped: 'unused' };
    taken.add(field);
    return { heading: shown, field, dropped: null };
  };
  const columns = headings.map((heading, index) => ({ heading, index }));
  const found = new Map<number, ListColumn>();
  // a choice goes before a guess, wherever its column stands
  for (const first of [true, false])
    for (const { heading, index } of columns)
      if (wasChosen(chosen, heading) === first) found.set(index, read(heading, index));
  return columns.map(({ index }) => found.get(index) as ListColumn);
}

/** A heading may be called as something that every object has. */
const wasChosen = (chosen: ColumnChoice, heading: string): boolean => Object.hasOwn(chosen, heading);

/** True for a heading of which is known what it is: somebody chose it, or it says so. */
export const isKnown = (chosen: ColumnChoice, heading: string): boolean =>
  (wasChosen(chosen, heading) ? (chosen[heading] ?? null) : proposedField(heading)) !== null;

/** Of the cells that say something, so many that the column is about people. */
const PEOPLE_SHARE = 0.3;
/** A referral of a practice's week is never this old: then it is a date of birth. */
const OLDEST_YEARS = 2;

function namesPatients(
  cells: readonly string[],
  field: ReferralField | null,
  today: string,
  isColleague: (cell: string) => boolean,
): boolean {
  if (cells.length === 0 || field === 'gp' || field === 'kind') return false;
  const oldest = Number(today.slice(0, 4)) - OLDEST_YEARS;
  const about = cells.filter((cell) => {
    if (field === 'date') {
      const year = /\b(1[89]\d\d|20\d\d)\b/.exec(cell)?.[1];
      return year !== undefined && Number(year) < oldest;
    }
    // as long as nobody said what a column is, dates of late may be those of referrals
    const date = field === null ? parseDutchDate(cell.trim()) : null;
    if (date?.ok) return Number(date.value.slice(0, 4)) < oldest;
    return (isBareName(cell) || isBareIdentifier(cell)) && (/\d/.test(cell) || !isColleague(cell));
  });
  return about.length >= cells.length * PEOPLE_SHARE;
}

/** A cell that is an identifier and hardly anything else. */
export function isBareIdentifier(cell: string): boolean {
  const text = cell.trim();
  const { verdict, spans } = scanText(text);
  if (/^[\d .\-/]{6,}$/.test(text)) return true;
  const covered = spans.reduce((sum, { start, end }) => sum + end - start, 0);
  return verdict !== 'pass' && covered >= text.length * 0.6;
}

const PARTICLE = /^(van|vd|v\.d\.|de|den|der|het|ter|ten|te|el|al|la|le|'t|in|op|en|-|e\/v)$/i;
const INITIALS = /^(\p{Lu}\.?){1,4}$/u;
const CAPITAL = /^\p{Lu}[\p{Ll}'’]+(-\p{Lu}?[\p{Ll}'’]+)*$/u;

/**
 * True for a cell that is a person's name as lists write it: "Vries, J. de", "J. de Vries", "Jan de Vries (m)". Strict on purpose: what
 * looks like a name stays out, a GP can still type the reason.
 */
export function isBareName(cell: string): boolean {
  const text = cell.replace(/\((m|v|f|man|vrouw)\)/gi, ' ').trim();
  if (/\d/.test(text)) return false;
  const words = text.split(/[\s,;]+/).filter(Boolean);
  if (words.length < 2 || words.length > 6) return false;
  let names = 0;
  let marks = text.includes(',') ? 1 : 0;
  for (const word of words) {
    if (isSpecialismWord(word)) return false;
    if (PARTICLE.test(word)) marks += 1;
    else if (INITIALS.test(word)) marks += 1;
    else if (CAPITAL.test(word)) names += 1;
    else return false;
  }
  return names >= 2 || (names === 1 && marks > 0);
}
