import type { AccreditationField, AccreditationLayout, AttendanceView } from '#libs/contracts';
import type { CellValue, ColumnSpec } from '#libs/tabular';

/** What the list says of one person who was there. */
export interface AccreditedPerson {
  attendance: AttendanceView;
  email: string;
  agb: string;
}
export interface AccreditedSession {
  activityId: string | null;
  /** Local date, ISO. */
  date: string;
}

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

/** Columns and rows of the accreditation list as the region lays it out (feature 31): only who was really there. */
export function accreditationTable(
  layout: AccreditationLayout,
  session: AccreditedSession,
  people: readonly AccreditedPerson[],
  clockTime: (iso: string) => string,
): { columns: ColumnSpec[]; rows: CellValue[][] } {
  const value = (field: AccreditationField, { attendance, email, agb }: AccreditedPerson): CellValue => {
    const { joinedAt, leftAt } = attendance;
    switch (field) {
      case 'activity-id':
        return session.activityId;
      case 'name':
        return attendance.person.name;
      case 'big-number':
        return attendance.bigNumber;
      case 'hours':
        return attendance.hours;
      case 'hours-full':
        return attendance.hoursFull;
      case 'date':
        return session.date;
      case 'practice':
        return attendance.practice.name;
      case 'agb':
        return agb;
      case 'email':
        return email;
      case 'joined':
        return joinedAt && clockTime(joinedAt);
      case 'left':
        return leftAt && clockTime(leftAt);
    }
  };
  return {
    columns: layout.columns.map(({ field, heading }) => ({
      heading,
      type: TYPES[field],
      width: field === 'name' || field === 'practice' || field === 'email' ? 30 : 16,
    })),
    rows: people
      .filter(({ attendance }) => attendance.present)
      .map((person) => layout.columns.map(({ field }) => value(field, person))),
  };
}
