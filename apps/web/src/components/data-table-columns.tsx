import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconColumns3 } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from './data-table';
import classes from './data-table.module.css';

interface ColumnsMenuProps<Row> {
  columns: readonly Column<Row>[];
  hidden: ReadonlySet<string>;
  onToggle: (id: string) => void;
}

/** Which columns to show: a button that unfolds a row of checkboxes. */
export function ColumnsMenu<Row>({ columns, hidden, onToggle }: ColumnsMenuProps<Row>) {
  const { t } = useTranslation('components');
  const [open, disclosure] = useDisclosure(false);
  const id = useId();
  return (
    <>
      <Button
        variant="default"
        size="sm"
        leftSection={<IconColumns3 size={16} />}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={disclosure.toggle}
      >
        {t('table.columns')}
      </Button>
      {open && (
        <fieldset id={id} className={classes.columns}>
          <legend className={classes.legend}>{t('table.columns')}</legend>
          {columns.map((column) => (
            <label key={column.id}>
              <input type="checkbox" checked={!hidden.has(column.id)} onChange={() => onToggle(column.id)} />
              {column.header}
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
