import { Inject, Injectable } from '@nestjs/common';
import { ConfirmationsService, ErasingService, RetentionDays } from '#libs/access';
import { AuditService } from '#libs/audit';
import { RETENTION } from '#libs/contracts';
import { OldSessions } from '#libs/dialogue';
import { KeptReferrals, OldPolls } from '#libs/intervision';
import { OldMails } from '#libs/notifications';
import { Clock, Database, daysBefore, LOG, monthsBefore, systemActor, type Log } from '#libs/platform';
import { OldImports } from '#libs/practices';
import { OldInvitations } from '#libs/surveys';

/** Once a day per region: what is older than RETENTION says goes (models/security.md #23). The audit log stays. */
@Injectable()
export class RetentionProcessor {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly days: RetentionDays,
    private readonly imports: OldImports,
    private readonly mails: OldMails,
    private readonly invitations: OldInvitations,
    private readonly sessions: OldSessions,
    private readonly referrals: KeptReferrals,
    private readonly polls: OldPolls,
    private readonly people: ErasingService,
    private readonly confirmations: ConfirmationsService,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Regions whose turn it is. What fails in one is tried again tomorrow and keeps no other waiting. */
  async run(): Promise<void> {
    for (const regionId of await this.days.claim())
      await this.region(regionId).catch((error: unknown) =>
        this.log.error({ err: error, regionId }, 'retention failed'),
      );
  }

  private async region(regionId: string): Promise<void> {
    const now = this.clock.now();
    await this.confirmations.forget(regionId, daysBefore(now, RETENTION.signInDays));
    const detail = {
      imports: await this.imports.forget(regionId, monthsBefore(now, RETENTION.importMonths)),
      mails: await this.mails.forget(regionId, monthsBefore(now, RETENTION.mailMonths)),
      invitations: await this.invitations.forget(regionId, daysBefore(now, RETENTION.invitationDays)),
      sessions: await this.sessions.forget(regionId, daysBefore(now, RETENTION.sessionDays)),
      presence: await this.sessions.forgetPresence(regionId, monthsBefore(now, RETENTION.presenceMonths)),
      meetings: await this.polls.forget(regionId, daysBefore(now, RETENTION.meetingDays)),
      referrals: await this.referrals.forget(regionId, monthsBefore(now, RETENTION.referralMonths)),
      people: await this.people.forgetIdle(regionId, monthsBefore(now, RETENTION.personMonths)),
    };
    if (Object.values(detail).every((count) => count === 0)) return;
    const actor = systemActor(regionId);
    await this.database.transaction(actor, async () =>
      this.audit.record(actor, {
        event: 'retention.applied',
        action: 'D',
        subjectKind: 'region',
        subjectId: regionId,
        detail,
      }),
    );
  }
}
