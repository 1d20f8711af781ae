import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconArrowsSort } from '@tabler/icons-react';
import type { Sort } from '../lib/table';
import type { Column } from './data-table';
import classes from './data-table.module.css';

interface ColumnHeadProps<Row> {
  column: Column<Row>;
  sort: Sort | null;
  onPress: () => void;
}

/** The head of a column; a button that sorts, unless the column has no order. */
export function ColumnHead<Row>({ column, sort, onPress }: ColumnHeadProps<Row>) {
  const sorted = sort?.column === column.id ? (sort.descending ? 'descending' : 'ascending') : 'none';
  const sortable = column.sortable !== false;
  const Icon = sorted === 'none' ? IconArrowsSort : sorted === 'ascending' ? IconArrowUp : IconArrowDown;
  return (
    <th
      scope="col"
      aria-sort={sortable && sorted !== 'none' ? sorted : undefined}
      data-align={column.align}
      style={{ width: column.width }}
    >
      <span className={classes.headCell}>
        {sortable ? (
          <UnstyledButton className={classes.sort} data-sorted={sorted} onClick={onPress}>
            {column.header}
            <Icon size={14} aria-hidden className="lk-icon" />
          </UnstyledButton>
        ) : (
          column.header
        )}
        {column.help}
      </span>
    </th>
  );
}
