import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { DateFit, DepartmentDatesView } from '#libs/contracts';
import { ErrorState } from '../../../../components/error-state';
import { GuardedField } from '../../../../components/guarded-field';
import { PageHead } from '../../../../components/page-head';
import { SegmentedChoice } from '../../../../components/segmented-choice';
import { PhoneDeadline, StatusCard } from '../../../../components/status-card';
import { TaskPage } from '../../../../components/task-page';
import { Verdict } from '../../../../components/verdict';
import { findingsOf, isHeld } from '../../../../lib/guard';
import { useFormat, useWords } from '../../../../lib/i18n';
import { useMay } from '../../../../lib/me';
import { asProblem } from '../../../../lib/problem';
import { departmentDatesQuery, taskDoors } from '../agenda-data';
import { TaskWaiting } from './task-frame';
import classes from './task.module.css';

/** A department says which dates suit, from the link in its mail. */
export default function DepartmentDatesPage() {
  const { yearDepartmentId = '' } = useParams();
  const { data, error, refetch } = useQuery(departmentDatesQuery(yearDepartmentId));
  if (!data) return <TaskWaiting error={error} onRetry={() => void refetch()} />;
  return <Dates key={data.id} page={data} />;
}

function Dates({ page }: { page: DepartmentDatesView }) {
  const { t } = useTranslation('dialogue-agenda');
  const [editing, setEditing] = useState(page.answeredAt === null);
  const byOrganiser = useMay('dialogue.manage');
  if (!page.open || !editing)
    return (
      <TaskPage practice={page.department} status={null}>
        <Given page={page} onChange={page.open ? () => setEditing(true) : null} />
        {byOrganiser && (
          <p>
            <Link to="/dialoog/agenda">{t('to.agenda')}</Link>
          </p>
        )}
      </TaskPage>
    );
  return <Answering page={page} onDone={() => setEditing(false)} />;
}

function Answering({ page, onDone }: { page: DepartmentDatesView; onDone: () => void }) {
  const { t } = useTranslation('dialogue-agenda');
  const format = useFormat();
  const words = useWords();
  const client = useQueryClient();
  const [fits, setFits] = useState<Readonly<Record<string, DateFit>>>(() =>
    Object.fromEntries(page.dates.flatMap(({ id, fit }) => (fit ? [[id, fit]] : []))),
  );
  const [note, setNote] = useState(page.note ?? '');
  const [nothing, setNothing] = useState(false);
  const [kept, setKept] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const { queryKey } = departmentDatesQuery(page.id);
  const send = useMutation({
    mutationFn: (confirmed: boolean) =>
      taskDoors.dates(page.id, page.version, {
        answers: Object.entries(fits).map(([dateId, fit]) => ({ dateId, fit })),
        note: note.trim() || null,
        confirmed,
      }),
    onSuccess: (next) => {
      window.scrollTo(0, 0);
      client.setQueryData(queryKey, next);
      void client.invalidateQueries({ queryKey: ['dialogue-year'] });
      onDone();
    },
    onError: (error) => {
      if (findingsOf(error).length > 0) field.current?.focus();
      if (['conflict.stale', 'vote.closed', 'agenda.not-asking'].includes(asProblem(error).code))
        void client.invalidateQueries({ queryKey });
    },
  });
  const [found] = findingsOf(send.error);
  const answered = Object.keys(fits).length;
  const give = (confirmed: boolean) => {
    setAsked(true);
    if (answered === 0) setNothing(true);
    // the button stands far from the text
    else if (isHeld(note, confirmed)) field.current?.focus();
    else send.mutate(confirmed);
  };
  const status = (
    <StatusCard
      deadline={page.preferUntil}
      done={answered}
      total={page.dates.length}
      action={
        <Button loading={send.isPending} onClick={() => give(kept === note)}>
          {t('send')}
        </Button>
      }
      open={
        nothing && answered === 0 ? (
          <span role="alert" className={classes.error}>
            {t('fits.nothing')}
          </span>
        ) : (
          t('fits.open')
        )
      }
      seenBy={t('fits.seenBy')}
    />
  );
  return (
    <TaskPage practice={page.department} status={status}>
      <PageHead
        title={t('fits.page')}
        lead={t('fits.lead', { region: page.region, department: page.department })}
      />
      {page.preferUntil && <PhoneDeadline deadline={page.preferUntil} />}
      {send.error && !found ? (
        asProblem(send.error).code === 'conflict.stale' ? (
          <p role="alert" className={classes.error}>
            {t('fits.other')}
          </p>
        ) : (
          <ErrorState error={send.error} />
        )
      ) : null}
      <ul className={classes.days}>
        {page.dates.map((date) => {
          const name = `${format.localDate(date.date)}, ${format.clock(date.startTime, date.endTime)}`;
          return (
            <li key={date.id}>
              <span className={classes.day}>
                <b>{format.localDate(date.date)}</b>
                <span className="lk-muted">{format.clock(date.startTime, date.endTime)}</span>
                {date.flags.map((flag) => (
                  <Verdict key={flag.nl} kind="warn">
                    {words(flag)}
                  </Verdict>
                ))}
              </span>
              <SegmentedChoice
                label={t('fits.label', { date: name })}
                value={fits[date.id] ?? null}
                onChange={(fit) => {
                  setNothing(false);
                  setFits({ ...fits, [date.id]: fit });
                }}
              />
            </li>
          );
        })}
      </ul>
      <GuardedField
        ref={field}
        label={t('fits.note')}
        description={t('fits.note.text')}
        size="md"
        maxLength={1000}
        value={note}
        found={found}
        asked={asked}
        kept={kept === note}
        onKeep={() => {
          setKept(note);
          if (asked) give(true);
        }}
        onChange={(text) => {
          setNote(text);
          setAsked(false);
          if (found) send.reset();
        }}
      />
    </TaskPage>
  );
}

/** What was answered; it can be changed until the deadline. */
function Given({ page, onChange }: { page: DepartmentDatesView; onChange: (() => void) | null }) {
  const { t } = useTranslation('dialogue-agenda');
  const format = useFormat();
  const given = page.answeredAt !== null;
  return (
    <>
      <PageHead
        title={t(given ? 'fits.given' : 'fits.over')}
        takeFocus={given && page.open}
        lead={
          given && page.open && page.preferUntil
            ? t('fits.given.lead', { date: format.dateTime(page.preferUntil) })
            : t(given ? 'fits.given.over' : 'fits.over.lead')
        }
      />
      {given && (
        <div className={classes.done}>
          <IconCircleCheck size={30} stroke={1.6} color="var(--lk-accent)" className="lk-icon" aria-hidden />
          <ul className={classes.given}>
            {page.dates.map(({ id, date, fit }) => (
              <li key={id}>
                {format.localDate(date)}: <b>{t(`fit.${fit ?? 'unknown'}`)}</b>
              </li>
            ))}
          </ul>
        </div>
      )}
      {onChange && (
        <Button variant="default" onClick={onChange}>
          {t('fits.change')}
        </Button>
      )}
    </>
  );
}
