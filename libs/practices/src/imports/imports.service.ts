import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import {
  importRoom,
  PRACTICE_FIELDS,
  type ImportRowView,
  type ImportView,
  type PracticeField,
} from '#libs/contracts';
import {
  allow,
  Clock,
  Database,
  DomainError,
  found,
  fresh,
  isId,
  newId,
  Rooms,
  sha256,
  type Actor,
} from '#libs/platform';
import { canManagePractices } from '../practices.policy.js';
import { ImportApply, type AppliedCounts } from './import-apply.service.js';
import { ImportComparison, type Compared } from './import-comparison.service.js';
import { ImportMapping } from './import-mapping.entity.js';
import {
  answersThatHold,
  checkedMapping,
  columnSamples,
  headingsFingerprint,
  importView,
  isConfident,
  storable,
  undecidedRows,
  type ImportColumns,
} from './import-rows.rules.js';
import { proposePracticeMapping } from './practice-fields.rules.js';
import { planPracticeImport, type Answer } from './practice-plan.rules.js';
import { PracticeImport } from './practice-import.entity.js';
import { readUpload } from './upload.rules.js';

const KIND = 'practices';
export type QuestionKind = NonNullable<ImportRowView['question']>['kind'];

/** The answers of a person: one row's, or all open questions of one kind at once. */
export interface Decisions {
  key?: string;
  decision?: Answer | null;
  all?: { kind: QuestionKind; decision: Answer | null };
}

/**
 * Reads practice lists in (journey D2): upload, mapping, preview, decisions, apply. Everything before `apply` touches the
 * import only; `apply` writes all of it in one transaction, or nothing.
 */
