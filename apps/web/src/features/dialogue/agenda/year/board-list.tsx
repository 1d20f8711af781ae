import { useTranslation } from 'react-i18next';
import { Verdict } from '../../../../components/verdict';
import { useFormat, useWords } from '../../../../lib/i18n';
import type { BoardProps } from './board';
import { BoardCell } from './board-cell';
import { DepartmentHead } from './board-table';
import classes from '../agenda.module.css';

/** The board on a phone: date by date. */
export function BoardList({ dates, departments, placing, onPlace }: BoardProps) {
  const { t } = useTranslation('dialogue-agenda');
  const format = useFormat();
  const words = useWords();
  return (
    <>
      {dates.map((date) => (
        <section key={date.id} className={classes.onDate} aria-label={format.localDate(date.date)}>
          <h3 className={classes.small}>
            {format.localDate(date.date)}{' '}
            <span className="lk-muted">{format.clock(date.startTime, date.endTime)}</span>
          </h3>
          {date.flags.map((flag) => (
            <Verdict key={flag.nl} kind="warn">
              {words(flag)}
            </Verdict>
          ))}
          {departments.map((department) => (
            <BoardCell
              key={department.id}
              date={date}
              department={department}
              on={placing[date.id] === department.id}
              onPress={() => onPlace(date, department)}
            >
              <b>{department.name}</b>
            </BoardCell>
          ))}
        </section>
      ))}
      <section aria-label={t('departments')}>
        <h3 className={classes.small}>{t('answers')}</h3>
        <ul className={classes.heads}>
          {departments.map((department) => (
            <li key={department.id}>
              <DepartmentHead {...department} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
