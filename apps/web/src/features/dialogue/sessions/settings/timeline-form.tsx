import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Checkbox.css';
import { Button, Checkbox, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DialogueSettingsView } from '#libs/contracts';
import { ErrorState } from '../../../../components/error-state';
import { Panel } from '../../../../components/panel';
import { WholeInput } from '../../../../components/whole-input';
import {
  AFTER,
  BEFORE,
  type MomentDraft,
  type TimelineKind,
  draftOf,
  timelineOf,
  wrongIn,
} from './timeline-draft';
import { useSettings } from './use-settings';
import classes from '../sessions.module.css';

/** Days and time of each step. */
export function TimelineForm({ settings }: { settings: DialogueSettingsView }) {
  const { t } = useTranslation('dialogue-sessions');
  const [draft, setDraft] = useState(() => draftOf(settings.timeline));
  const [planned, setPlanned] = useState(false);
  const [checked, setChecked] = useState(false);
  const save = useSettings(settings);
  const wrong = checked ? wrongIn(draft) : [];
  const set = (kind: TimelineKind, change: Partial<MomentDraft>) =>
    setDraft((known) => ({ ...known, [kind]: { ...known[kind], ...change } }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (wrongIn(draft).length === 0) save.mutate({ timeline: timelineOf(draft), planned });
  };
  const rows = (kinds: readonly TimelineKind[], side: 'before' | 'after') => (
    <fieldset className={classes.moments}>
      <legend>{t(`settings.${side}`)}</legend>
      {kinds.map((kind) => {
        const { used, days, time } = draft[kind];
        const name = t(`step.${kind}`);
        return (
          <div key={kind} className={classes.moment}>
            <Checkbox
              label={name}
              checked={used}
              onChange={(event) =>
                set(kind, { used: event.currentTarget.checked, days: days ?? (side === 'before' ? 1 : 0) })
              }
            />
            <WholeInput
              aria-label={`${name}: ${t('settings.days')}`}
              rightSection={<span className={classes.unit}>{t('settings.days')}</span>}
              rightSectionWidth={64}
              value={days}
              disabled={!used}
              onChange={(next) => set(kind, { days: next })}
            />
            <TextInput
              type="time"
              aria-label={`${name}: ${t('times.time')}`}
              value={time}
              disabled={!used}
              onChange={(event) => set(kind, { time: event.currentTarget.value })}
            />
            {wrong.includes(kind) && (
              <p role="alert" className={classes.wrong}>
                {t('settings.wrong')}
              </p>
            )}
          </div>
        );
      })}
    </fieldset>
  );
  return (
    <Panel title={t('settings.timeline')}>
      <form noValidate onSubmit={submit} className={classes.form}>
        {rows(BEFORE, 'before')}
        {rows(AFTER, 'after')}
        <p className={classes.hint}>{t('settings.fixed')}</p>
        <Checkbox
          label={t('settings.planned')}
          description={t('settings.planned.why')}
          checked={planned}
          onChange={(event) => setPlanned(event.currentTarget.checked)}
        />
        {save.error ? <ErrorState error={save.error} /> : null}
        <div>
          <Button type="submit" loading={save.isPending}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
