import { Injectable } from '@nestjs/common';
import type { ImportRowView, ImportVerdict, ImportView, Page } from '#libs/contracts';
import { allow, Database, found, isId, type Actor } from '#libs/platform';
import { canManagePractices } from '../practices.policy.js';
import { importView } from './import-rows.rules.js';
import { PracticeImport, type ComparedView } from './practice-import.entity.js';
import type { Answer } from './practice-plan.rules.js';

/** Everything a view needs; the rows of the file and the rows shown are read only where they are used. */
const LIGHT = {
  id: true,
  state: true,
  fileName: true,
  format: true,
  headings: true,
  mapping: true,
  samples: true,
  mappingRemembered: true,
  counts: true,
  createdBy: true,
  appliedAt: true,
  version: true,
} as const;

/** Shows imports: nothing here changes anything. */
@Injectable()
export class ImportViews {
  constructor(private readonly database: Database) {}

  async get(actor: Actor, id: string): Promise<ImportView> {
    allow(canManagePractices(actor));
    return this.database.transaction(actor, async () => importView(await this.light(id)));
  }

  /** The actor's unfinished import to go on with, the newest one, or null. */
  async latest(actor: Actor): Promise<ImportView | null> {
    allow(canManagePractices(actor));
    return this.database.transaction(actor, async () => {
      const [row] = await this.database.repository(PracticeImport).find({
        select: LIGHT,
        where: [
          { createdBy: found(actor.personId, 'person'), state: 'mapping' },
          { createdBy: found(actor.personId, 'person'), state: 'preview' },
        ],
        order: { createdAt: 'DESC', id: 'DESC' },
        take: 1,
      });
      return row ? importView(row) : null;
    });
  }

  /** One page of the rows as they were compared, worst first. */
  async rows(
    actor: Actor,
    id: string,
    options: { verdict?: ImportVerdict; cursor?: string; limit: number },
  ): Promise<Page<ImportRowView>> {
    allow(canManagePractices(actor));
    const after = Number(options.cursor ?? 0);
    allow(Number.isSafeInteger(after) && after >= 0, 'validation.failed', {
      fields: [{ field: 'cursor', rule: 'cursor' }],
    });
    return this.database.transaction(actor, async () => {
      const row = await this.light(id);
      const rows = await this.database.query<{ view: ComparedView; place: number; decision: Answer | null }>(
        `select e.view, e.place::integer, i.decisions ->> (e.view ->> 'key') as decision
         from practice_import i cross join lateral jsonb_array_elements(i.compared) with ordinality as e(view, place)
         where i.id = $1 and e.place > $2 and ($3::text is null or e.view ->> 'verdict' = $3) order by e.place limit $4`,
        [id, after, options.verdict ?? null, options.limit + 1],
      );
      const page = rows.slice(0, options.limit);
      const counts = importView(row).counts;
      const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
      return {
        items: page.map(({ view, decision }) => ({ ...view, decision })),
        next: rows.length > options.limit ? String(page.at(-1)?.place) : null,
        total: options.verdict ? counts[options.verdict] : all,
      };
    });
  }

  /** True when the actor may look into the import's room. */
  async visible(actor: Actor, id: string): Promise<boolean> {
    if (!canManagePractices(actor) || !isId(id)) return false;
    return this.database.transaction(actor, () =>
      this.database.repository(PracticeImport).exists({ where: { id } }),
    );
  }

  private async light(id: string): Promise<PracticeImport> {
    const row = isId(id)
      ? await this.database.repository(PracticeImport).findOne({ select: LIGHT, where: { id } })
      : null;
    return found(row, 'import');
  }
}