@Injectable()
export class ImportsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
    private readonly comparison: ImportComparison,
    private readonly writer: ImportApply,
  ) {}

  /**
   * Reads an uploaded list. It ends as a preview when the columns are known (remembered from the same headings, or AGB code
   * and name recognised beyond doubt), else it waits for the mapping.
   * @throws upload.too-large, upload.empty, upload.unreadable with the sentence that says why
   */
  async upload(actor: Actor, file: Buffer, fileName: string): Promise<ImportView> {
    allow(canManagePractices(actor));
    const table = await readUpload(file, fileName);
    return this.database.transaction(actor, async () => {
      const remembered = await this.database.repository(ImportMapping).findOneBy({
        regionId: actor.regionId,
        kind: KIND,
        fingerprint: headingsFingerprint(table.headings),
      });
      const proposed = proposePracticeMapping(table, remembered?.mapping);
      const row: PracticeImport = {
        id: newId(),
        regionId: actor.regionId,
        state: 'mapping',
        fileName: cleanName(fileName),
        sha256: sha256(file).toString('hex'),
        format: {
          kind: table.format.kind,
          encoding: table.format.encoding,
          separator: table.format.separator,
          sheet: table.format.sheet ?? null,
        },
        headings: table.headings,
        mapping: Object.fromEntries(proposed.columns.map((column) => [column.heading, column.field])),
        mappingRemembered: remembered !== null,
        samples: columnSamples(table.headings, table.rows),
        cells: table.rows,
        compared: [],
        outcome: null,
        corrections: {},
        decisions: {},
        counts: {},
        createdBy: actor.personId,
        createdAt: this.clock.now(),
        appliedAt: null,
        version: 1,
      };
      const settled = remembered
        ? row.headings.some((heading) => row.mapping[heading] === 'agb')
        : isConfident(proposed);
      if (settled) await this.preview(row);
      await this.database.repository(PracticeImport).insert(row as never);
      this.note(actor, row, 'import.uploaded', 'C', { rows: row.cells.length, kind: row.format.kind });
      return importView(row);
    });
  }

  /** Chooses the columns and compares again; the choice is remembered for files with the same headings. */
  async map(
    actor: Actor,
    id: string,
    version: number | undefined,
    chosen: Record<string, unknown>,
  ): Promise<ImportView> {
    return this.change(actor, id, version, async (row) => {
      row.mapping = checkedMapping(row.headings, chosen);
      row.mappingRemembered = false;
      await this.remember(actor, row.headings, row.mapping);
      await this.preview(row);
    });
  }

  /**
   * Corrects one cell; null takes the correction back. The file's own cells stay, the comparison is made again.
   * @throws validation.failed for a field without a column, not-found for a row that is not in the file
   */
  async correct(
    actor: Actor,
    id: string,
    version: number | undefined,
    correction: { row: number; field: PracticeField; value: string | null },
  ): Promise<ImportView> {
    return this.change(actor, id, version, async (row) => {
      allow(row.state === 'preview', 'import.not-mapped');
      const { field, value } = correction;
      found(
        row.cells.find((one) => one.row === correction.row),
        'row',
      );
      const mapped = PRACTICE_FIELDS.includes(field) && Object.values(row.mapping).includes(field);
      allow(mapped, 'validation.failed', { fields: [{ field, rule: 'column' }] });
      const { [field]: _before, ...others } = row.corrections[String(correction.row)] ?? {};
      const corrected = value === null ? others : { ...others, [field]: storable(value) };
      row.corrections = { ...row.corrections, [String(correction.row)]: corrected };
      await this.preview(row);
    });
  }

  /** Answers a question, or all questions of one kind; null opens them again. */
  async decide(
    actor: Actor,
    id: string,
    version: number | undefined,
    decisions: Decisions,
  ): Promise<ImportView> {
    return this.change(actor, id, version, async (row) => {
      allow(row.state === 'preview', 'import.not-mapped');
      const { all, key, decision } = decisions;
      const asked = row.compared.filter((one) => (all ? one.question?.kind === all.kind : one.key === key));
      if (!all) found(asked[0]?.question, 'question');
      const answer = all ? all.decision : (decision ?? null);
      row.decisions = { ...row.decisions };
      for (const one of asked) {
        if (answer === null) delete row.decisions[one.key];
        else row.decisions[one.key] = answer;
      }
      row.counts = { ...row.counts, undecided: undecidedRows(row.compared, row.decisions) };
    });
  }

  /** Puts an unfinished import away; what the file said is forgotten. */
  async cancel(actor: Actor, id: string, version?: number): Promise<void> {
    await this.change(actor, id, version, async (row) => {
      Object.assign(row, {
        state: 'cancelled',
        cells: [],
        compared: [],
        samples: {},
        corrections: {},
        decisions: {},
      });
      this.note(actor, row, 'import.cancelled', 'U', {});
    });
  }

  /**
   * Writes the import into the register. The comparison is made again under a lock on the region's register; only when it
   * comes out as previewed, with every question answered, anything is written.
   * @throws import.applied, import.not-mapped, import.undecided, conflict.stale, and import.stale when the register changed
   *   since the preview: the preview is then renewed, so that the difference can be looked at first
   */
  async apply(actor: Actor, id: string, version: number | undefined): Promise<ImportView> {
    allow(canManagePractices(actor));
    try {
      return await this.database.transaction(actor, async () => {
        const row = await this.lockForApply(actor, id, version);
        await this.applyLocked(actor, row);
        return importView(row);
      });
    } catch (error) {
      if (error instanceof DomainError && error.code === 'import.stale') await this.renew(actor, id);
      if ((error as { driverError?: { constraint?: string } }).driverError?.constraint === 'practice_agb') {
        await this.renew(actor, id); // somebody registered one of the new codes at this very moment
        throw new DomainError('import.stale');
      }
      throw error;
    }
  }

  /** Applies an import that this transaction has just made or locked. */
  async applyLocked(actor: Actor, row: PracticeImport): Promise<AppliedCounts> {
    const compared = await this.comparison.compare(row, true);
    allow(compared.outcome === row.outcome, 'import.stale');
    const plan = planPracticeImport(compared.comparison, row.decisions);
    allow(plan.undecided.length === 0, 'import.undecided', { rows: plan.undecided.length });
    const applied = await this.writer.write(actor, plan, compared);
    Object.assign(row, { state: 'applied', appliedAt: this.clock.now() });
    await this.remember(actor, row.headings, row.mapping);
    await this.save(row);
    const { undecided: _undecided, ...counts } = row.counts;
    this.note(actor, row, 'import.applied', 'E', { sha256: row.sha256, counts, applied });
    await this.rooms.announce(importRoom(row.id), 'import.progress');
    return applied;
  }

  /** One import at a time per region, and the rows of one import for one person at a time. */
  async lockForApply(actor: Actor, id: string, version: number | undefined): Promise<PracticeImport> {
    await this.database.query(`select pg_advisory_xact_lock(hashtextextended('practice import ' || $1, 0))`, [
      actor.regionId,
    ]);
    const row = await this.lock(id);
    allow(row.state !== 'mapping', 'import.not-mapped');
    fresh(row, version);
    return row;
  }

  /** Compares and notes the outcome, keeping the answers whose question is still the same. */
  async preview(row: PracticeImport): Promise<Compared> {
    const compared = await this.comparison.compare(row, false);
    row.decisions = answersThatHold(row.decisions, row.compared, compared.views);
    row.compared = compared.views;
    row.outcome = compared.outcome;
    row.state = 'preview';
    row.counts = { ...compared.comparison.counts, undecided: undecidedRows(row.compared, row.decisions) };
    return compared;
  }

  private async change(
    actor: Actor,
    id: string,
    version: number | undefined,
    work: (row: PracticeImport) => Promise<void>,
  ): Promise<ImportView> {
    allow(canManagePractices(actor));
    return this.database.transaction(actor, async () => {
      const row = await this.lock(id);
      fresh(row, version);
      await work(row);
      await this.save(row);
      await this.rooms.announce(importRoom(id), 'import.progress');
      return importView(row);
    });
  }

  private async renew(actor: Actor, id: string): Promise<void> {
    await this.change(actor, id, undefined, async (row) => void (await this.preview(row)));
  }

  private async remember(actor: Actor, headings: string[], mapping: ImportColumns): Promise<void> {
    await this.database.repository(ImportMapping).upsert(
      {
        regionId: actor.regionId,
        kind: KIND,
        fingerprint: headingsFingerprint(headings),
        mapping: mapping as never,
        usedAt: this.clock.now(),
      },
      ['regionId', 'kind', 'fingerprint'],
    );
  }

  private async lock(id: string): Promise<PracticeImport> {
    const row = isId(id)
      ? await this.database
          .repository(PracticeImport)
          .findOne({ where: { id }, lock: { mode: 'pessimistic_write' } })
      : null;
    const open = found(row, 'import');
    found(open.state === 'cancelled' ? null : open, 'import');
    allow(open.state !== 'applied', 'import.applied');
    return open;
  }

  private async save(row: PracticeImport): Promise<void> {
    row.version += 1;
    const { id, regionId: _region, headings: _headings, createdBy: _by, ...values } = row;
    await this.database.repository(PracticeImport).update(id, values as never);
  }

  private note(
    actor: Actor,
    row: PracticeImport,
    event: string,
    action: 'C' | 'U' | 'E',
    detail: Record<string, unknown>,
  ): void {
    this.audit.record(actor, { event, action, subjectKind: 'import', subjectId: row.id, detail });
  }
}

function cleanName(fileName: string): string {
  const last = storable(fileName).split(/[/\\]/).at(-1) ?? '';
  // eslint-disable-next-line no-control-regex
  return last.replace(/[\u0000-\u001f\u007f]/g, '').slice(0, 200) || 'bestand';
}
