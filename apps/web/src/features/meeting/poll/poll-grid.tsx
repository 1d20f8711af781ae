import { VisuallyHidden } from '@mantine/core';
import { IconCheck, IconMinus, IconPointFilled, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DateAnswer, DatePollOptionView, DatePollView } from '#libs/contracts';
import { useFormat } from '../../../lib/i18n';
import { DayFlags } from './option-words';
import classes from './poll-grid.module.css';

const ICON = { yes: IconCheck, maybe: IconMinus, no: IconX, unanswered: IconPointFilled } as const;
const SAID = ['yes', 'maybe', 'no', 'unanswered'] as const;

interface PollGridProps {
  poll: DatePollView;
  /** Leads to the answer of a practice, for who may give it. */
  answers?: boolean;
  /** Beside how many can come: in reach on a phone too. */
  action?: (option: DatePollOptionView) => ReactNode;
}

/** Dates down, practices across; the dates stay in sight when it scrolls. Icon and word for every answer, never colour alone. */
export function PollGrid({ poll, answers = false, action }: PollGridProps) {
  const { t } = useTranslation('meeting-poll');
  const format = useFormat();
  const notes = poll.practices.filter(({ note }) => note !== null);
  const shortDay = ({ startsAt }: DatePollOptionView) => {
    const { weekday, day, month } = format.tile(startsAt);
    return `${weekday} ${day} ${month}`;
  };
  return (
    <>
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('grid')}>
        <table className={classes.grid}>
          <thead>
            <tr>
              <th scope="col">{t('grid.date')}</th>
              <th scope="col">{t('grid.count')}</th>
              {poll.practices.map(({ practiceId, name, leads }) => (
                <th key={practiceId} scope="col">
                  {answers && poll.answerable.includes(practiceId) ? (
                    <Link to={`/taak/datumprikker/${poll.id}/${practiceId}`}>{name}</Link>
                  ) : (
                    name
                  )}
                  {leads && <span className={classes.leads}>{t('grid.leads')}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {poll.options.map((option) => (
              <tr key={option.id} data-chosen={option.id === poll.chosenOptionId || undefined}>
                <th scope="row">
                  <b>{shortDay(option)}</b>
                  <span className={classes.hours}>{format.hours(option.startTime, option.endTime)}</span>
                  <DayFlags flags={option.flags} />
                </th>
                <td className={classes.count}>
                  {t('grid.of', {
                    yes: poll.practices.filter(({ answers: said }) => said[option.id] === 'yes').length,
                    total: poll.practices.length,
                  })}
                  {action?.(option)}
                </td>
                {poll.practices.map(({ practiceId, answers: said }) => (
                  <Cell key={practiceId} said={said[option.id] ?? 'unanswered'} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={classes.legend} aria-hidden>
        {SAID.map((said) => {
          const Icon = ICON[said];
          return (
            <span key={said}>
              <Icon size={16} stroke={2.2} className={classes.said_icon} data-said={said} />
              {t(`said.${said}`)}
            </span>
          );
        })}
      </p>
      {notes.length > 0 && (
        <dl className={classes.notes}>
          {notes.map(({ practiceId, name, note }) => (
            <div key={practiceId}>
              <dt>{name}</dt>
              <dd dir="auto">{note}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

function Cell({ said }: { said: DateAnswer | 'unanswered' }) {
  const { t } = useTranslation('meeting-poll');
  const Icon = ICON[said];
  return (
    <td data-said={said} className={classes.cell}>
      <Icon size={said === 'unanswered' ? 10 : 18} stroke={2.2} aria-hidden />
      <VisuallyHidden>{t(`said.${said}`)}</VisuallyHidden>
    </td>
  );
}
