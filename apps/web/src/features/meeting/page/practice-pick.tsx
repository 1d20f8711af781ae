import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { Checkbox, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingPracticeView } from '#libs/contracts';
import { matchesSearch } from '../../../lib/table';
import classes from './meeting.module.css';

/** Practices with a box each, the reader's own besides; a long list can be searched. */
export function PracticePick({
  among,
  chosen,
  onChange,
}: {
  among: readonly MeetingPracticeView[];
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
}) {
  const { t } = useTranslation('meeting');
  const [search, setSearch] = useState('');
  const shown = among.filter(({ name, town }) => matchesSearch([name, town ?? ''], search));
  const toggle = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    onChange(next);
  };
  return (
    <fieldset className={classes.pick}>
      <legend>{t('new.who', { count: chosen.size + 1 })}</legend>
      {among.length > 12 && (
        <TextInput
          aria-label={t('new.search')}
          placeholder={t('new.search')}
          leftSection={<IconSearch size={16} />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      <div className={classes.chosen}>
        {shown.map(({ id, name, town }) => (
          <Checkbox
            key={id}
            label={town ? `${name}, ${town}` : name}
            checked={chosen.has(id)}
            onChange={(event) => toggle(id, event.currentTarget.checked)}
          />
        ))}
        {shown.length === 0 && <span className="lk-muted">{t('new.search.none')}</span>}
      </div>
    </fieldset>
  );
}
