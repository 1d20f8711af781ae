import { Injectable } from '@nestjs/common';
import type { ImportVerdict } from '#libs/contracts';
import { allow, Database, DomainError, found, isId, type Actor } from '#libs/platform';
import { writeXlsx, type CellValue } from '#libs/tabular';
import { canManagePractices } from '../practices.policy.js';
import { XLSX_TYPE, type ExportedFile } from '../register/practice-exports.service.js';
import type { AppliedCounts } from './import-apply.service.js';
import { ImportsService } from './imports.service.js';
import { PracticeImport } from './practice-import.entity.js';

/** What reading a file in came to. */
export interface ImportedCounts extends AppliedCounts {
  importId: string;
  verdicts: Record<ImportVerdict, number>;
}

/** Practice lists without a screen: the command line's import in one go, and the refused rows as a file to send back. */
@Injectable()
export class PracticeImports {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportsService,
  ) {}

  /**
   * Reads a whole file into the register in one transaction; refused rows stay out and are counted.
   * @param options.decisions `refuse-undecided` writes nothing when a row asks a question; `accept` answers yes: the new list
   *   size, the same practice. Practices that are gone from the file are kept either way.
   * @throws upload.*, import.not-mapped when the AGB column is not recognised, import.undecided
   */
  async importFile(
    actor: Actor,
    file: Buffer,
    fileName: string,
    options: { decisions: 'refuse-undecided' | 'accept' },
  ): Promise<ImportedCounts> {
    return this.database.transaction(actor, async () => {
      const uploaded = await this.imports.upload(actor, file, fileName);
      let row = uploaded;
      if (row.state === 'mapping') row = await this.imports.map(actor, row.id, undefined, row.mapping);
      if (options.decisions === 'accept') {
        for (const kind of ['list-size-jump', 'same-practice'] as const)
          row = await this.imports.decide(actor, row.id, undefined, { all: { kind, decision: 'yes' } });
      }
      const locked = await this.imports.lockForApply(actor, row.id, undefined);
      const applied = await this.imports.applyLocked(actor, locked);
      return { importId: row.id, verdicts: row.counts, ...applied };
    });
  }

  /** The refused rows as they stand in the file, with the reasons beside them: to send back to who made the list. */
  async refused(actor: Actor, id: string): Promise<ExportedFile> {
    allow(canManagePractices(actor));
    const row = await this.database.transaction(actor, async () =>
      found(isId(id) ? await this.database.repository(PracticeImport).findOneBy({ id }) : null, 'import'),
    );
    if (row.state === 'mapping') throw new DomainError('import.not-mapped');
    const nl = actor.language === 'nl';
    const cells = new Map(row.cells.map((one) => [one.row, one.cells]));
    const refused = row.compared.filter((one) => one.verdict === 'refused');
    const rows = refused.map((one): CellValue[] => [
      one.row,
      one.problems.map((problem) => problem.message[actor.language]).join(' '),
      ...(cells.get(one.row ?? 0) ?? []),
    ]);
    const columns = [
      { heading: nl ? 'Rij' : 'Row', type: 'integer' as const },
      { heading: nl ? 'Reden' : 'Reason', type: 'text' as const, width: 60 },
      ...row.headings.map((heading) => ({ heading, type: 'text' as const })),
    ];
    const name = nl ? 'Fouten' : 'Errors';
    const body = await writeXlsx({ sheets: [{ name, columns, rows }] });
    return { name: `${name.toLowerCase()}.xlsx`, type: XLSX_TYPE, body };
  }
}
