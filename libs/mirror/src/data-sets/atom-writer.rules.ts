import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { KnownPractice, RowReader } from './rows.rules.js';
import type { Atom } from './tally.rules.js';

/** Characters that are sent at once; much smaller costs time, much larger memory. */
const PIECE = 64 * 1024;

/** Writes figures as lines of COPY's text format. Codes hold no tab, line break or backslash: the reader refused those. */
export class AtomWriter {
  private text = '';
  private readonly heads: string[];
  private readonly middles: string[] = [];
  private readonly named = new Set<string>();

  constructor(
    regionId: string,
    dataSetId: string,
    practices: readonly KnownPractice[],
    private readonly reader: RowReader,
  ) {
    this.heads = practices.map((practice) => `${regionId}\t${dataSetId}\t${practice.id}\t`);
  }

  /** Names of the strata that were written, e.g. `V 18-44`. */
  get strata(): string[] {
    return [...this.named].sort();
  }

  /** The row that the reader holds, which has no sex and age. */
  row(row: number): void {
    const { practice, period, item, count, urgent, consults } = this.reader;
    this.line(practice, period, item, '', '', count, urgent, consults, row);
  }

  private line(
    practice: number,
    period: number,
    item: number,
    sex: string,
    age: string,
    count: number,
    urgent: number,
    consults: number,
    row: number,
  ): void {
    const middle = (this.middles[period] ??= this.periodText(period));
    this.text += `${this.heads[practice]!}${this.reader.items[item]!.code}${middle}${sex}\t${age}\t${count}\t${urgent < 0 ? '\\N' : urgent}\t${consults < 0 ? '\\N' : consults}\t${row}\n`;
  }

  private periodText(period: number): string {
    const { starts, months } = this.reader.periods[period]!;
    return `\t${starts}\t${months}\t`;
  }

  async writeAll(atoms: Iterable<Atom>, to: Writable): Promise<void> {
    for (const one of atoms) {
      this.line(
        one.practice,
        one.period,
        one.item,
        one.sex,
        one.age,
        one.count,
        one.urgent,
        one.consults,
        one.row,
      );
      if (one.sex !== '' || one.age !== '') this.named.add(`${one.sex} ${one.age}`.trim());
      if (this.text.length >= PIECE) await this.flush(to);
    }
    await this.flush(to, true);
  }

  /** Sends what has gathered, when it is worth it or must; waits until there is room again. */
  async flush(to: Writable, all = false): Promise<void> {
    if (this.text.length < PIECE && !(all && this.text.length > 0)) return;
    const piece = Buffer.from(this.text);
    this.text = '';
    if (!to.write(piece)) await once(to, 'drain');
  }
}
