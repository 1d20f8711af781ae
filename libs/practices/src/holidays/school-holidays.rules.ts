import type { HolidayRegion, Words } from '#libs/contracts';

export interface SchoolHoliday {
  name: Words;
  /** First and last day, both included. */
  from: string;
  to: string;
}

const NAMES = {
  autumn: { nl: 'Herfstvakantie', en: 'Autumn holidays' },
  christmas: { nl: 'Kerstvakantie', en: 'Christmas holidays' },
  spring: { nl: 'Voorjaarsvakantie', en: 'Spring holidays' },
  may: { nl: 'Meivakantie', en: 'May holidays' },
  summer: { nl: 'Zomervakantie', en: 'Summer holidays' },
} satisfies Record<string, Words>;

type Span = [from: string, to: string];
type Season = keyof typeof NAMES;
type Regional = Record<HolidayRegion, Span>;

const everywhere = (from: string, to: string): Regional => ({
  noord: [from, to],
  midden: [from, to],
  zuid: [from, to],
});

/**
 * School holidays as published by the Ministry of Education, Culture and Science, Saturday to Sunday:
 * rijksoverheid.nl/onderwerpen/schoolvakanties/overzicht-schoolvakanties-per-schooljaar, the pages 2025-2026 to 2028-2029.
 * Autumn and spring dates are advice to schools, and schools may add a week to the May holidays: a flag, never a ban.
 */
const BY_SCHOOL_YEAR: Record<string, Record<Season, Regional>> = {
  '2025-2026': {
    autumn: {
      noord: ['2025-10-18', '2025-10-26'],
      midden: ['2025-10-18', '2025-10-26'],
      zuid: ['2025-10-11', '2025-10-19'],
    },
    christmas: everywhere('2025-12-20', '2026-01-04'),
    spring: {
      noord: ['2026-02-21', '2026-03-01'],
      midden: ['2026-02-14', '2026-02-22'],
      zuid: ['2026-02-14', '2026-02-22'],
    },
    may: everywhere('2026-04-25', '2026-05-03'),
    summer: {
      noord: ['2026-07-04', '2026-08-16'],
      midden: ['2026-07-18', '2026-08-30'],
      zuid: ['2026-07-11', '2026-08-23'],
    },
  },
  '2026-2027': {
    autumn: {
      noord: ['2026-10-10', '2026-10-18'],
      midden: ['2026-10-17', '2026-10-25'],
      zuid: ['2026-10-17', '2026-10-25'],
    },
    christmas: everywhere('2026-12-19', '2027-01-03'),
    spring: {
      noord: ['2027-02-20', '2027-02-28'],
      midden: ['2027-02-20', '2027-02-28'],
      zuid: ['2027-02-13', '2027-02-21'],
    },
    may: everywhere('2027-04-24', '2027-05-02'),
    summer: {
      noord: ['2027-07-10', '2027-08-22'],
      midden: ['2027-07-17', '2027-08-29'],
      zuid: ['2027-07-24', '2027-09-05'],
    },
  },
  '2027-2028': {
    autumn: {
      noord: ['2027-10-16', '2027-10-24'],
      midden: ['2027-10-16', '2027-10-24'],
      zuid: ['2027-10-23', '2027-10-31'],
    },
    christmas: everywhere('2027-12-25', '2028-01-09'),
    spring: {
      noord: ['2028-02-19', '2028-02-27'],
      midden: ['2028-02-26', '2028-03-05'],
      zuid: ['2028-02-26', '2028-03-05'],
    },
    may: everywhere('2028-04-29', '2028-05-07'),
    summer: {
      noord: ['2028-07-15', '2028-08-27'],
      midden: ['2028-07-08', '2028-08-20'],
      zuid: ['2028-07-22', '2028-09-03'],
    },
  },
  '2028-2029': {
    autumn: {
      noord: ['2028-10-14', '2028-10-22'],
      midden: ['2028-10-21', '2028-10-29'],
      zuid: ['2028-10-21', '2028-10-29'],
    },
    christmas: everywhere('2028-12-23', '2029-01-07'),
    spring: {
      noord: ['2029-02-17', '2029-02-25'],
      midden: ['2029-02-17', '2029-02-25'],
      zuid: ['2029-02-10', '2029-02-18'],
    },
    may: everywhere('2029-04-28', '2029-05-06'),
    summer: {
      noord: ['2029-07-21', '2029-09-02'],
      midden: ['2029-07-07', '2029-08-19'],
      zuid: ['2029-07-14', '2029-08-26'],
    },
  },
};

/** The school holidays of one region in the years of the table, in order. */
export function schoolHolidays(region: HolidayRegion): SchoolHoliday[] {
  return Object.values(BY_SCHOOL_YEAR).flatMap((year) =>
    (Object.keys(NAMES) as Season[]).map((season) => {
      const [from, to] = year[season][region];
      return { name: NAMES[season], from, to };
    }),
  );
}

/** Last day of which the school holidays of a region are known; later dates carry no flag, and the round says so. */
export function schoolHolidaysKnownUntil(region: HolidayRegion): string {
  return schoolHolidays(region).at(-1)?.to as string;
}
