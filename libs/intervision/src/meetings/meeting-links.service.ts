import { Injectable } from '@nestjs/common';
import { TaskLinksService } from '#libs/access';
import { Clock, daysOn, type Actor } from '#libs/platform';

/** A link to a meeting stays good this long after it, to look up what was agreed. */
const LINK_DAYS_AFTER = 60;

/** Links in mails that open one meeting for one practice. */
@Injectable()
export class MeetingLinks {
  constructor(
    private readonly links: TaskLinksService,
    private readonly clock: Clock,
  ) {}

  /** Makes a link inside the open transaction. @returns the id that mail parameters carry */
  create(
    actor: Pick<Actor, 'regionId'>,
    meeting: { id: string; endsAt: Date | null },
    personId: string,
    practiceId: string | null,
  ): Promise<string> {
    return this.links.create(actor, {
      personId,
      kind: 'meeting',
      subjectId: meeting.id,
      practiceId,
      until: this.until(meeting),
    });
  }

  /** The links follow a meeting that moves. */
  async move(meeting: { id: string; endsAt: Date | null }): Promise<void> {
    await this.links.move(meeting.id, this.until(meeting));
  }

  private until({ endsAt }: { endsAt: Date | null }): Date {
    return daysOn(endsAt ?? this.clock.now(), LINK_DAYS_AFTER);
  }
}
