import { Button } from '@mantine/core';
import { IconAlertTriangle, IconArrowBackUp, IconCalendarCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DialogueDateView, DialogueYearView, YearDepartmentView } from '#libs/contracts';
import { ConfirmDialog } from '../../../../components/confirm-dialog';
import { Panel } from '../../../../components/panel';
import { announce } from '../../../../lib/announce';
import { useFormat, useWords } from '../../../../lib/i18n';
import { usePhone } from '../../../../lib/screen';
import { showToast } from '../../../../lib/toast';
import { yearDoors } from '../agenda-data';
import { type Placing, placed, placesOf, placingOf, samePlacing, stillThere } from '../placing';
import { useYearChange } from '../use-year';
import { BoardList } from './board-list';
import { BoardTable } from './board-table';
import { InviteMore } from './invite-more';
import classes from '../agenda.module.css';

/** What both shapes of the board are given. */
export interface BoardProps {
  dates: readonly DialogueDateView[];
  departments: readonly YearDepartmentView[];
  placing: Placing;
  onPlace: (date: DialogueDateView, department: YearDepartmentView) => void;
}

/** Departments against dates: how each suits, the best assignment, and any other that the organiser prefers. */
export function Board({ year }: { year: DialogueYearView }) {
  const { t } = useTranslation('dialogue-agenda');
  const format = useFormat();
  const words = useWords();
  const phone = usePhone();
  const { dates, proposal } = year;
  const departments = year.departments.filter(({ invited }) => invited);
  /** null: the proposal, which moves along with every answer. */
  const [own, setOwn] = useState<Placing | null>(null);
  const [confirming, setConfirming] = useState(false);
  const proposed = placingOf(proposal);
  const placing = own
    ? stillThere(
        own,
        dates.map(({ id }) => id),
        departments.map(({ id }) => id),
      )
    : proposed;
  const other = own !== null && !samePlacing(placing, proposed);
  const confirm = useYearChange(
    year.id,
    (version) => yearDoors.confirm(year.id, version, placesOf(placing)),
    () => {
      setConfirming(false);
      window.scrollTo(0, 0);
      showToast(t('settle.done'));
    },
  );
  const place = (date: DialogueDateView, department: YearDepartmentView) => {
    const next = placed(placing, date.id, department.id);
    setOwn(samePlacing(next, proposed) ? null : next);
    announce(
      t(next[date.id] === department.id ? 'board.placed' : 'board.taken', {
        name: department.name,
        date: format.localDate(date.date),
      }),
    );
  };
  const Shape = phone ? BoardList : BoardTable;
  const settled = Object.keys(placing).length;
  return (
    <div className={classes.apart}>
      <Panel
        title={t('board')}
        right={
          other ? (
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconArrowBackUp size={17} />}
              onClick={() => setOwn(null)}
            >
              {t('board.back')}
            </Button>
          ) : null
        }
      >
        <p className={classes.reading}>
          {other ? t('board.own') : proposal ? words(proposal.reading) : t('board.none')}
        </p>
        {proposal?.clash && !other && (
          <p className={classes.clash}>
            <IconAlertTriangle size={19} stroke={1.8} className="lk-icon" aria-hidden />
            <span>{words(proposal.clash)}</span>
          </p>
        )}
        <Shape dates={dates} departments={departments} placing={placing} onPlace={place} />
        <p className="lk-muted">{t('board.how')}</p>
        <InviteMore year={year} />
      </Panel>
      <Panel
        title={t('outcome')}
        right={
          <Button
            leftSection={<IconCalendarCheck size={18} />}
            disabled={settled === 0}
            onClick={() => setConfirming(true)}
          >
            {t('settle')}
          </Button>
        }
      >
        <Outcome year={year} departments={departments} placing={placing} />
      </Panel>
      <ConfirmDialog
        opened={confirming}
        onClose={() => {
          confirm.reset();
          setConfirming(false);
        }}
        onConfirm={() => confirm.mutate()}
        title={t('settle.title', { year: year.year })}
        confirm={t('settle.confirm', { count: settled })}
        busy={confirm.isPending}
        error={confirm.error}
      >
        <p>{t('settle.text')}</p>
        <ul className={classes.settled}>
          {dates.flatMap((date) => {
            const department = departments.find(({ id }) => id === placing[date.id]);
            return department
              ? [
                  <li key={date.id}>
                    <b>{department.name}</b> {format.localDate(date.date)},{' '}
                    {format.clock(date.startTime, date.endTime)}
                  </li>,
                ]
              : [];
          })}
        </ul>
      </ConfirmDialog>
    </div>
  );
}

interface OutcomeProps {
  year: DialogueYearView;
  departments: readonly YearDepartmentView[];
  placing: Placing;
}

/** Date by date who comes, and why. */
function Outcome({ year, departments, placing }: OutcomeProps) {
  const { t } = useTranslation('dialogue-agenda');
  const format = useFormat();
  const words = useWords();
  const without = departments.filter(({ id }) => !Object.values(placing).includes(id));
  return (
    <ol className={classes.outcome}>
      {year.dates.map((date) => {
        const department = departments.find(({ id }) => id === placing[date.id]);
        const reason = year.proposal?.places.find(
          (place) => place.dateId === date.id && place.yearDepartmentId === department?.id,
        )?.reason;
        const refused = department?.fits[date.id] === 'no';
        return (
          <li key={date.id}>
            <span className={classes.when}>
              {format.localDate(date.date)}
              <span className="lk-muted">{format.clock(date.startTime, date.endTime)}</span>
            </span>
            <span className={classes.words}>
              <b>{department?.name ?? t('outcome.empty')}</b>
              {department && (
                <span className={refused ? classes.bad : 'lk-muted'}>
                  {refused
                    ? t('outcome.refused', { name: department.name })
                    : reason
                      ? words(reason)
                      : t('outcome.own')}
                </span>
              )}
            </span>
          </li>
        );
      })}
      {without.length > 0 && (
        <li>
          <span className={classes.when}>{t('outcome.without')}</span>
          <b className={classes.words}>{format.list(without.map(({ name }) => name))}</b>
        </li>
      )}
    </ol>
  );
}
