import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { Checkbox, NativeSelect } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupPreparationView, OpenModeScope } from '#libs/contracts';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { LoadingState } from '../../../components/loading-state';
import { useLanguage, useWords } from '../../../lib/i18n';
import { showToast } from '../../../lib/toast';
import { choicesQuery, figureDoors, figuresKey } from '../figures-data';
import { useOwnPractices } from '../own-practices';
import { periodWords } from '../period';
import { dayAfterMonths, plusMonths } from './until';
import classes from './open-mode.module.css';

const VIEWERS = ['practice-holder', 'practice-contact', 'practice-employee'] as const;
const MONTHS = [3, 6, 12] as const;

interface ProposeDialogProps {
  view: GroupPreparationView;
  opened: boolean;
  onClose: () => void;
}

/** What to agree on: which figures, of when, for whose eyes, until when. Nothing changes before everybody signed. */
export function ProposeDialog({ view, opened, onClose }: ProposeDialogProps) {
  const { t } = useTranslation('group-figures');
  const { t: app } = useTranslation('app');
  const words = useWords();
  const language = useLanguage();
  const client = useQueryClient();
  const practice = useOwnPractices()[0]?.id ?? null;
  const choices = useQuery({ ...choicesQuery(practice), enabled: opened }).data;
  const [measures, setMeasures] = useState(() => [...new Set(view.figures.map((figure) => figure.measure))]);
  const [ahead, setAhead] = useState(true);
  const [viewers, setViewers] = useState<OpenModeScope['viewers']>(['practice-holder']);
  const [granularity, setGranularity] = useState<OpenModeScope['granularity']>('year');
  const [exportAllowed, setExportAllowed] = useState(false);
  const [months, setMonths] = useState<number>(12);
  const newest = choices?.periods[0];
  const propose = useMutation({
    mutationFn: (period: OpenModeScope['period']) =>
      figureDoors.propose(view.groupId, {
        measures,
        period,
        granularity,
        viewers,
        exportAllowed,
        endsOn: dayAfterMonths(Date.now(), months),
      }),
    onSuccess: () => {
      onClose();
      showToast(t('propose.done'));
    },
    onSettled: () => client.invalidateQueries({ queryKey: figuresKey }),
  });
  const coming = newest && { from: newest.from, toExclusive: plusMonths(newest.toExclusive, 12) };
  const toggle = <Value extends string>(list: Value[], value: Value) =>
    list.includes(value) ? list.filter((one) => one !== value) : [...list, value];
  return (
    <ConfirmDialog
      opened={opened}
      onClose={() => {
        propose.reset();
        onClose();
      }}
      onConfirm={() => {
        const period = ahead ? coming : newest;
        if (period) propose.mutate({ from: period.from, toExclusive: period.toExclusive });
      }}
      title={t('propose.title')}
      confirm={t('propose.confirm')}
      disabled={!newest || measures.length === 0 || viewers.length === 0}
      busy={propose.isPending}
      error={propose.error}
    >
      <p>{t('propose.intro')}</p>
      {choices && newest && coming ? (
        <div className={classes.form}>
          <fieldset>
            <legend>{t('scope.measures')}</legend>
            {choices.measures.map((measure) => (
              <Checkbox
                key={measure.code}
                label={words(measure.title)}
                checked={measures.includes(measure.code)}
                onChange={() => setMeasures(toggle(measures, measure.code))}
              />
            ))}
            {measures.length === 0 && <p className={classes.fault}>{t('propose.noMeasure')}</p>}
          </fieldset>
          <NativeSelect
            size="sm"
            label={t('scope.period')}
            value={ahead ? 'ahead' : 'now'}
            onChange={(event) => setAhead(event.currentTarget.value === 'ahead')}
            data={[
              { value: 'ahead', label: t('propose.ahead', { period: periodWords(coming, language) }) },
              { value: 'now', label: periodWords(newest, language) },
            ]}
          />
          <NativeSelect
            size="sm"
            label={t('scope.granularity')}
            value={granularity}
            onChange={(event) => setGranularity(event.currentTarget.value as typeof granularity)}
            data={(['year', 'quarter'] as const).map((value) => ({
              value,
              label: t(`scope.granularity.${value}`),
            }))}
          />
          <fieldset>
            <legend>{t('scope.viewers')}</legend>
            {VIEWERS.map((role) => (
              <Checkbox
                key={role}
                label={app(`role.${role}`)}
                checked={viewers.includes(role)}
                onChange={() => setViewers(toggle(viewers, role))}
              />
            ))}
            {viewers.length === 0 && <p className={classes.fault}>{t('propose.noViewer')}</p>}
          </fieldset>
          <Checkbox
            label={t('scope.export.label')}
            description={t('scope.export.help')}
            checked={exportAllowed}
            onChange={(event) => setExportAllowed(event.currentTarget.checked)}
          />
          <NativeSelect
            size="sm"
            label={t('propose.length')}
            value={String(months)}
            onChange={(event) => setMonths(Number(event.currentTarget.value))}
            data={MONTHS.map((count) => ({ value: String(count), label: t('propose.months', { count }) }))}
          />
        </div>
      ) : (
        <LoadingState rows={2} height={80} />
      )}
    </ConfirmDialog>
  );
}
