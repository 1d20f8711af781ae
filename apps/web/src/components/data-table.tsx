import { Button } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../lib/announce';
import { useFormat } from '../lib/i18n';
import { type CellValue, type Sort, matchesSearch, nextSort, sortRows } from '../lib/table';
import { DataTableBar } from './data-table-bar';
import { ColumnHead } from './data-table-head';
import classes from './data-table.module.css';
import { PlainTable } from './plain-table';

export interface Column<Row> {
  id: string;
  header: string;
  /** What is sorted, searched and exported. */
  value: (row: Row) => CellValue;
  /** What is shown; the value when left out, with a number as people read it. */
  cell?: (row: Row) => ReactNode;
  /** A `HelpTip` beside the header. */
  help?: ReactNode;
  align?: 'left' | 'right';
  width?: number | string;
  /** Offers its distinct values as a filter. */
  filter?: boolean;
  /** False for columns without a meaningful order, e.g. buttons; such a column is not exported. */
  sortable?: boolean;
  /** False: always there. */
  hideable?: boolean;
  /** Not shown until it is chosen. */
  hidden?: boolean;
}
/** The table as the person sees it: filtered, sorted, with the chosen columns. */
export interface SeenTable<Row> {
  columns: readonly Column<Row>[];
  rows: readonly Row[];
}
interface DataTableProps<Row> {
  /** Names the table for assistive technology. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Without one: no search field. */
  search?: boolean;
  initialSort?: Sort;
  /** Called with what is seen; a button for it stands above the table. */
  onExport?: (seen: SeenTable<Row>) => void;
  /** Under this name the chosen columns are remembered on this machine. */
  remember?: string;
  /** A row to mark, e.g. the one that is open beside the table. */
  markedKey?: string | null;
  /** Own filters or buttons, before the usual ones. */
  tools?: ReactNode;
  /** The server sorts and filters: rows are shown as they come, and a pressed head only asks for another order. */
  server?: { sort: Sort | null; onSort: (sort: Sort | null) => void };
}
/** More rows than this at once make a page slow and nobody reads them. */
const STEP = 200;

/** Sort, filter, choose columns, export what is seen; head stays in sight, arrow keys go from row to row. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { t } = useTranslation('components');
  const format = useFormat();
  const plain = (value: CellValue) => (typeof value === 'number' ? format.number(value) : value);
  const { columns, rows, rowKey, server } = props;
  const [ownSort, setOwnSort] = useState<Sort | null>(props.initialSort ?? null);
  const sort = server ? server.sort : ownSort;
  const [search, setSearch] = useState('');
  const [filters, setFilters] = useState<Record<string, string>>({});
  const [limit, setLimit] = useState(STEP);
  const [hidden, setHidden] = useHiddenColumns(columns, props.remember);

  const seen = useMemo(() => {
    if (server) return rows;
    const kept = rows.filter(
      (row) =>
        columns.every(
          (column) => !filters[column.id] || String(column.value(row) ?? '') === filters[column.id],
        ) &&
        matchesSearch(
          columns.map((column) => column.value(row)),
          search,
        ),
    );
    const by = columns.find((column) => column.id === sort?.column);
    return by && sort ? sortRows(kept, by.value, sort.descending) : kept;
  }, [rows, columns, filters, search, sort, server]);
  const shown = columns.filter((column) => !hidden.has(column.id));
  const filtered = search.trim() !== '' || Object.values(filters).some(Boolean);

  const press = (column: Column<Row>) => {
    if (server) server.onSort(nextSort(sort, column.id));
    else setOwnSort((current) => nextSort(current, column.id));
    announce(t('table.sorted', { column: column.header }));
  };
  const clear = () => {
    setSearch('');
    setFilters({});
  };

  return (
    <div>
      <DataTableBar
        columns={columns}
        rows={rows}
        search={props.search ? search : null}
        onSearch={setSearch}
        filters={filters}
        onFilter={(id, value) => setFilters((before) => ({ ...before, [id]: value }))}
        hidden={hidden}
        onHidden={setHidden}
        onExport={
          props.onExport &&
          (() => props.onExport?.({ columns: shown.filter((c) => c.sortable !== false), rows: seen }))
        }
        tools={props.tools}
      />
      <p className={classes.count} role="status" data-always={filtered || undefined}>
        {filtered ? t('table.shown', { shown: seen.length, total: rows.length }) : ''}
      </p>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={props.label}>
        <PlainTable className={classes.grid} aria-label={props.label}>
          <thead>
            <tr>
              {shown.map((column) => (
                <ColumnHead key={column.id} column={column} sort={sort} onPress={() => press(column)} />
              ))}
            </tr>
          </thead>
          <tbody onKeyDown={walkRows}>
            {(server ? seen : seen.slice(0, limit)).map((row) => (
              <tr key={rowKey(row)} data-marked={rowKey(row) === props.markedKey || undefined}>
                {shown.map((column) => (
                  <td
                    key={column.id}
                    data-align={column.align}
                    className={column.align === 'right' ? 'lk-num' : undefined}
                  >
                    {column.cell ? column.cell(row) : plain(column.value(row))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </PlainTable>
        {seen.length === 0 && filtered && (
          <div className={classes.nothing}>
            <span>{t('table.nothing')}</span>
            <Button variant="subtle" size="compact-md" onClick={clear}>
              {t('table.clear')}
            </Button>
          </div>
        )}
      </div>
      {!server && seen.length > limit && (
        <Button variant="default" size="sm" mt="sm" onClick={() => setLimit(limit + STEP)}>
          {t('table.more', { count: Math.min(STEP, seen.length - limit) })}
        </Button>
      )}
    </div>
  );
}

/** Arrow up and down go to the same kind of control in the row above or below, when the focus is on a link or button. */
function walkRows(event: KeyboardEvent<HTMLTableSectionElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const from = event.target as HTMLElement;
  if (step === 0 || !from.matches('a, button')) return;
  const cell = from.closest('td');
  const row = cell?.parentElement as HTMLTableRowElement | null;
  const body = event.currentTarget;
  const next = row && body.rows[row.sectionRowIndex + step];
  const target = cell && next?.cells[cell.cellIndex]?.querySelector<HTMLElement>('a, button');
  if (!target) return;
  event.preventDefault();
  target.focus();
}

function useHiddenColumns<Row>(columns: readonly Column<Row>[], remember?: string) {
  const key = remember && `leerkring.columns.${remember}`;
  const state = useState<ReadonlySet<string>>(() => {
    const standard = columns.filter((column) => column.hidden).map((column) => column.id);
    try {
      const kept = key ? localStorage.getItem(key) : null;
      return new Set(kept ? (JSON.parse(kept) as string[]) : standard);
    } catch {
      return new Set(standard);
    }
  });
  const [hidden] = state;
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    try {
      if (key) localStorage.setItem(key, JSON.stringify([...hidden]));
    } catch {
      // A browser that keeps nothing shows the standard columns next time.
    }
  }, [key, hidden]);
  return state;
}
