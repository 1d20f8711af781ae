import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconDownload, IconSearch } from '@tabler/icons-react';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { compareCells } from '../lib/table';
import type { Column } from './data-table';
import { ColumnsMenu } from './data-table-columns';
import classes from './data-table.module.css';

interface DataTableBarProps<Row> {
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  search: string | null;
  onSearch: (search: string) => void;
  filters: Record<string, string>;
  onFilter: (column: string, value: string) => void;
  hidden: ReadonlySet<string>;
  onHidden: (hidden: ReadonlySet<string>) => void;
  onExport?: () => void;
  tools?: ReactNode;
}

/** Above the table: search, filters, columns, export. */
export function DataTableBar<Row>(props: DataTableBarProps<Row>) {
  const { t } = useTranslation('components');
  const { columns, hidden, search, onExport } = props;
  const hideable = columns.filter((column) => column.hideable !== false);
  const choosable =
    hideable.length > 1 && columns.some((column) => column.hideable === false || column.hidden);
  const toggle = (id: string) => {
    const next = new Set(hidden);
    if (!next.delete(id)) next.add(id);
    props.onHidden(next);
  };
  if (search === null && !props.tools && !onExport && !choosable && !columns.some((column) => column.filter))
    return null;
  return (
    <div className={classes.bar} data-print="hide">
      {props.tools}
      {search !== null && (
        <TextInput
          type="search"
          size="sm"
          className={classes.search}
          leftSection={<IconSearch size={16} />}
          aria-label={t('table.search')}
          placeholder={t('table.search')}
          value={search}
          onChange={(event) => props.onSearch(event.currentTarget.value)}
        />
      )}
      {columns.map((column) =>
        column.filter ? (
          <ColumnFilter
            key={column.id}
            column={column}
            rows={props.rows}
            value={props.filters[column.id] ?? ''}
            onChange={(value) => props.onFilter(column.id, value)}
          />
        ) : null,
      )}
      <div className={classes.right}>
        {choosable && <ColumnsMenu columns={hideable} hidden={hidden} onToggle={toggle} />}
        {onExport && (
          <Button variant="default" size="sm" leftSection={<IconDownload size={16} />} onClick={onExport}>
            {t('table.export')}
          </Button>
        )}
      </div>
    </div>
  );
}

interface ColumnFilterProps<Row> {
  column: Column<Row>;
  rows: readonly Row[];
  value: string;
  onChange: (value: string) => void;
}
function ColumnFilter<Row>({ column, rows, value, onChange }: ColumnFilterProps<Row>) {
  const { t } = useTranslation('components');
  const options = useMemo(
    () => [...new Set(rows.map((row) => String(column.value(row) ?? '')).filter(Boolean))].sort(compareCells),
    [rows, column],
  );
  return (
    <NativeSelect
      size="sm"
      aria-label={column.header}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[{ value: '', label: `${column.header}: ${t('table.all').toLowerCase()}` }, ...options]}
    />
  );
}
