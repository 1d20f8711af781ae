import { Injectable } from '@nestjs/common';
import type { HomeView } from '#libs/contracts';
import { Clock, Database, practicesOf, type Actor } from '#libs/platform';
import { canManageFigures } from '../mirror.policy.js';
import { unsignedModes } from '../modes/open-modes.queries.js';
import { localDay } from '../modes/scope.rules.js';
import { RemarksService } from '../remarks/remarks.service.js';
import { remarksTask, signTask } from './attention.rules.js';

/** What figures ask of this reader: their part of the home page. */
@Injectable()
export class FiguresAttention {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly remarks: RemarksService,
  ) {}

  async of(actor: Actor): Promise<Pick<HomeView, 'tasks'>> {
    const signing = actor.kind === 'task' ? [] : practicesOf(actor, 'practice-holder');
    const manages = canManageFigures(actor);
    if (signing.length === 0 && !manages) return { tasks: [] };
    return this.database.transaction(actor, async () => {
      const tasks: HomeView['tasks'] = [];
      if (signing.length > 0) {
        const modes = await unsignedModes(this.database, signing, localDay(this.clock.now()));
        tasks.push(...modes.map((mode) => signTask(mode, signing.length > 1)));
      }
      if (manages) tasks.push(...remarksTask(await this.remarks.waiting()));
      return { tasks };
    });
  }
}
