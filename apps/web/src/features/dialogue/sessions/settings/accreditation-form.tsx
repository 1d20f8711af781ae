import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Checkbox.css';
import { ActionIcon, Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ACCREDITATION_FIELDS, type AccreditationField, type DialogueSettingsView } from '#libs/contracts';
import { ErrorState } from '../../../../components/error-state';
import { Panel } from '../../../../components/panel';
import { useSettings } from './use-settings';
import classes from '../sessions.module.css';

interface Column {
  field: AccreditationField;
  heading: string;
  used: boolean;
}

/** Columns of the accreditation list: which, in which order, under which heading. */
export function AccreditationForm({ settings }: { settings: DialogueSettingsView }) {
  const { t } = useTranslation(['dialogue-sessions', 'components']);
  const { accreditation } = settings;
  const [format, setFormat] = useState(accreditation.format);
  const [columns, setColumns] = useState<Column[]>(() => [
    ...accreditation.columns.map((column) => ({ ...column, used: true })),
    ...ACCREDITATION_FIELDS.filter((field) => !accreditation.columns.some((one) => one.field === field)).map(
      (field) => ({ field, heading: t(`field.${field}`), used: false }),
    ),
  ]);
  const save = useSettings(settings);
  const used = columns.filter((column) => column.used);
  const whole = used.length > 0 && used.every(({ heading }) => heading.trim() !== '');
  const set = (field: AccreditationField, change: Partial<Column>) =>
    setColumns((known) => known.map((one) => (one.field === field ? { ...one, ...change } : one)));
  const move = (place: number, by: -1 | 1) =>
    setColumns((known) => {
      const next = [...known];
      const [one] = next.splice(place, 1);
      if (one) next.splice(place + by, 0, one);
      return next;
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!whole) return;
    const wanted = used.map(({ field, heading }) => ({ field, heading: heading.trim() }));
    save.mutate({ accreditation: { columns: wanted, format } });
  };
  return (
    <Panel title={t('accreditation')}>
      <form noValidate onSubmit={submit} className={classes.form}>
        <p className={classes.hint}>{t('accreditation.why')}</p>
        <ol className={classes.columnsList}>
          {columns.map(({ field, heading, used: on }, place) => {
            const name = t(`field.${field}`);
            return (
              <li key={field} className={classes.column}>
                <Checkbox
                  label={name}
                  checked={on}
                  onChange={(event) => set(field, { used: event.currentTarget.checked })}
                />
                <TextInput
                  aria-label={t('accreditation.heading', { column: name })}
                  value={heading}
                  maxLength={60}
                  disabled={!on}
                  error={on && heading.trim() === '' ? t('accreditation.heading.wrong') : null}
                  onChange={(event) => set(field, { heading: event.currentTarget.value })}
                />
                <span className={classes.arrows}>
                  <ActionIcon
                    variant="subtle"
                    aria-label={t('components:rank.up', { label: name })}
                    disabled={place === 0}
                    onClick={() => move(place, -1)}
                  >
                    <IconArrowUp size={17} />
                  </ActionIcon>
                  <ActionIcon
                    variant="subtle"
                    aria-label={t('components:rank.down', { label: name })}
                    disabled={place === columns.length - 1}
                    onClick={() => move(place, 1)}
                  >
                    <IconArrowDown size={17} />
                  </ActionIcon>
                </span>
              </li>
            );
          })}
        </ol>
        <NativeSelect
          label={t('accreditation.format')}
          maw={260}
          value={format}
          onChange={(event) => setFormat(event.currentTarget.value as typeof format)}
          data={[
            { value: 'xlsx', label: t('accreditation.xlsx') },
            { value: 'csv', label: t('accreditation.csv') },
          ]}
        />
        {save.error ? <ErrorState error={save.error} /> : null}
        <div>
          <Button type="submit" loading={save.isPending} disabled={!whole}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
