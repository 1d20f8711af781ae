import { Injectable } from '@nestjs/common';
import type { MethodAdviceView } from '#libs/contracts';
import { allow, Database, type Actor } from '#libs/platform';
import { takesPartIn } from '../intervision.policy.js';
import { meetingFor, type OpenedMeeting } from '../meetings/meeting.queries.js';
import { adviceFor, inOrderOfAdvice, type MeetingFacts } from './methods.rules.js';
import { MethodsService } from './methods.service.js';

/** Where nothing is known of a meeting's length yet, it gets an evening of an hour and a half. */
const USUAL_MINUTES = 90;

/** Which method fits a meeting, with the reasons (SES-04). */
@Injectable()
export class MethodAdvice {
  constructor(
    private readonly database: Database,
    private readonly methods: MethodsService,
  ) {}

  /** For whoever belongs to the meeting: best advice first. @throws not-found · auth.forbidden */
  async forMeeting(actor: Actor, meetingId: string): Promise<MethodAdviceView[]> {
    return this.database.transaction(actor, async () => {
      const opened = await meetingFor(this.database, actor, meetingId);
      allow(takesPartIn(actor, opened.place));
      return this.advise(actor, opened);
    });
  }

  /** The same where that was decided already. Inside the open transaction. */
  async advise(actor: Actor, opened: OpenedMeeting): Promise<MethodAdviceView[]> {
    const facts = await this.facts(opened);
    const methods = await this.methods.list(actor);
    return inOrderOfAdvice(
      methods.map((method) => adviceFor(method, facts)),
      facts.doneBefore,
    );
  }

  /** What is known of the meeting and of its group. Inside the open transaction. */
  async facts({ meeting, place }: OpenedMeeting): Promise<MeetingFacts> {
    const { groupId, startsAt, endsAt } = meeting;
    const held =
      groupId === null
        ? []
        : await this.database.query<{ methodId: string | null }>(
            `select l.method_id as "methodId" from meeting m left join meeting_live l on l.meeting_id = m.id
             where m.group_id = $1 and m.id <> $2 and m.state = 'closed' and ($3::timestamptz is null or m.starts_at < $3)`,
            [groupId, meeting.id, startsAt],
          );
    const doneBefore = new Map<string, number>();
    for (const { methodId } of held)
      if (methodId) doneBefore.set(methodId, (doneBefore.get(methodId) ?? 0) + 1);
    return {
      metBefore: held.length,
      practices: place.practiceIds.length,
      minutesAvailable:
        startsAt && endsAt ? Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000) : USUAL_MINUTES,
      doneBefore,
    };
  }
}
