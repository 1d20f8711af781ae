import { Anchor, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DatePollView, MeetingView } from '#libs/contracts';
import { TimeLeft } from '../../../components/deadline';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { Panel } from '../../../components/panel';
import { useFormat, useWords } from '../../../lib/i18n';
import { useMe } from '../../../lib/me';
import { meetingPollQuery } from './poll-data';
import classes from './poll.module.css';

/** The date that is being asked for, on the page of a meeting. */
export function PollPanel({ meeting }: { meeting: MeetingView }) {
  const { t } = useTranslation('meeting-poll');
  const { data, error, refetch } = useQuery(meetingPollQuery(meeting.id));
  return (
    <Panel title={t('panel.title')}>
      {!data ? (
        error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <LoadingState rows={1} height={80} />
        )
      ) : data.poll ? (
        <Running poll={data.poll} />
      ) : (
        <>
          <p className={classes.panelLine}>{t(data.mayAsk ? 'panel.ask' : 'panel.none')}</p>
          {data.mayAsk && (
            <Button component={Link} to={`/intervisie/datumprikker/nieuw?bijeenkomst=${meeting.id}`}>
              {t('panel.ask.do')}
            </Button>
          )}
        </>
      )}
    </Panel>
  );
}

function Running({ poll }: { poll: DatePollView }) {
  const { t } = useTranslation('meeting-poll');
  const format = useFormat();
  const words = useWords();
  const { task } = useMe();
  const open = (practiceId: string) => {
    const answers = poll.practices.find((one) => one.practiceId === practiceId)?.answers ?? {};
    return poll.options.filter(({ id }) => !answers[id]).length;
  };
  const done = poll.practices.filter(({ practiceId }) => open(practiceId) === 0).length;
  const [best] = poll.advice;
  const option = poll.options.find(({ id }) => id === best?.optionId);
  const own = poll.answerable.filter((id) => poll.ownPracticeIds.includes(id));
  return (
    <>
      <p className={classes.panelLine}>
        {t('panel.done', { done, count: poll.practices.length })}{' '}
        {poll.state === 'open' ? (
          <>
            {t('panel.until', { date: format.dateTime(poll.answerUntil) })}{' '}
            <TimeLeft deadline={poll.answerUntil} />
          </>
        ) : (
          t('panel.closed')
        )}
      </p>
      {best && option && (
        <p className={classes.panelLine}>
          <b>{t('panel.best', { date: format.date(option.startsAt) })}</b> {words(best.reason)}
        </p>
      )}
      {/* the link of a mail opens this one page */}
      {!task && (
        <div className={classes.buttons} data-print="hide">
          {own.map((practiceId) => (
            <Button
              key={practiceId}
              component={Link}
              to={`/taak/datumprikker/${poll.id}/${practiceId}`}
              variant={open(practiceId) > 0 ? 'filled' : 'default'}
            >
              {own.length > 1
                ? t('panel.answer.for', {
                    practice: poll.practices.find((one) => one.practiceId === practiceId)?.name,
                  })
                : t(open(practiceId) > 0 ? 'panel.answer' : 'panel.change')}
            </Button>
          ))}
          {poll.mayManage ? (
            <Button
              component={Link}
              to={`/intervisie/datumprikker/${poll.id}`}
              variant={own.some((id) => open(id) > 0) ? 'default' : 'filled'}
            >
              {t('panel.manage')}
            </Button>
          ) : (
            <Anchor component={Link} to={`/intervisie/datumprikker/${poll.id}`}>
              {t('panel.see')}
            </Anchor>
          )}
        </div>
      )}
    </>
  );
}
