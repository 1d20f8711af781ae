import { Injectable } from '@nestjs/common';
import { judgeInThread, type ThreadControls } from './gate.jobs.js';
import type { GateJob, GateOutcome } from './gate.rules.js';

/** Where releases are judged: a thread of its own. Specs put the same computation in its place without a thread. */
@Injectable()
export class GateEngine {
  judge(job: GateJob, controls: ThreadControls): Promise<GateOutcome> {
    return judgeInThread(job, controls);
  }
}
