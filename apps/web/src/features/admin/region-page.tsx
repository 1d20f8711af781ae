import { Button, Group, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HolidayRegion, RegionView } from '#libs/contracts';
import { ChoiceCards } from '../../components/choice-cards';
import { ErrorState } from '../../components/error-state';
import { LoadingState } from '../../components/loading-state';
import { Panel } from '../../components/panel';
import { api, ifMatch, view } from '../../lib/api';
import { looksLikeMail } from '../../lib/mail-address';
import { asProblem } from '../../lib/problem';
import { meQuery } from '../../lib/queries';
import { showToast } from '../../lib/toast';
import { regionQuery } from './admin-data';
import { AdminHead } from './admin-head';
import classes from './admin.module.css';

const HOLIDAYS: readonly HolidayRegion[] = ['noord', 'midden', 'zuid'];

/** Name, school holidays and the address for answers. */
export default function RegionPage() {
  const region = useQuery(regionQuery);
  return (
    <>
      <AdminHead section="region" />
      {region.data ? (
        // Another version is another form: what somebody else saved is shown, not overwritten.
        <RegionForm key={region.data.version} region={region.data} />
      ) : region.error ? (
        <ErrorState error={region.error} onRetry={() => void region.refetch()} />
      ) : (
        <LoadingState rows={1} height={320} />
      )}
    </>
  );
}

function RegionForm({ region }: { region: RegionView }) {
  const { t } = useTranslation(['admin', 'set-up']);
  const client = useQueryClient();
  const [name, setName] = useState(region.name);
  const [holidayRegion, setHolidayRegion] = useState(region.holidayRegion);
  const [replyTo, setReplyTo] = useState(region.replyTo ?? '');
  const [evaluationTime, setEvaluationTime] = useState(region.evaluationTime);
  const [checked, setChecked] = useState(false);
  const change = useMutation({
    mutationFn: () =>
      view<RegionView>(
        api.PATCH('/api/region', {
          ...ifMatch(region.version),
          body: { name: name.trim(), holidayRegion, replyTo: replyTo.trim() || null, evaluationTime },
        }),
      ),
    onSuccess: async (next) => {
      showToast(t('saved'));
      client.setQueryData(regionQuery.queryKey, next);
      await client.invalidateQueries({ queryKey: meQuery.queryKey });
    },
  });
  const nameWrong = name.trim().length < 2;
  const mailWrong = replyTo.trim() !== '' && !looksLikeMail(replyTo);
  const stale = change.error !== null && asProblem(change.error).code === 'conflict.stale';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!nameWrong && !mailWrong && evaluationTime) change.mutate();
  };
  return (
    <Panel>
      <form noValidate onSubmit={submit} className={classes.form}>
        <TextInput
          label={t('region.name')}
          value={name}
          maxLength={120}
          onChange={(event) => setName(event.currentTarget.value)}
          error={checked && nameWrong ? t('wrong.region') : null}
        />
        <div>
          <ChoiceCards
            legend={t('region.holiday')}
            columns={3}
            choices={HOLIDAYS.map((value) => ({ value, label: t(`set-up:holiday.${value}`) }))}
            value={holidayRegion}
            onChange={setHolidayRegion}
          />
          <p className={classes.quiet}>{t('region.holiday.why')}</p>
        </div>
        <TextInput
          label={t('region.replyTo')}
          description={t('region.replyTo.why')}
          type="email"
          value={replyTo}
          maxLength={254}
          onChange={(event) => setReplyTo(event.currentTarget.value)}
          error={checked && mailWrong ? t('wrong.email') : null}
        />
        <TextInput
          type="time"
          maw={160}
          label={t('region.evaluationTime')}
          description={t('region.evaluationTime.why')}
          value={evaluationTime}
          onChange={(event) => setEvaluationTime(event.currentTarget.value)}
          error={checked && !evaluationTime ? t('wrong.time') : null}
        />
        {change.error && (
          <ErrorState
            error={change.error}
            onRetry={
              stale
                ? () => {
                    change.reset();
                    void client.invalidateQueries({ queryKey: regionQuery.queryKey });
                  }
                : undefined
            }
          />
        )}
        <Group>
          <Button type="submit" loading={change.isPending}>
            {t('save')}
          </Button>
        </Group>
      </form>
    </Panel>
  );
}
