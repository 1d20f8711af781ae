import { Anchor, Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { DepartmentView } from '#libs/contracts';
import { ErrorState } from '../../../../components/error-state';
import { LoadingState } from '../../../../components/loading-state';
import { PageHead } from '../../../../components/page-head';
import { Panel } from '../../../../components/panel';
import { useFormat } from '../../../../lib/i18n';
import { useNow } from '../../../../lib/now';
import { showToast } from '../../../../lib/toast';
import { isPast, localTime } from '../../../../lib/local-time';
import { lowered } from '../lowered';
import { departmentsQuery, sessionDoors, sessionQuery, sessionsQuery } from '../sessions-data';
import classes from '../sessions.module.css';

/** A session outside the yearly agenda. Its timeline is planned at once. */
export default function NewSessionPage() {
  const { t } = useTranslation('dialogue-sessions');
  const { data, error, refetch } = useQuery(departmentsQuery);
  const usable = data?.filter(({ archived }) => !archived);
  return (
    <>
      <PageHead
        crumbs={[{ label: t('title'), to: '/dialoog' }, { label: t('new') }]}
        title={t('new')}
        lead={t('new.lead')}
      />
      {!usable ? (
        error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <LoadingState rows={1} height={260} />
        )
      ) : usable.length === 0 ? (
        <Panel>
          <p className={classes.hint}>
            {t('new.noDepartments')}{' '}
            <Anchor component={Link} to="/dialoog/vakgroepen">
              {t('tab.departments')}
            </Anchor>
          </p>
        </Panel>
      ) : (
        <NewForm departments={usable} />
      )}
    </>
  );
}

function NewForm({ departments }: { departments: readonly DepartmentView[] }) {
  const { t } = useTranslation(['dialogue-sessions', 'components']);
  const client = useQueryClient();
  const navigate = useNavigate();
  const format = useFormat();
  const now = useNow();
  const [departmentId, setDepartmentId] = useState('');
  const [date, setDate] = useState('');
  const [startTime, setStartTime] = useState('16:30');
  const [endTime, setEndTime] = useState('17:30');
  const [checked, setChecked] = useState(false);
  const create = useMutation({
    mutationFn: () => sessionDoors.create({ departmentId, date, startTime, endTime }),
    onSuccess: (session) => {
      client.setQueryData(sessionQuery(session.id).queryKey, session);
      void client.invalidateQueries({ queryKey: sessionsQuery.queryKey });
      const skipped = session.steps
        .filter(({ state }) => state === 'stopped')
        .map(({ kind }) => lowered(t(`step.${kind}`)));
      showToast(skipped.length > 0 ? t('new.short', { steps: format.list(skipped) }) : t('new.done'));
      void navigate(`/dialoog/${session.id}${skipped.length > 0 ? '/tijdlijn' : ''}`);
    },
  });
  const past = date !== '' && isPast({ date, time: startTime }, now);
  const ends = endTime > startTime;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (departmentId && date && !past && ends) create.mutate();
  };
  return (
    <Panel>
      <form noValidate onSubmit={submit} className={classes.form}>
        <NativeSelect
          label={t('new.department')}
          value={departmentId}
          error={checked && !departmentId ? t('new.department.wrong') : null}
          onChange={(event) => setDepartmentId(event.currentTarget.value)}
          data={[
            { value: '', label: t('new.department.choose'), disabled: true },
            ...departments.map(({ id, name, hospital }) => ({
              value: id,
              label: hospital ? `${name}, ${hospital}` : name,
            })),
          ]}
        />
        <div className={classes.fields}>
          <TextInput
            type="date"
            label={t('times.date')}
            min={localTime(now).date}
            value={date}
            error={past ? t('times.past') : checked && !date ? t('times.date.wrong') : null}
            onChange={(event) => setDate(event.currentTarget.value)}
          />
          <TextInput
            type="time"
            label={t('times.start')}
            value={startTime}
            onChange={(event) => setStartTime(event.currentTarget.value)}
          />
          <TextInput
            type="time"
            label={t('times.end')}
            value={endTime}
            error={ends ? null : t('times.end.wrong')}
            onChange={(event) => setEndTime(event.currentTarget.value)}
          />
        </div>
        {create.error ? <ErrorState error={create.error} /> : null}
        <Group gap={10}>
          <Button type="submit" loading={create.isPending}>
            {t('new.make')}
          </Button>
          <Button component={Link} to="/dialoog" variant="default">
            {t('components:confirm.cancel')}
          </Button>
        </Group>
      </form>
    </Panel>
  );
}
