import type { PracticeField, Words } from '#libs/contracts';
import {
  parseAgb,
  parsePostcode,
  parseQuarter,
  proposeMapping,
  type FieldSpec,
  type ProposedMapping,
} from '#libs/tabular';

/** What one row of a practice list can say; null is "not given". Requirements ORG-01, 02, 03, 05, 06, 15, 18, 22, PRG-01. */
export interface PracticeValues {
  /** 8 digits. */
  agb: string | null;
  name: string | null;
  street: string | null;
  /** `3811 AB` */
  postcode: string | null;
  town: string | null;
  /** HAGRO or neighbourhood. */
  district: string | null;
  /** Registered patients. */
  listSize: number | null;
  holder: string | null;
  email: string | null;
  contact: string | null;
  contactEmail: string | null;
  /** `2024-Q1` */
  startQuarter: string | null;
  /** Number of the group in which the practice started: `Groep 1` is 1 (ORG-18). */
  startWave: number | null;
  consultant: string | null;
  /** 1 to 5. */
  motivation: number | null;
}

const hasLetter = (value: string): boolean => /\p{L}/u.test(value);
const isNumeric = (value: string): boolean => /^[+-]?[\d., ]+$/.test(value);
const hasAt = (value: string): boolean => value.includes('@') || value.includes('(at)');
const isWords = (value: string): boolean => hasLetter(value) && !hasAt(value);
const ELSEWHERE = ['telefoon', 'phone', 'fax', 'datum', 'website', 'url', 'kvk', 'big', 'bsn'];
const MAIL = ['mail', 'email', 'emailadres', 'mailadres'];

/** How each field is recognised in any practice list, in the order of the register. */
export const PRACTICE_FIELD_SPECS: readonly FieldSpec<PracticeField>[] = [
  {
    field: 'agb',
    required: true,
    synonyms: [
      'AGB-code',
      'AGB',
      'AGB-nummer',
      'Praktijk AGB',
      'AGB-code praktijk',
      'Vektiscode',
      'AGB code practice',
    ],
    never: [...ELSEWHERE, 'zorgverlener', 'uzovi', 'persoonlijke'],
    fits: (value) => parseAgb(value).ok || /^\d{6,8}$/.test(value),
    // Eight digits that begin with 19 or 20 may be a date written without signs.
    typical: (value) => /^\d{8}$/.test(value) && !/^(19|20)\d{2}(0[1-9]|1[0-2])/.test(value),
  },
  {
    field: 'name',
    required: true,
    synonyms: [
      'Praktijknaam',
      'Naam praktijk',
      'Praktijk',
      'Naam',
      'Huisartsenpraktijk',
      'Naam huisartsenpraktijk',
      'Practice name',
      'Practice',
      'Name',
    ],
    never: [
      ...ELSEWHERE,
      ...MAIL,
      'houder',
      'contact',
      'contactpersoon',
      'consulent',
      'holder',
      'consultant',
      'plaats',
      'adres',
      'postcode',
      'address',
    ],
    fits: isWords,
  },
  {
    field: 'street',
    synonyms: [
      'Adres',
      'Straat',
      'Straat en huisnummer',
      'Straatnaam',
      'Bezoekadres',
      'Vestigingsadres',
      'Praktijkadres',
      'Address',
      'Street',
    ],
    never: [...ELSEWHERE, ...MAIL],
    fits: isWords,
  },
  {
    field: 'postcode',
    synonyms: ['Postcode', 'PC', 'Postcode praktijk', 'Postal code', 'Zip code', 'Zip'],
    never: ELSEWHERE,
    fits: (value) => /\d{4}/.test(value.replace(/\s/g, '')),
    typical: (value) => parsePostcode(value).ok,
  },
  {
    field: 'town',
    synonyms: [
      'Plaats',
      'Woonplaats',
      'Plaatsnaam',
      'Vestigingsplaats',
      'Praktijkplaats',
      'Stad',
      'Town',
      'City',
      'Place',
    ],
    never: [...ELSEWHERE, ...MAIL],
    fits: isWords,
  },
  {
    field: 'district',
    synonyms: [
      'HAGRO',
      'Wijk',
      'HAGRO/wijk',
      'Kring',
      'Huisartsengroep',
      'Wijkgroep',
      'District',
      'Cluster',
      'Neighbourhood',
    ],
    never: [...ELSEWHERE, ...MAIL],
    fits: (value) => !hasAt(value),
  },
  {
    field: 'listSize',
    synonyms: [
      'Ingeschreven patiënten',
      'Aantal patiënten',
      'Patiënten',
      'Aantal ingeschreven patiënten',
      'Patiënten op naam',
      'Pat. op naam',
      'Ingeschrevenen op naam',
      'ION',
      'Praktijkgrootte',
      'Lijstgrootte',
      'Lijstomvang',
      'Praktijkomvang',
      'Ingeschrevenen',
      'Aantal ingeschrevenen',
      'List size',
      'Practice list size',
      'Registered patients',
      'Number of patients',
      'Patients',
    ],
    never: [...ELSEWHERE, ...MAIL],
    fits: isNumeric,
  },
  {
    field: 'holder',
    synonyms: [
      'Praktijkhouder',
      'Houder',
      'Naam praktijkhouder',
      'Huisarts',
      'Eigenaar',
      'Practice holder',
      'Holder',
      'Owner',
      'GP',
    ],
    never: [...ELSEWHERE, ...MAIL],
    fits: isWords,
  },
  {
    field: 'email',
    synonyms: [
      'E-mail praktijkhouder',
      'E-mail',
      'E-mailadres',
      'Mail',
      'Mailadres',
      'E-mail praktijk',
      'E-mailadres praktijk',
      'E-mail houder',
      'Mail praktijkhouder',
      'E-mail holder',
      'Practice e-mail',
      'E-mail address',
    ],
    never: [...ELSEWHERE, 'contact', 'contactpersoon', 'consulent', 'consultant'],
    fits: hasAt,
  },
  {
    field: 'contact',
    synonyms: [
      'Contactpersoon MTVP',
      'Contactpersoon',
      'Contact',
      'Naam contactpersoon',
      'Contact person',
      'Contact name',
    ],
    never: [...ELSEWHERE, ...MAIL],
    fits: isWords,
  },
  {
    field: 'contactEmail',
    synonyms: [
      'E-mail contactpersoon',
      'E-mail contactpersoon MTVP',
      'E-mailadres contactpersoon',
      'Mail contactpersoon',
      'Mailadres contactpersoon',
      'E-mail contact',
      'Contact e-mail',
      'E-mail contact person',
    ],
    never: [...ELSEWHERE, 'consulent', 'consultant', 'houder', 'praktijkhouder', 'holder'],
    fits: hasAt,
  },
  {
    field: 'startQuarter',
    synonyms: [
      'Startkwartaal MTVP',
      'Startkwartaal',
      'Start kwartaal',
      'Kwartaal start',
      'Ingangskwartaal',
      'MTVP start',
      'Start MTVP',
      'Start quarter',
      'MTVP start quarter',
    ],
    fits: (value) => parseQuarter(value).ok || /\d/.test(value),
    typical: (value) => parseQuarter(value).ok && !/^\d{1,2}[-/.]/.test(value),
  },
  {
    field: 'startWave',
    synonyms: ['Startgolf', 'Golf', 'Startgroep', 'Instroomgroep', 'Tranche', 'Start wave', 'Wave', 'Cohort'],
    fits: (value) => /\d/.test(value),
  },
  {
    field: 'consultant',
    synonyms: [
      'Praktijkconsulent',
      'Consulent',
      'Naam consulent',
      'Praktijkadviseur',
      'Adviseur',
      'Praktijkbegeleider',
      'Begeleider',
      'Practice consultant',
      'Consultant',
    ],
    never: [...ELSEWHERE, ...MAIL],
    fits: isWords,
  },
  {
    field: 'motivation',
    synonyms: [
      'Motivatie',
      'Motivatie (1-5)',
      'Motivatiescore',
      'Motivation',
      'Motivation (1-5)',
      'Motivation score',
    ],
    fits: isNumeric,
  },
];

