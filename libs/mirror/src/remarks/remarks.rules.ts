import type { FigureRemarkView } from '#libs/contracts';
import { DomainError, isId, type Actor } from '#libs/platform';
import { canManageFigures, ownPractices } from '../mirror.policy.js';
import type { RemarkRow, RemarksCursor } from './remarks.queries.js';

/** What a steward can say to a remark. */
export type RemarkVerdict = 'answered' | 'accepted' | 'declined';

/** A comment is answered; a dispute can also be accepted or declined. */
export function verdictFits(kind: FigureRemarkView['kind'], verdict: RemarkVerdict): boolean {
  return verdict === 'answered' || kind === 'dispute';
}

/** Who reads a remark, and how much of it. */
export interface RemarkReader {
  /** Practices whose remarks are read in full, with their name: the reader's own, and in open mode those of the group. */
  whole: readonly string[];
  /** Keeps figures: reads every remark that was sent to it, in full. */
  manages: boolean;
}

/**
 * A remark as one reader sees it. Of a practice that is not known by name only that it comments or disputes, and how that stands: its own
 * words would say who it is (MIR-03, models/disclosure.md §2.6).
 */
export function remarkView(row: RemarkRow, reader: RemarkReader, actor: Actor): FigureRemarkView {
  const own = ownPractices(actor).includes(row.practiceId);
  const whole = own || reader.manages || reader.whole.includes(row.practiceId);
  const open = row.state === 'open';
  return {
    id: row.id,
    practice: whole ? row.practice : null,
    own,
    kind: row.kind,
    text: whole ? row.text : '',
    state: row.state,
    answer: whole ? row.answer : null,
    at: row.at,
    answeredAt: row.answeredAt,
    measure: { code: row.measureCode, title: row.title ?? { nl: row.measureCode, en: row.measureCode } },
    item: { code: row.item, name: row.itemName ?? row.item },
    period: { from: row.from, toExclusive: row.toExclusive },
    mayAnswer: open && canManageFigures(actor),
    mayWithdraw: open && own,
    version: row.version,
  };
}

/**
 * The twelve months of a figure, half-open, from their first day.
 * @throws validation.failed for anything but the first day of a month
 */
export function yearFrom(from: string): { from: string; toExclusive: string } {
  const [, year = '', month = ''] = /^(20\d\d)-(0[1-9]|1[0-2])-01$/.exec(from) ?? [];
  if (!year) throw new DomainError('validation.failed', { fields: [{ field: 'from', rule: 'month' }] });
  return { from, toExclusive: `${Number(year) + 1}-${month}-01` };
}

/** @throws validation.failed for a cursor that we did not write. */
export function readRemarksCursor(text: string): RemarksCursor {
  const [rank = '', id = ''] = text.split('.');
  if (!/^[012]$/.test(rank) || !isId(id))
    throw new DomainError('validation.failed', { fields: [{ field: 'cursor', rule: 'cursor' }] });
  return { rank: Number(rank), id };
}
