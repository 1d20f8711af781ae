import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PlainTable } from '../../../../components/plain-table';
import { Verdict } from '../../../../components/verdict';
import { useFormat, useWords } from '../../../../lib/i18n';
import type { BoardProps } from './board';
import { BoardCell } from './board-cell';
import classes from '../agenda.module.css';

/** The board as a table: dates beside each other, departments below each other. */
export function BoardTable({ dates, departments, placing, onPlace }: BoardProps) {
  const { t } = useTranslation('dialogue-agenda');
  const format = useFormat();
  const words = useWords();
  return (
    <div className={classes.scroll} role="region" tabIndex={0} aria-label={t('board')}>
      <PlainTable className={classes.board}>
        <thead>
          <tr>
            <th scope="col">{t('department')}</th>
            {dates.map((date) => (
              <th key={date.id} scope="col">
                <span className={classes.day}>{format.localDate(date.date)}</span>
                <span className="lk-muted">{format.clock(date.startTime, date.endTime)}</span>
                {date.flags.map((flag) => (
                  <Verdict key={flag.nl} kind="warn">
                    {words(flag)}
                  </Verdict>
                ))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {departments.map((department) => (
            <tr key={department.id}>
              <th scope="row">
                <DepartmentHead {...department} />
              </th>
              {dates.map((date) => (
                <td key={date.id}>
                  <BoardCell
                    date={date}
                    department={department}
                    on={placing[date.id] === department.id}
                    onPress={() => onPlace(date, department)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </PlainTable>
    </div>
  );
}

type DepartmentHeadProps = Pick<
  BoardProps['departments'][number],
  'id' | 'name' | 'practices' | 'answeredAt' | 'note' | 'reachable'
>;

/** Who it is, whether an answer came, and the way to enter one that came by phone. */
export function DepartmentHead({ id, name, practices, answeredAt, note, reachable }: DepartmentHeadProps) {
  const { t } = useTranslation('dialogue-agenda');
  const format = useFormat();
  return (
    <>
      <span className={classes.day}>{name}</span>
      <span className="lk-muted">
        {t('practices', { count: practices })}
        {' · '}
        {answeredAt ? t('answered', { date: format.day(answeredAt) }) : t('answered.not')}
      </span>
      {!reachable && !answeredAt && <Verdict kind="warn">{t('unreachable')}</Verdict>}
      {note && <span className={classes.note}>“{note}”</span>}
      <Anchor
        component={Link}
        to={`/taak/datums/${id}`}
        aria-label={t(answeredAt ? 'change.label' : 'enter.label', { name })}
      >
        {t(answeredAt ? 'change' : 'enter')}
      </Anchor>
    </>
  );
}
