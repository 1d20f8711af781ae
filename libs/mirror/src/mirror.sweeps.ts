import { Injectable } from '@nestjs/common';
import { systemActor } from '#libs/platform';
import { OldDataSets } from './data-sets/old-data-sets.sweeps.js';
import { AgreementsService } from './modes/agreements.service.js';
import { GateService } from './releases/gate.service.js';
import { WaitingReleases } from './releases/waiting-releases.sweeps.js';

/** What the clock asks of one region's mirror data when a process died or nobody decided (architecture §1.5). */
@Injectable()
export class MirrorSweeps {
  constructor(
    private readonly dataSets: OldDataSets,
    private readonly agreements: AgreementsService,
    private readonly releases: WaitingReleases,
    private readonly gate: GateService,
  ) {}

  /** Takes up at once what a killed process was doing; only for whoever knows that no other process is left. */
  async recover(regionId: string): Promise<void> {
    await this.gate.recover(regionId);
    await this.sweep(regionId);
  }

  /** @returns what was ended or cleared. @throws after trying everything. */
  async sweep(regionId: string): Promise<number> {
    const actor = systemActor(regionId);
    const parts = await Promise.allSettled([
      this.dataSets.sweep(regionId),
      this.agreements.endPassed(actor),
      this.releases.sweep(regionId),
    ]);
    const failures = parts.flatMap((part) => (part.status === 'rejected' ? [part.reason as unknown] : []));
    if (failures.length > 0) throw new AggregateError(failures, 'Some mirror data could not be swept.');
    return parts.reduce((done, part) => done + (part.status === 'fulfilled' ? part.value : 0), 0);
  }
}
