import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { Checkbox, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { matchesSearch } from '../../../lib/table';
import { practicesQuery } from '../../../lib/practices';
import classes from './create.module.css';

interface PracticesChoiceProps {
  chosen: readonly string[];
  missing: boolean;
  onChange: (ids: string[]) => void;
}

/** Which practices take part, with a search and one box for all that is seen. */
export function PracticesChoice({ chosen, missing, onChange }: PracticesChoiceProps) {
  const { t } = useTranslation('surveys');
  const { data, error, refetch } = useQuery(practicesQuery);
  const [search, setSearch] = useState('');
  if (!data)
    return error ? (
      <ErrorState error={error} onRetry={() => void refetch()} />
    ) : (
      <LoadingState rows={2} height={56} />
    );
  const on = new Set(chosen);
  const seen = data.filter((one) => matchesSearch([one.name, one.town, one.district], search));
  const all = seen.length > 0 && seen.every((one) => on.has(one.id));
  const choose = (ids: readonly string[], add: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (add) next.add(id);
      else next.delete(id);
    }
    onChange([...next].sort());
  };
  return (
    <div>
      <div className={classes.filter}>
        <TextInput
          type="search"
          size="sm"
          aria-label={t('audience.search')}
          placeholder={t('audience.search')}
          leftSection={<IconSearch size={16} />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <Checkbox
          label={t('audience.seen', { count: seen.length })}
          checked={all}
          indeterminate={!all && seen.some((one) => on.has(one.id))}
          onChange={(event) =>
            choose(
              seen.map((one) => one.id),
              event.currentTarget.checked,
            )
          }
        />
        <b role="status">{t('audience.chosen', { count: on.size, total: data.length })}</b>
      </div>
      <div className={classes.practices} role="group" aria-label={t('audience.practices')}>
        {seen.map((one) => (
          <Checkbox
            key={one.id}
            label={one.name}
            description={one.town}
            checked={on.has(one.id)}
            onChange={(event) => choose([one.id], event.currentTarget.checked)}
          />
        ))}
        {seen.length === 0 && <p className="lk-muted">{t('audience.nothing')}</p>}
      </div>
      {missing && <p className={classes.fault}>{t('audience.practices.missing')}</p>}
    </div>
  );
}
