import { createHash } from 'node:crypto';
import { EXTRACT_FIELDS, type ExtractField, type ExtractKind, type ExtractReading } from '#libs/contracts';
import {
  parseAgb,
  parseDecimal,
  parseDutchDate,
  proposeMapping,
  words,
  type FieldSpec,
  type ProposedMapping,
} from '#libs/tabular';
import { parsePeriod, proposeDates } from '../data-sets/periods.rules.js';
import { parseAge, parseSex } from '../data-sets/strata.rules.js';

/** Heading → field, as a person chose it; what is left out is not read. */
export type ExtractMapping = Record<string, ExtractField>;

const isNumber = (value: string): boolean => parseDecimal(value).ok;
const isCode = (value: string): boolean =>
  /^[\p{L}\d][\p{L}\d .:/_-]{0,19}$/u.test(value) && /\d/.test(value);
const isWords = (value: string): boolean => /\p{L}{2}/u.test(value);
const PERSONAL = [
  'patient',
  'patiënt',
  'bsn',
  'geboorte',
  'geboortedatum',
  'email',
  'mail',
  'telefoon',
  'arts',
  'huisarts',
];
const AREA = ['pco', 'area', 'team', 'regional', 'office', 'ons', 'regio', 'region', 'ccg', 'verzekeraar'];

/** Headings for what an extract of each kind counts. */
const COUNTED: Record<Exclude<ExtractKind, 'list-sizes'>, readonly string[]> = {
  referrals: ['Aantal verwijzingen', 'Verwijzingen', 'Verwijsbrieven', 'Referrals', 'Number of referrals'],
  diagnostics: [
    'Aantal aanvragen',
    'Aanvragen',
    'Aantal bepalingen',
    'Verrichtingen',
    'Orders',
    'Requests',
    'Tests',
  ],
  consults: ['Aantal consulten', 'Consulten', 'Contacten', 'Consultations', 'Number of consultations'],
  prescriptions: [
    'Aantal recepten',
    'Recepten',
    'Voorschriften',
    'Aantal voorschriften',
    'Items',
    'Prescriptions',
  ],
};

/** How the columns of an extract of one kind are recognised. */
export function extractFieldSpecs(kind: ExtractKind): FieldSpec<ExtractField>[] {
  const specs: FieldSpec<ExtractField>[] = [
    {
      field: 'practice',
      synonyms: [
        'Praktijk AGB',
        'AGB-code',
        'AGB',
        'Praktijkcode',
        'AGB praktijk',
        'Vektiscode',
        'Practice code',
        'Org code',
        'Organisation code',
      ],
      never: [...PERSONAL, ...AREA, 'zorgverlener', 'uzovi', 'persoonlijke', 'naam', 'name'],
      fits: isCode,
      typical: (value) => parseAgb(value).ok && !/^(19|20)\d{2}(0[1-9]|1[0-2])/.test(value),
    },
    {
      field: 'practice-name',
      synonyms: [
        'Praktijknaam',
        'Naam praktijk',
        'Praktijk',
        'Huisartsenpraktijk',
        'Practice name',
        'Practice',
      ],
      never: [
        ...PERSONAL.filter((word) => word !== 'huisarts' && word !== 'arts'),
        ...AREA,
        'code',
        'agb',
        'houder',
        'adres',
        'address',
      ],
      fits: isWords,
    },
    {
      field: 'period',
      synonyms: [
        'Periode',
        'Kwartaal',
        'Maand',
        'Jaarmaand',
        'Jaar',
        'Peildatum',
        'Period',
        'Quarter',
        'Month',
        'Year month',
        'Reference date',
      ],
      never: [...PERSONAL, 'extract', 'aanmaak', 'levering'],
      fits: (value) => parsePeriod(value, 'month') !== null,
    },
    {
      field: 'extract-at',
      synonyms: [
        'Extractiedatum',
        'Datum extractie',
        'Extract date',
        'Extraction date',
        'Aanmaakdatum',
        'Leverdatum',
        'Peilmoment extractie',
      ],
      never: PERSONAL,
      fits: (value) => parseDutchDate(value).ok,
    },
    {
      field: 'sex',
      synonyms: ['Geslacht', 'Sex', 'Gender', 'Man/vrouw', 'M/V'],
      fits: (value) => parseSex(value) !== null,
    },
    {
      field: 'age',
      synonyms: [
        'Leeftijdsgroep',
        'Leeftijdsklasse',
        'Leeftijdscategorie',
        'Leeftijd',
        'Age group',
        'Age band',
        'Age group 5',
        'Age',
      ],
      never: PERSONAL,
      fits: (value) => parseAge(value) !== null,
    },
    {
      field: 'listed',
      synonyms: [
        'Ingeschreven patiënten',
        'Ingeschreven patiënten (gemiddeld)',
        'Aantal ingeschreven patiënten',
        'Op naam ingeschreven',
        'Aantal ingeschrevenen',
        'Praktijkomvang',
        'List size',
        'Number of patients',
        'Registered patients',
        ...(kind === 'list-sizes' ? ['Aantal', 'Aantal patiënten', 'Patiënten', 'Patients', 'Count'] : []),
      ],
      fits: isNumber,
    },
  ];
  if (kind === 'list-sizes') return specs;
  const [most = ''] = COUNTED[kind];
  specs.push(
    {
      field: 'item',
      synonyms: [
        'Specialisme code',
        'Specialismecode',
        'Vakgroep code',
        'Specialisme',
        'Code',
        'Verrichtingcode',
        'Artikelcode',
        'ATC',
        'ATC code',
        'BNF code',
        'Specialty code',
        'Specialty',
        'Test code',
        'Item code',
      ],
      never: [...PERSONAL, ...AREA, 'praktijk', 'practice', 'agb', 'postcode', 'org', 'plus', 'naam', 'name'],
      fits: (value) => value.length <= 40,
    },
    {
      field: 'item-name',
      synonyms: [
        'Specialisme',
        'Specialisme naam',
        'Specialisme omschrijving',
        'Omschrijving',
        'Vakgroep',
        'Bepaling',
        'Geneesmiddel',
        'Description',
        'BNF description',
        'Specialty name',
        'Specialty',
      ],
      never: [...PERSONAL, ...AREA, 'code', 'praktijk', 'practice', 'substance', 'bnfdescr'],
      fits: isWords,
    },
    {
      field: 'count',
      synonyms: [most, ...COUNTED[kind].slice(1), 'Aantal', 'Totaal', 'Count', 'Number'],
      never: [...PERSONAL, 'spoed', 'urgent', 'ingeschreven', 'ingeschrevenen', 'quantity', 'cost', 'kosten'],
      fits: isNumber,
    },
    {
      field: 'urgent',
      synonyms: [
        'Waarvan spoed',
        'Spoed',
        'Spoedverwijzingen',
        'Aantal spoed',
        'Cito',
        'Urgent',
        'Of which urgent',
      ],
      fits: isNumber,
    },
    {
      field: 'consults',
      synonyms: [
        'Meedenkconsulten',
        'Meedenkconsult',
        'Aantal meedenkconsulten',
        'Digitale consulten',
        'Teleconsulten',
        'Advice consults',
        'Advice and guidance',
      ],
      fits: isNumber,
    },
  );
  return specs;
}

