import { Injectable } from '@nestjs/common';
import {
  mondayOf,
  type ReferralAddedView,
  type ReferralField,
  type ReferralKind,
  type ReferralPreviewView,
} from '#libs/contracts';
import { Database, DomainError, findingIn, guardedTexts, keptText, newId, type Actor } from '#libs/platform';
import { readTable, TabularError, type Table } from '#libs/tabular';
import {
  checkedChoice,
  isBareName,
  isIdentityHeading,
  isKnown,
  listColumns,
  type ColumnChoice,
  type ListColumn,
} from './list-columns.rules.js';
import { hasColumns, isHeadingRow, LIST_LIMITS, pastedTable } from './list-table.rules.js';
import {
  allTakenOut,
  gpIn,
  LONGEST_REASON,
  LONGEST_SPECIALISM,
  printedRow,
  tableRow,
} from './list-rows.rules.js';
import { ReferralPractice, type OpenPractice } from './referral-practice.service.js';
import { ReferralSettings } from './referral-settings.service.js';

/** Referrals of one week: many times the busiest practice. */
export const MOST_ROWS = 300;

/** Headings of which a practice's choice is remembered. */
const MOST_HEADINGS = 200;

export interface NewReferral {
  /** ISO week; the one that the list is put in for when null. */
  week: string | null;
  gpId: string;
  kind: ReferralKind;
  specialism: string;
  reason: string;
  timeOut?: boolean;
}
export type ListMapping = Record<string, ReferralField | null>;

/**
 * The week's list of a practice (REF-03). A list is read in memory, cleaned, and answered; nothing of it is stored, logged or audited. What
 * is kept comes in a second call and passes the guard again: whoever skips the first gets no further.
 */
@Injectable()
export class ReferralLists {
  constructor(
    private readonly database: Database,
    private readonly practices: ReferralPractice,
    private readonly settings: ReferralSettings,
  ) {}

  /** What would be kept of pasted lines: a table, with headings or without, or a print-out. */
  previewText(
    actor: Actor,
    practiceId: string,
    text: string,
    mapping?: ListMapping,
  ): Promise<ReferralPreviewView> {
    return this.practices.arranging(actor, practiceId, async (practice) => {
      const table = await pastedTable(text, headingRow(practice, mapping));
      const lines = text.split(/\r\n?|\n/).map((line, k) => ({ row: k + 1, line }));
      return this.ofList(practice, table, lines, mapping);
    });
  }

  /** The same of a file. @throws upload.too-large, upload.empty, upload.unreadable */
  previewFile(
    actor: Actor,
    practiceId: string,
    file: Buffer,
    mapping?: ListMapping,
  ): Promise<ReferralPreviewView> {
    return this.practices.arranging(actor, practiceId, async (practice) => {
      const headed = headingRow(practice, mapping);
      const table = await readTable(file, { limits: LIST_LIMITS, headed }).catch((error: unknown) => {
        throw readProblem(error);
      });
      const lines = table.rows.map(({ row, cells }) => ({ row, line: cells.join(' ') }));
      return this.ofList(practice, table, lines, mapping);
    });
  }

  /** By its columns as soon as one of them is known; until then line by line, and its columns can be chosen. */
  private ofList(
    practice: OpenPractice,
    table: Table | null,
    lines: readonly { row: number; line: string }[],
    mapping: ListMapping | undefined,
  ): ReferralPreviewView {
    const choice = mapping ? checkedChoice(table?.headings ?? [], mapping) : practice.mapping;
    // a heading that says what it is makes a table, also when somebody leaves its column out
    if (table?.headings.some((heading) => isKnown({}, heading) || isKnown(choice, heading)))
      return this.ofTable(practice, table, choice);
    const said = lines.filter(({ line }) => line.trim() !== '');
    if (said.length === 0) throw new DomainError('upload.empty');
    const rows = said
      .slice(0, MOST_ROWS)
      .map(({ line, row }) =>
        printedRow(line.trim().slice(0, 2000), row, practice.participants, practice.today),
      );
    return {
      columns: table && hasColumns(table) ? columnsOf(practice, table, choice) : [],
      rows,
      takenOut: allTakenOut(rows),
      tooMany: Math.max(0, said.length - MOST_ROWS),
    };
  }

  private ofTable(practice: OpenPractice, table: Table, choice: ColumnChoice): ReferralPreviewView {
    if (table.rows.length === 0) throw new DomainError('upload.empty');
    const columns = columnsOf(practice, table, choice);
    const rows = table.rows
      .slice(0, MOST_ROWS)
      .map((row) => tableRow(row, columns, practice.participants, practice.today));
    return {
      columns,
      rows,
      takenOut: allTakenOut(rows),
      tooMany: Math.max(0, table.rows.length - MOST_ROWS),
    };
  }

