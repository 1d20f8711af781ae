import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import {
  meetingRoom,
  type Attendee,
  type MeetingAttendanceView,
  type MeetingAttendeeView,
  type MeetingPresence,
  type PracticeAttendanceView,
} from '#libs/contracts';
import {
  allow,
  Clock,
  Database,
  DomainError,
  found,
  fresh,
  guardedTexts,
  Rooms,
  type Actor,
} from '#libs/platform';
import { canManageRounds, managesMeeting, practicesAt, takesPartIn } from '../intervision.policy.js';
import { AttendanceRecords } from '../meetings/attendance-records.service.js';
import { closedMeeting } from '../meetings/meeting-closing.queries.js';
import type { Meeting } from '../meetings/meeting.entity.js';
import { meetingFor, type OpenedMeeting } from '../meetings/meeting.queries.js';
import { AttendanceRegister, type PersonThere, type PracticeThere } from './attendance-register.service.js';
import { say } from './attendance.queries.js';
import { plainly } from './attendance.rules.js';
import { MeetingPapers } from './meeting-papers.service.js';

/** What somebody says of one practice. */
export interface AttendanceWish {
  /** Null takes it back: what was measured counts again. */
  state: MeetingPresence | null;
  /** Who came; without anybody whoever was measured, or the only one who can have come. */
  people?: readonly { personId: string; minutes?: number | null }[];
  /** Who came instead and has no account; only with `replaced`. */
  replacedBy?: string | null;
}

/**
 * Who was at a meeting (SES-13): measured where there was a live room, said by its leader or the coordinator, who has the last word. Every
 * word stays, with who said it and when.
 */