/** What the columns of a file most likely are, and what a person chose before for the same headings. */
export function proposeExtract(
  kind: ExtractKind,
  headings: readonly string[],
  rows: readonly { cells: readonly string[] }[],
  remembered: ExtractMapping | null,
): ProposedMapping<ExtractField> {
  const chosen = remembered
    ? Object.fromEntries(headings.map((heading) => [heading, fieldIn(remembered, heading)]))
    : undefined;
  return proposeMapping(headings, extractFieldSpecs(kind), {
    rows,
    ...(chosen ? { remembered: chosen } : {}),
  });
}

const fieldIn = (mapping: ExtractMapping, heading: string): ExtractField | null =>
  Object.hasOwn(mapping, heading) ? (mapping[heading] ?? null) : null;

/** How a file is read when nobody said: rows are totals; days are quarters when they look it. */
export function proposeReading(
  periods: readonly string[],
  remembered: ExtractReading | null,
): ExtractReading {
  return remembered ?? { rows: 'totals', dates: proposeDates(periods), itemCharacters: null };
}

/** Fields without which an extract of this kind cannot be read. */
export function missingFields(kind: ExtractKind, mapped: readonly ExtractField[]): ExtractField[] {
  const has = (field: ExtractField): boolean => mapped.includes(field);
  const missing: ExtractField[] = [];
  if (!has('practice') && !has('practice-name')) missing.push('practice');
  // the list sizes of a day are those of the month the extract was made in, when nothing else says so
  if (!has('period') && !(kind === 'list-sizes' && has('extract-at'))) missing.push('period');
  if (kind === 'list-sizes' && !has('listed')) missing.push('listed');
  if (kind !== 'list-sizes' && !has('count')) missing.push('count');
  return missing;
}

/**
 * Puts a chosen mapping on the headings of the file itself. A key is a heading, or the column's number from 0 as the first
 * look gave it; two columns for one field are none.
 * @returns column → field; null when a key is no column, a field is not known, or a field has two columns
 */
export function columnsOf(
  kind: ExtractKind,
  headings: readonly string[],
  chosen: Readonly<Record<string, string>>,
): Map<ExtractField, number> | null {
  const allowed = new Set(extractFieldSpecs(kind).map((spec) => spec.field));
  const columns = new Map<ExtractField, number>();
  for (const [key, name] of Object.entries(chosen)) {
    const field = EXTRACT_FIELDS.find((one) => one === name);
    const byName = headings.indexOf(key);
    const at = byName >= 0 ? byName : /^\d{1,3}$/.test(key) ? Number(key) : -1;
    if (!field || !allowed.has(field) || at < 0 || at >= headings.length) return null;
    if (columns.has(field) || [...columns.values()].includes(at)) return null;
    columns.set(field, at);
  }
  return columns;
}

/** The same for files with the same headings in any order. */
export function headingsPrint(headings: readonly string[]): string {
  const plain = headings.map((heading) => words(heading).join(' ') || heading).sort();
  return createHash('sha256').update(JSON.stringify(plain)).digest('hex').slice(0, 32);
}
