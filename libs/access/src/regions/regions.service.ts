import { Injectable } from '@nestjs/common';
import type { HolidayRegion, RegionView } from '#libs/contracts';
import { AuditService } from '#libs/audit';
import { allow, Database, found, fresh, type Actor } from '#libs/platform';
import { canChangeRegion } from '../access.policy.js';
import { Region } from './region.entity.js';

/** The region the actor is in: name, holidays, and the person who reads the answers to its mails (ORG-02). */
@Injectable()
export class RegionsService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
  ) {}

  async current(actor: Actor): Promise<RegionView> {
    return this.database.transaction(actor, async () =>
      regionView(found(await this.database.repository(Region).findOneBy({ id: actor.regionId }), 'region')),
    );
  }

  /** Changes what is given. @throws conflict.stale when somebody else changed the region since `version`. */
  async change(
    actor: Actor,
    values: {
      name?: string;
      holidayRegion?: HolidayRegion;
      replyTo?: string | null;
      evaluationTime?: string;
    },
    version?: number,
  ): Promise<RegionView> {
    return this.database.transaction(actor, async () => {
      const regions = this.database.repository(Region);
      const region = found(
        await regions.findOne({ where: { id: actor.regionId }, lock: { mode: 'pessimistic_write' } }),
        'region',
      );
      allow(canChangeRegion(actor));
      fresh(region, version);
      if (values.name !== undefined) region.name = values.name;
      if (values.holidayRegion !== undefined) region.holidayRegion = values.holidayRegion;
      if (values.replyTo !== undefined) region.replyTo = values.replyTo;
      if (values.evaluationTime !== undefined) region.evaluationTime = values.evaluationTime;
      await regions.save(region);
      this.audit.record(actor, {
        event: 'region.changed',
        action: 'U',
        subjectKind: 'region',
        subjectId: region.id,
        detail: { fields: Object.keys(values) },
      });
      return regionView(region);
    });
  }
}

export const regionView = (region: Region): RegionView => ({
  id: region.id,
  slug: region.slug,
  name: region.name,
  holidayRegion: region.holidayRegion,
  replyTo: region.replyTo,
  evaluationTime: region.evaluationTime,
  version: region.version,
});