@Injectable()
export class MeetingAttendanceService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
    private readonly register: AttendanceRegister,
    private readonly papers: MeetingPapers,
    records: AttendanceRecords,
  ) {
    records.register((actor, meetingId) => this.attendees(actor, meetingId));
  }

  /** All practices for who notes it, one's own for others. @throws not-found · auth.forbidden */
  view(actor: Actor, meetingId: string): Promise<MeetingAttendanceView> {
    return this.database.transaction(actor, async () =>
      this.viewOf(actor, await meetingFor(this.database, actor, meetingId)),
    );
  }

  /**
   * What is said of one practice, now or as a correction.
   * @throws not-found · auth.forbidden · conflict.stale · meeting.not-begun · meeting.over · meeting.person-unknown ·
   *   validation.failed for a replacement without a name · text.identifiers
   */
  record(
    actor: Actor,
    meetingId: string,
    practiceId: string,
    wish: AttendanceWish,
    version?: number,
  ): Promise<MeetingAttendanceView> {
    return this.database.transaction(actor, async () => {
      const opened = await this.held(actor, meetingId);
      const register = await this.register.of(opened);
      const there = found(
        register.practices.find(({ practice }) => practice.id === practiceId) ?? null,
        'practice',
      );
      fresh(there, version);
      const people = (wish.state === 'absent' ? [] : (wish.people ?? [])).map(({ personId, minutes }) => ({
        personId,
        minutes: minutes ?? null,
      }));
      const replacedBy = wish.state === 'replaced' ? replacement(wish, people.length) : null;
      if (!people.every(({ personId }) => belongs(there, personId)))
        throw new DomainError('meeting.person-unknown');
      const named =
        wish.state === 'present' && wish.people === undefined && there.people.length === 0
          ? plainly(there.practice.staff, await this.leaderOf(opened.meeting)).map((personId) => ({
              personId,
              minutes: null,
            }))
          : people;
      await this.keep(actor, opened, there, { state: wish.state, replacedBy, people: once(named) });
      return this.viewOf(actor, opened);
    });
  }

  /** Everybody was there: of whom nothing was said yet. A second time changes nothing. @throws as `record` */
  everybody(actor: Actor, meetingId: string): Promise<MeetingAttendanceView> {
    return this.database.transaction(actor, async () => {
      const opened = await this.held(actor, meetingId);
      const { practices } = await this.register.of(opened);
      const leader = await this.leaderOf(opened.meeting);
      for (const there of practices.filter(({ said }) => !said)) {
        const people = there.people.length > 0 ? [] : plainly(there.practice.staff, leader);
        await this.keep(actor, opened, there, {
          state: 'present',
          replacedBy: null,
          people: people.map((personId) => ({ personId, minutes: null })),
        });
      }
      return this.viewOf(actor, opened);
    });
  }

  /**
   * Who was there, for what follows a meeting; null as long as nobody knows anything. Of a practice that was there without a name these are
   * the ones who were asked. Inside the open transaction.
   */
  async attendees(actor: Actor, meetingId: string): Promise<Attendee[] | null> {
    const opened = await meetingFor(this.database, actor, meetingId);
    const { practices, others } = await this.register.of(opened);
    if (practices.every(({ state }) => state === null) && others.length === 0) return null;
    const { attendees: asked } = await closedMeeting(this.database, meetingId);
    const leader = asked.find(({ role }) => role === 'discussion-leader') ?? null;
    const there = practices.filter(({ state }) => state === 'present' || state === 'replaced');
    const all = there.flatMap(({ practice, people }): Attendee[] =>
      people.length > 0
        ? people.map(({ personId, role }) => ({
            personId,
            practiceId: practice.id,
            role: role ?? 'practice-employee',
          }))
        : asked.filter(({ practiceId, role }) => practiceId === practice.id && role !== 'discussion-leader'),
    );
    const led =
      leader &&
      (leader.practiceId === null || there.some(({ practice }) => practice.id === leader.practiceId));
    return [...all.filter(({ personId }) => !led || personId !== leader.personId), ...(led ? [leader] : [])];
  }

  private async viewOf(actor: Actor, opened: OpenedMeeting): Promise<MeetingAttendanceView> {
    const { meeting, place } = opened;
    const mayRecord = managesMeeting(actor, place);
    allow(mayRecord || takesPartIn(actor, place));
    const own = practicesAt(actor, place);
    const register = await this.register.of(opened);
    return {
      meetingId: meeting.id,
      begun: this.begun(meeting),
      minutes: register.minutes,
      practices: register.practices
        .filter(({ practice }) => mayRecord || own.includes(practice.id))
        .map((there) => shown(there, mayRecord)),
      mayRecord,
      certificate: this.papers.ownTime(actor, meeting, register) !== null,
      accreditation: canManageRounds(actor) ? await this.papers.activity(meeting.id) : null,
    };
  }

  private async keep(
    actor: Actor,
    { meeting }: OpenedMeeting,
    { practice, version }: PracticeThere,
    word: Pick<Parameters<typeof say>[1], 'state' | 'replacedBy' | 'people'>,
  ): Promise<void> {
    await say(this.database, {
      ...word,
      meetingId: meeting.id,
      regionId: actor.regionId,
      practiceId: practice.id,
      version: version + 1,
      by: actor.personId,
      at: this.clock.now(),
    });
    this.audit.record(actor, {
      event: version === 0 ? 'meeting.attendance-recorded' : 'meeting.attendance-corrected',
      action: version === 0 ? 'C' : 'U',
      subjectKind: 'meeting',
      subjectId: meeting.id,
      practiceId: practice.id,
      detail: { state: word.state, people: word.people.map(({ personId }) => personId) },
    });
    await this.rooms.announce(meetingRoom(meeting.id), 'meeting.changed');
  }

  /** The meeting, held, for who notes who was there, from its beginning on. */
  private async held(actor: Actor, meetingId: string): Promise<OpenedMeeting> {
    const opened = await meetingFor(this.database, actor, meetingId, true);
    allow(managesMeeting(actor, opened.place));
    const { state } = opened.meeting;
    if (state === 'cancelled') throw new DomainError('meeting.over', { state });
    if (!this.begun(opened.meeting)) throw new DomainError('meeting.not-begun');
    return opened;
  }

  private begun({ state, startsAt }: Meeting): boolean {
    return state === 'closed' || (state === 'planned' && startsAt !== null && startsAt <= this.clock.now());
  }

  private async leaderOf({ groupId }: Meeting): Promise<string | null> {
    const [row] = await this.database.query<{ id: string | null }>(
      `select leader_person_id as id from intervision_group where id = $1`,
      [groupId],
    );
    return row?.id ?? null;
  }
}

const belongs = ({ practice, people, history }: PracticeThere, id: string): boolean =>
  [practice.staff, people, ...history.map((step) => step.people)].some((some) =>
    some.some(({ personId }) => personId === id),
  );

/** Each person once, as said last. */
const once = <Person extends { personId: string }>(people: readonly Person[]): Person[] => [
  ...new Map(people.map((one) => [one.personId, one])).values(),
];

/** Somebody of the practice, or the name of somebody else. @throws validation.failed · text.identifiers */
function replacement({ replacedBy }: AttendanceWish, people: number): string | null {
  const name = replacedBy?.trim() ?? '';
  if ((name === '') === (people === 0))
    throw new DomainError('validation.failed', { fields: [{ field: 'replacedBy', rule: 'required' }] });
  // a name is what is asked for: only what must never be kept is refused
  return name === '' ? null : guardedTexts({ replacedBy: name }, true).replacedBy;
}

function shown(there: PracticeThere, whole: boolean): PracticeAttendanceView {
  const { practice, state, said, replacedBy, people, history, version } = there;
  return {
    practiceId: practice.id,
    practice: practice.name,
    state,
    said,
    replacedBy,
    people: people.map(attendeeView),
    staff: whole ? practice.staff : [],
    history: whole
      ? history.map((step) => ({ state: step.state, replacedBy: step.replacedBy, by: step.by, at: step.at }))
      : [],
    version,
  };
}

const attendeeView = ({ personId, name, time }: PersonThere): MeetingAttendeeView => ({
  personId,
  name,
  minutes: time.minutes,
  hours: time.hours,
  measured: time.measured,
});
