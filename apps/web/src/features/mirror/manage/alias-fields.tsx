import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { practicesQuery } from '../../../lib/practices';
import type { AliasRow } from './source-draft';
import classes from './manage.module.css';

interface AliasFieldsProps {
  rows: readonly AliasRow[];
  onChange: (rows: AliasRow[]) => void;
}

/** What a source calls a practice, where that is neither its AGB code nor its name. Seldom needed. */
export function AliasFields({ rows, onChange }: AliasFieldsProps) {
  const { t } = useTranslation('mirror-data');
  const { data: practices } = useQuery({ ...practicesQuery, enabled: rows.length > 0 });
  const put = (at: number, change: Partial<AliasRow>) =>
    onChange(rows.map((row, index) => (index === at ? { ...row, ...change } : row)));
  return (
    <fieldset className={classes.group}>
      <legend>{t('aliases')}</legend>
      <p className={classes.quiet}>{t('aliases.why')}</p>
      {rows.map((row, at) => (
        <div key={at} className={classes.alias}>
          <TextInput
            size="sm"
            label={t('aliases.name')}
            value={row.name}
            maxLength={40}
            onChange={(event) => put(at, { name: event.currentTarget.value })}
          />
          <NativeSelect
            size="sm"
            label={t('aliases.practice')}
            value={row.practiceId}
            onChange={(event) => put(at, { practiceId: event.currentTarget.value })}
            data={[
              { value: '', label: t('aliases.choose') },
              ...(practices ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <ActionIcon
            variant="subtle"
            size={36}
            aria-label={t('aliases.remove', { name: row.name })}
            onClick={() => onChange(rows.toSpliced(at, 1))}
          >
            <IconTrash size={18} />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button
          variant="default"
          size="sm"
          leftSection={<IconPlus size={17} />}
          onClick={() => onChange([...rows, { name: '', practiceId: '' }])}
        >
          {t('aliases.add')}
        </Button>
      </div>
    </fieldset>
  );
}
