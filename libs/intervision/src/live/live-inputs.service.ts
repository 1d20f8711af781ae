import { Injectable } from '@nestjs/common';
import type { LedMethodStepView, MeetingInputView } from '#libs/contracts';
import { AuditService } from '#libs/audit';
import { allow, Clock, Database, DomainError, guardedTexts, type Actor } from '#libs/platform';
import { LiveMeetingTable, type HeldMeeting } from './live-table.service.js';
import {
  allDone,
  inputView,
  isFixed,
  writersOf,
  writesForGroup,
  type KeptInput,
  type MeetingState,
} from './live-screen.rules.js';

export interface InputWish {
  text: string;
  /** "Klaar". */
  done: boolean;
  /** The writer has read the guard's warnings. */
  confirmed: boolean;
  for: 'practice' | 'group';
  /** Of the text that was changed; left out when there was none yet. */
  version?: number;
}

/** What is written in the steps of a meeting: kept while somebody types, hidden until it is shown (SES-03). */
@Injectable()
export class LiveMeetingInputs {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly table: LiveMeetingTable,
  ) {}

  /**
   * Keeps a text of one's own practice or of the group. When it is the last one that was waited for, the texts of the step are shown.
   * @throws as LiveMeetingTable.hold · not-found for a step · auth.forbidden for who does not write in this step · text.identifiers
   * @throws meeting.input-shown · conflict.stale {version} when somebody else saved in between
   */
  async write(actor: Actor, meetingId: string, stepId: string, wish: InputWish): Promise<MeetingInputView> {
    return this.database.transaction(actor, async () => {
      const held = await this.table.hold(actor, meetingId);
      const step = this.table.step(held.live.method.steps, stepId);
      if (held.room.clock.state === 'waiting') throw new DomainError('live.not-open');
      const practiceId = wish.for === 'group' ? null : held.practiceId;
      const { result, state } = await this.table.change(held, async (table) => {
        this.assertWrites(table, step, held, wish.for);
        const { text } = guardedTexts({ text: wish.text }, wish.confirmed);
        const before = find(table, stepId, practiceId);
        const same = before && before.text === text && before.done === wish.done;
        if (same) return practiceId;
        if (before && isFixed(table, step, before)) throw new DomainError('meeting.input-shown');
        if (before && before.version !== wish.version)
          throw new DomainError('conflict.stale', { version: before.version });
        await this.keep(actor, held, { stepId, practiceId, text, done: wish.done });
        if (!before || before.done !== wish.done)
          this.note(actor, held, 'meeting.input-saved', { stepId, done: wish.done }, practiceId);
        if (wish.done && practiceId !== null && step.together && !table.shown.has(stepId)) {
          const after = await this.table.state(held.live, held);
          if (allDone(after, step, await this.table.practicesHere(held.meeting.id)))
            await this.reveal(held, stepId);
        }
        return practiceId;
      });
      return inputView(state, step, find(state, stepId, result) as KeptInput);
    });
  }

  /**
   * The leader shows what is done by now; who is done later adds to it.
   * @throws as LiveMeetingTable.hold · auth.forbidden · not-found for a step in which nothing is hidden
   */
  async show(actor: Actor, meetingId: string, stepId: string): Promise<void> {
    await this.database.transaction(actor, async () => {
      const held = await this.table.hold(actor, meetingId);
      allow(held.leads);
      const hiding = held.live.method.steps.filter(({ together }) => together);
      this.table.step(hiding, stepId);
      await this.table.change(held, () => this.reveal(held, stepId));
      this.note(actor, held, 'meeting.input-shown', { stepId });
    });
  }

  private assertWrites(
    state: MeetingState,
    step: LedMethodStepView,
    { leads, practiceId }: { leads: boolean; practiceId: string | null },
    whose: InputWish['for'],
  ): void {
    const seat = { audience: leads ? ('leader' as const) : ('participant' as const), practiceId };
    if (whose === 'group') allow(writesForGroup(state, step, seat));
    else allow(writersOf(state, step).some((writer) => writer.practiceId === practiceId));
  }

  private async keep(
    actor: Actor,
    { meeting }: HeldMeeting,
    input: Pick<KeptInput, 'stepId' | 'practiceId' | 'text' | 'done'>,
  ): Promise<void> {
    await this.database.query(
      `insert into meeting_input (region_id, meeting_id, step_id, practice_id, text, done, saved_by, saved_at)
       values (current_region(), $1, $2, $3, $4, $5, $6, $7)
       on conflict (meeting_id, step_id, practice_id) do update set text = excluded.text, done = excluded.done,
         saved_by = excluded.saved_by, saved_at = excluded.saved_at, version = meeting_input.version + 1`,
      [meeting.id, input.stepId, input.practiceId, input.text, input.done, actor.personId, this.clock.now()],
    );
  }

  private async reveal({ meeting }: HeldMeeting, stepId: string): Promise<void> {
    await this.database.query(
      `insert into meeting_shown (meeting_id, step_id, region_id, shown_at) values ($1, $2, current_region(), $3) on conflict do nothing`,
      [meeting.id, stepId, this.clock.now()],
    );
  }

  private note(
    actor: Actor,
    { meeting }: HeldMeeting,
    event: string,
    detail: Record<string, unknown>,
    practiceId: string | null = null,
  ): void {
    this.audit.record(actor, {
      event,
      action: 'U',
      subjectKind: 'meeting',
      subjectId: meeting.id,
      practiceId,
      detail,
    });
  }
}

const find = (state: MeetingState, stepId: string, practiceId: string | null): KeptInput | undefined =>
  state.inputs.find((input) => input.stepId === stepId && input.practiceId === practiceId);