/** What a field is called in a sentence. */
export const PRACTICE_FIELD_LABELS: Readonly<Record<PracticeField, Words>> = {
  agb: { nl: 'AGB-code', en: 'AGB code' },
  name: { nl: 'naam', en: 'name' },
  street: { nl: 'adres', en: 'address' },
  postcode: { nl: 'postcode', en: 'postcode' },
  town: { nl: 'plaats', en: 'town' },
  district: { nl: 'HAGRO', en: 'district' },
  listSize: { nl: 'aantal patiënten', en: 'list size' },
  holder: { nl: 'praktijkhouder', en: 'practice holder' },
  email: { nl: 'e-mail van de praktijkhouder', en: 'e-mail of the practice holder' },
  contact: { nl: 'contactpersoon', en: 'contact person' },
  contactEmail: { nl: 'e-mail van de contactpersoon', en: 'e-mail of the contact person' },
  startQuarter: { nl: 'startkwartaal', en: 'start quarter' },
  startWave: { nl: 'startgolf', en: 'start wave' },
  consultant: { nl: 'praktijkconsulent', en: 'practice consultant' },
  motivation: { nl: 'motivatie', en: 'motivation' },
};

/** A mapping by heading, as it is shown and remembered per source; null leaves a column out. */
export type PracticeMapping = Readonly<Record<string, PracticeField | null>>;

/** Proposes which column is which; what was remembered for this source goes first. */
export function proposePracticeMapping(
  table: { headings: readonly string[]; rows: readonly { cells: readonly string[] }[] },
  remembered: PracticeMapping = {},
): ProposedMapping<PracticeField> {
  return proposeMapping(table.headings, PRACTICE_FIELD_SPECS, { rows: table.rows, remembered });
}
