import { Injectable } from '@nestjs/common';
import type { AccreditationLayout, DialogueSettingsView } from '#libs/contracts';
import { AuditService } from '#libs/audit';
import { allow, Clock, Database, DomainError, type Actor } from '#libs/platform';
import { canManageDialogue } from '../dialogue.policy.js';
import { Session } from './session.entity.js';
import { lockSession, settingsOf } from './sessions.queries.js';
import { assertTimeline, type Timeline } from './settings.rules.js';
import { StepsService } from './steps.service.js';

export interface SettingsChange {
  /** The steps that are given change; the others stay. */
  timeline?: Partial<Timeline>;
  accreditation?: AccreditationLayout;
  /** Sessions that are planned already follow too, except for moments that their organiser chose. */
  planned?: boolean;
}

/** How a region holds its sessions: days and times of the timeline, columns of the accreditation list (features 25, 36). */
@Injectable()
export class DialogueSettings {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly steps: StepsService,
  ) {}

  async get(actor: Actor): Promise<DialogueSettingsView> {
    allow(canManageDialogue(actor));
    return this.database.transaction(actor, () => settingsOf(this.database));
  }

  /** @throws conflict.stale · session.times-invalid when the steps would not follow each other · conflict.duplicate for a column twice */
  async change(actor: Actor, change: SettingsChange, version?: number): Promise<DialogueSettingsView> {
    allow(canManageDialogue(actor));
    return this.database.transaction(actor, async () => {
      await this.database.query(
        'insert into dialogue_settings (region_id, version) values (current_region(), 0) on conflict do nothing',
      );
      await this.database.query(
        'select 1 from dialogue_settings where region_id = current_region() for update',
      );
      const known = await settingsOf(this.database);
      if (version !== undefined && version !== known.version)
        throw new DomainError('conflict.stale', { version: known.version });
      // a door leaves undefined what was not sent
      const given = Object.entries(change.timeline ?? {}).filter(([, moment]) => moment !== undefined);
      const timeline: Timeline = { ...known.timeline, ...Object.fromEntries(given) };
      assertTimeline(timeline);
      const accreditation = change.accreditation ?? known.accreditation;
      const fields = accreditation.columns.map(({ field }) => field);
      if (new Set(fields).size < fields.length)
        throw new DomainError('conflict.duplicate', { field: 'accreditation' });
      await this.database.query(
        'update dialogue_settings set timeline = $1, accreditation = $2, version = version + 1 where region_id = current_region()',
        [JSON.stringify(timeline), JSON.stringify(accreditation)],
      );
      if (change.planned) await this.follow();
      this.audit.record(actor, {
        event: 'dialogue-settings.changed',
        action: 'U',
        subjectKind: 'region',
        subjectId: actor.regionId,
        detail: {
          steps: given.map(([kind]) => kind),
          accreditation: change.accreditation !== undefined,
          planned: change.planned ?? false,
        },
      });
      return settingsOf(this.database);
    });
  }

  /** Every session that is still to come is planned by the new settings, in one order, so that two changes cannot wait for each other. */
  private async follow(): Promise<void> {
    const coming = await this.database
      .repository(Session)
      .createQueryBuilder('s')
      .where(`s.state = 'planned' and s.starts_at > :now`, { now: this.clock.now() })
      .orderBy('s.id')
      .getMany();
    for (const { id } of coming) await this.steps.move(await lockSession(this.database, id));
  }
}
