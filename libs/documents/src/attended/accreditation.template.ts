import type { AccreditationField, AccreditationLayout } from '#libs/contracts';
import { writeDutchCsv, writeXlsx, type CellValue, type ColumnSpec } from '#libs/tabular';

/** What the list says of one person who was really there. */
export interface AccreditedPerson {
  name: string;
  bigNumber: string | null;
  practice: string;
  agb: string;
  email: string;
  /** ISO 8601; null where nobody measured. */
  joinedAt: string | null;
  leftAt: string | null;
  hours: number;
  hoursFull: number;
}
export interface AccreditedActivity {
  activityId: string | null;
  /** Local date, ISO. */
  date: string;
}

/** Columns that accreditation lists commonly want (feature 36); a region puts its own order and headings. */
export const DEFAULT_ACCREDITATION: AccreditationLayout = {
  columns: [
    { field: 'activity-id', heading: 'ID nascholing' },
    { field: 'big-number', heading: 'BIG-nummer' },
    { field: 'name', heading: 'Naam' },
    { field: 'hours', heading: 'Uren' },
    { field: 'date', heading: 'Datum' },
  ],
  format: 'xlsx',
};

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CSV = 'text/csv; charset=utf-8';
const TYPES: Record<AccreditationField, ColumnSpec['type']> = {
  // codes are text: a number loses its zeros (field.md B9)
  'activity-id': 'text',
  'big-number': 'text',
  agb: 'text',
  name: 'text',
  practice: 'text',
  email: 'text',
  joined: 'text',
  left: 'text',
  hours: 'number',
  'hours-full': 'integer',
  date: 'date',
};

/** The accreditation list as the region lays it out, as a file (feature 31). */
export async function accreditationList(
  layout: AccreditationLayout,
  activity: AccreditedActivity,
  people: readonly AccreditedPerson[],
): Promise<{ name: string; type: string; body: Buffer }> {
  const columns = layout.columns.map(({ field, heading }) => ({
    heading,
    type: TYPES[field],
    width: field === 'name' || field === 'practice' || field === 'email' ? 30 : 16,
  }));
  const rows = people.map((person) => layout.columns.map(({ field }) => cell(field, activity, person)));
  const base = `accreditatie-${activity.date}`;
  if (layout.format === 'csv') return { name: `${base}.csv`, type: CSV, body: writeDutchCsv(columns, rows) };
  const body = await writeXlsx({ sheets: [{ name: 'Deelnemers', columns, rows }] });
  return { name: `${base}.xlsx`, type: XLSX, body };
}

function cell(field: AccreditationField, activity: AccreditedActivity, person: AccreditedPerson): CellValue {
  switch (field) {
    case 'activity-id':
      return activity.activityId;
    case 'name':
      return person.name;
    case 'big-number':
      return person.bigNumber;
    case 'hours':
      return person.hours;
    case 'hours-full':
      return person.hoursFull;
    case 'date':
      return activity.date;
    case 'practice':
      return person.practice;
    case 'agb':
      return person.agb;
    case 'email':
      return person.email;
    case 'joined':
      return clockTime(person.joinedAt);
    case 'left':
      return clockTime(person.leftAt);
  }
}

const CLOCK = new Intl.DateTimeFormat('nl-NL', { timeStyle: 'short', timeZone: 'Europe/Amsterdam' });
const clockTime = (iso: string | null): string | null => iso && CLOCK.format(new Date(iso));
