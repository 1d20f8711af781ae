import { Injectable } from '@nestjs/common';
import type { KeptImportView, PracticeDataView } from '#libs/contracts';
import { allow, Database, type Actor } from '#libs/platform';
import { canManageStaff } from '../practices.policy.js';
import { PracticesService } from './practices.service.js';

/** What this context keeps about one practice: register, people with history, groups, and the lists it was read from. */
@Injectable()
export class PracticeData {
  constructor(
    private readonly database: Database,
    private readonly practices: PracticesService,
  ) {}

  /** For the coordinator and the practice's own holder. @throws not-found, or auth.forbidden for others who may see it */
  async of(actor: Actor, practiceId: string): Promise<Pick<PracticeDataView, 'practice' | 'imports'>> {
    return this.database.transaction(actor, async () => {
      const practice = await this.practices.get(actor, practiceId);
      allow(canManageStaff(actor, practiceId));
      const imports = await this.database.query<Omit<KeptImportView, 'appliedAt'> & { appliedAt: Date }>(
        `select i.file_name as "fileName", i.applied_at as "appliedAt", e.view->>'verdict' as verdict
         from practice_import i cross join lateral jsonb_array_elements(i.compared) as e(view)
         where i.state = 'applied' and (e.view->'values'->>'agb' = $2 or e.view->>'key' = 'gone:' || $1)
           and e.view->>'verdict' <> 'refused' order by i.applied_at desc, i.id`,
        [practiceId, practice.agb],
      );
      return {
        practice,
        imports: imports.map((one) => ({ ...one, appliedAt: one.appliedAt.toISOString() })),
      };
    });
  }
}
