import type { SeenTable } from '../../../components/data-table';
import { dutchCsv, saveText } from '../../../lib/csv';

/** The table as it is seen, for Excel: its columns, its order, its rows. */
export function saveSeen<Row>(name: string, { columns, rows }: SeenTable<Row>): void {
  saveText(
    `${name}.csv`,
    dutchCsv(
      columns.map(({ header }) => header),
      rows.map((row) => columns.map(({ value }) => value(row))),
    ),
  );
}
