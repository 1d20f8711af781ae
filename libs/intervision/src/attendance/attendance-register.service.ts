import { Injectable } from '@nestjs/common';
import type { MeetingPresence } from '#libs/contracts';
import { LivePresence } from '#libs/live';
import { Clock, Database } from '#libs/platform';
import type { OpenedMeeting } from '../meetings/meeting.queries.js';
import {
  namedPeople,
  personKey,
  saidOf,
  type NamedPerson,
  type PracticeRow,
  type SaidRow,
} from './attendance.queries.js';
import {
  heldHour,
  lengthOf,
  peopleOf,
  presenceOf,
  timeOf,
  type CountedTime,
  type MeetingHour,
} from './attendance.rules.js';

/** Somebody who counts as having been there. */
export interface PersonThere extends NamedPerson {
  time: CountedTime;
}
export interface PracticeThere {
  practice: Pick<PracticeRow, 'id' | 'name' | 'agb' | 'staff'>;
  state: MeetingPresence | null;
  /** What counts now was said; else it was measured. */
  said: boolean;
  replacedBy: string | null;
  people: PersonThere[];
  /** The latest first. */
  history: SaidRow[];
  version: number;
}
export interface Register {
  practices: PracticeThere[];
  /** Measured, and of no practice at the table: a leader from elsewhere. */
  others: PersonThere[];
  hour: MeetingHour | null;
  /** Whole minutes. */
  minutes: number;
}

/** Who was at a meeting: what was said and what was measured, as one. Inside the open transaction. */
@Injectable()
export class AttendanceRegister {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly presence: LivePresence,
  ) {}

  /** Three statements, however many practices and people. Without a date there is nobody. */
  async of({ meeting, place }: OpenedMeeting): Promise<Register> {
    const { startsAt, endsAt, closedAt } = meeting;
    if (!startsAt || !endsAt) return { practices: [], others: [], hour: null, minutes: 0 };
    const stays = await this.presence.stays(meeting.id);
    const rows = await saidOf(this.database, meeting.id, place.practiceIds);
    const hour = heldHour({ startsAt, endsAt, closedAt }, stays, this.clock.now());
    const homes = homesOf(rows);
    const measured = stays.map((stay) => ({
      ...stay,
      practiceId: (stay.practiceId && homes.get(stay.practiceId)) ?? null,
    }));
    const counted = rows.map((row) => {
      const [said = null] = row.said;
      const here = measured.filter(({ practiceId }) => practiceId === row.id);
      const ids = [...new Set(here.map(({ personId }) => personId))];
      return { row, said, state: presenceOf(said, here.length > 0), people: peopleOf(said, ids) };
    });
    const outside = [
      ...new Set(measured.flatMap(({ practiceId, personId }) => (practiceId === null ? [personId] : []))),
    ];
    const names = await namedPeople(this.database, [
      ...counted.flatMap(({ row, people }) =>
        people.map(({ personId }) => ({ practiceId: row.id, personId })),
      ),
      ...outside.map((personId) => ({ practiceId: null, personId })),
    ]);
    const there = (
      practiceId: string | null,
      { personId, minutes }: { personId: string; minutes: number | null },
    ) => {
      const named = names.get(personKey(practiceId, personId));
      // one person is one person, also with a second screen as leader
      const own = measured.filter((stay) => stay.personId === personId);
      return named ? [{ ...named, time: timeOf(minutes, own, hour) }] : [];
    };
    const practices = counted.map(({ row, said, state, people }) => ({
      practice: row,
      state,
      said: said !== null && said.state !== null,
      replacedBy: said?.state === 'replaced' ? said.replacedBy : null,
      people: people.flatMap((one) => there(row.id, one)).sort((a, b) => a.name.localeCompare(b.name, 'nl')),
      history: row.said,
      version: said?.version ?? 0,
    }));
    const atTable = new Set(practices.flatMap(({ people }) => people.map(({ personId }) => personId)));
    return {
      practices,
      others: outside
        .filter((personId) => !atTable.has(personId))
        .flatMap((personId) => there(null, { personId, minutes: null })),
      hour,
      minutes: lengthOf(hour),
    };
  }
}

/** Of every practice that can have been measured, the one at the table: also of one that became part of another since. */
function homesOf(rows: readonly PracticeRow[]): Map<string, string> {
  const homes = new Map<string, string>();
  for (const { id, mergedInto } of rows) if (mergedInto) homes.set(mergedInto, id);
  for (const { id } of rows) homes.set(id, id);
  return homes;
}