  /**
   * Keeps referrals of a week: what a list left, or one note after a consultation (REF-06).
   * @returns the id that takes them all back together
   * @throws text.identifiers, referral.week-unknown, referral.person-unknown
   */
  add(
    actor: Actor,
    practiceId: string,
    week: string,
    given: { referrals: NewReferral[]; source: 'list' | 'note'; confirmed: boolean; mapping?: ListMapping },
  ): Promise<ReferralAddedView> {
    return this.practices.arranging(actor, practiceId, async (practice) => {
      const referrals = given.referrals.slice(0, MOST_ROWS).map((one) => this.checked(practice, week, one));
      const texts = guardedTexts(
        Object.fromEntries(
          referrals.flatMap(({ specialism, reason }, k) => [
            [`specialism.${k}`, specialism.slice(0, LONGEST_SPECIALISM)],
            [`reason.${k}`, reason.slice(0, LONGEST_REASON)],
          ]),
        ),
        given.confirmed,
      );
      const batchId = newId();
      await this.database.query(
        `insert into reviewed_referral (id, region_id, practice_id, week, gp_id, kind, specialism, reason, time_out, source, batch_id, added_by, created_at)
         select x.id, $2, $3, x.week, x.gp, x.kind, x.specialism, x.reason, x.out, $4, $5, $6, $7
         from jsonb_to_recordset($1::jsonb) as x(id uuid, week date, gp uuid, kind text, specialism text, reason text, out boolean)`,
        [
          JSON.stringify(
            referrals.map(({ monday, gpId, kind, timeOut = false }, k) => ({
              id: newId(),
              week: monday,
              gp: gpId,
              kind,
              specialism: texts[`specialism.${k}`],
              reason: texts[`reason.${k}`],
              out: timeOut,
            })),
          ),
          actor.regionId,
          practice.id,
          given.source,
          batchId,
          actor.personId,
          practice.now,
        ],
      );
      if (given.source === 'list') {
        if (given.mapping) await this.remember(actor, practice, given.mapping);
        this.practices.note(actor, practice, 'list-added', 'C');
      }
      await this.practices.changed(practice);
      return { batchId, count: referrals.length };
    });
  }

  /** Refuses whoever may put in no list, before a file is read. */
  allowed(actor: Actor, practiceId: string): Promise<void> {
    return this.practices.arranging(actor, practiceId, () => Promise.resolve());
  }

  /** Takes back what was added together. Twice is once. */
  takeBack(actor: Actor, practiceId: string, batchId: string): Promise<void> {
    return this.practices.arranging(actor, practiceId, async (practice) => {
      await this.database.query(
        `delete from reviewed_referral where practice_id = $1 and batch_id::text = $2 and added_by = $3`,
        [practice.id, batchId, actor.personId],
      );
      await this.practices.changed(practice);
    });
  }

  private checked(practice: OpenPractice, week: string, one: NewReferral): NewReferral & { monday: string } {
    const monday = mondayOf(one.week ?? week);
    if (!monday || monday > practice.today) throw new DomainError('referral.week-unknown');
    if (!practice.people.some(({ personId }) => personId === one.gpId))
      throw new DomainError('referral.person-unknown');
    return { ...one, monday };
  }

  /** Which heading is which, for the next time; a heading that may be somebody, or that the guard stumbles over, is not kept. */
  private async remember(actor: Actor, practice: OpenPractice, mapping: ListMapping): Promise<void> {
    const kept = Object.entries(mapping)
      .filter(
        ([heading]) =>
          heading.length <= 60 &&
          keptText(heading) === heading &&
          !isIdentityHeading(heading) &&
          !isBareName(heading) &&
          findingIn('heading', heading) === null,
      )
      .slice(0, 30);
    await this.settings.lock(actor, practice);
    // a practice has a few lists; what grows beyond them begins anew
    await this.database.query(
      `update referral_settings set mapping =
         case when (select count(*) from jsonb_object_keys(mapping || $2::jsonb)) > $3 then $2::jsonb else mapping || $2::jsonb end
       where practice_id = $1`,
      [practice.id, JSON.stringify(Object.fromEntries(kept)), MOST_HEADINGS],
    );
  }
}

const headingRow =
  (practice: OpenPractice, mapping: ListMapping = {}) =>
  (cells: readonly string[]): boolean =>
    isHeadingRow(
      cells,
      (heading) => isKnown({}, heading) || isKnown({ ...practice.mapping, ...mapping }, heading),
      practice.participants,
    );

const columnsOf = (practice: OpenPractice, { headings, rows }: Table, choice: ColumnChoice): ListColumn[] =>
  listColumns(
    headings,
    rows.map(({ cells }) => cells),
    choice,
    practice.today,
    (cell) => gpIn(cell, practice.participants) !== null,
  );

/** Without what stands in the file: sentences of a reader quote it. */
function readProblem(error: unknown): unknown {
  if (!(error instanceof TabularError)) return error;
  if (error.code === 'file.too-large' || error.code === 'zip.too-large')
    return new DomainError('upload.too-large');
  return new DomainError(error.code === 'file.empty' ? 'upload.empty' : 'referral.list-unreadable');
}
