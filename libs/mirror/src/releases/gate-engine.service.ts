import { Injectable } from '@nestjs/common';
import { judgeInThread, type ThreadControls } from './gate.jobs.js';
import type { GateJob, GateOutcome } from './gate.rules.js';
import { TriedOutcomes } from './tried.rules.js';

/** Where releases are judged, and privacy tests try what would come of them. */
@Injectable()
export class GateEngine {
  private readonly tried = new TriedOutcomes();

  /** For a privacy test. What comes of it is kept for the release that may follow. */
  async try(job: GateJob, controls: ThreadControls): Promise<GateOutcome> {
    const outcome = await this.compute(job, controls);
    this.tried.keep(job, outcome);
    return outcome;
  }

  /** For a release: at once what was tried, when everything is still the same; else computed. */
  async judge(job: GateJob, controls: ThreadControls): Promise<GateOutcome> {
    return this.tried.take(job) ?? this.compute(job, controls);
  }

  /** In a thread of its own. Specs put the same computation in its place without a thread. */
  protected compute(job: GateJob, controls: ThreadControls): Promise<GateOutcome> {
    return judgeInThread(job, controls);
  }
}
