import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DateAnswer, DatePollPracticeView, DatePollView } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { useFormat } from '../../../lib/i18n';
import classes from './answer.module.css';

interface AnswerClosedProps {
  poll: DatePollView;
  practice: DatePollPracticeView;
  /** Why a last choice was not saved. */
  stopped: unknown;
}

/** Why nothing can be changed, which date it became, and what was answered. */
export function AnswerClosed({ poll, practice, stopped }: AnswerClosedProps) {
  const { t } = useTranslation('meeting-poll');
  const format = useFormat();
  const chosen = poll.options.find(({ id }) => id === poll.chosenOptionId);
  const reason = chosen
    ? t('closed.chosen', {
        date: format.localDate(chosen.date),
        hours: format.hours(chosen.startTime, chosen.endTime),
      })
    : poll.meetingState === 'cancelled'
      ? t('closed.cancelled')
      : poll.meetingState !== 'polling'
        ? t('closed.planned')
        : poll.state === 'open'
          ? t('closed.others')
          : t('closed.over');
  const said = poll.options.filter(({ id }) => practice.answers[id]);
  return (
    <>
      {stopped ? <ErrorState title={t('closed.stopped')} error={stopped} /> : null}
      <div className={classes.closed}>
        <IconLock size={20} stroke={1.7} className="lk-icon" aria-hidden />
        <p>{reason}</p>
      </div>
      {said.length > 0 && (
        <dl className={classes.given}>
          {said.map((option) => (
            <div key={option.id}>
              <dt>
                {format.localDate(option.date)}, {format.hours(option.startTime, option.endTime)}
              </dt>
              <dd>{t(`said.${practice.answers[option.id] as DateAnswer}`)}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
