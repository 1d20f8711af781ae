import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AnswerPageView, RoundAnswerView } from '#libs/contracts';
import { PageHead } from '../../components/page-head';
import { calendarDay } from '../../lib/format';
import { useFormat } from '../../lib/i18n';
import { useNow } from '../../lib/now';
import { Summary } from './summary';
import classes from './answer.module.css';

interface SentProps {
  page: AnswerPageView;
  answer: RoundAnswerView;
  byPhone: boolean;
  /** Sent a moment ago, on this page: the heading takes the focus. */
  moved: boolean;
}

/** It is sent: when, until when it can be changed, what happens next, and what was answered. */
export function Sent({ page, answer, byPhone, moved }: SentProps) {
  const { t } = useTranslation('answer');
  const format = useFormat();
  const now = useNow();
  const { round } = page;
  const sent = answer.submittedAt ?? answer.savedAt ?? now;
  const until = round.answerUntil
    ? `${format.day(round.answerUntil)}, ${format.time(round.answerUntil)}`
    : '';
  const time = format.time(sent);
  const lead =
    calendarDay(sent) === calendarDay(now)
      ? t('sent.lead.today', { time, until })
      : t('sent.lead', { day: format.day(sent), time, until });
  return (
    <>
      <IconCircleCheck size={44} stroke={1.4} className={classes.sentIcon} aria-hidden />
      <PageHead
        title={byPhone ? t('sent.title.phone', { practice: answer.practice.name }) : t('sent.title')}
        lead={round.state === 'open' ? lead : t('late')}
        takeFocus={moved}
      />
      <div className={classes.after}>
        {byPhone ? (
          <div>
            <Button component={Link} to={`/intervisie/rondes/${round.id}/antwoorden`}>
              {t('phone.back')}
            </Button>
          </div>
        ) : (
          <section className={classes.next}>
            <h2>{t('sent.next')}</h2>
            <ol>
              <li>{t('sent.next.deadline', { until })}</li>
              <li>{t('sent.next.groups')}</li>
              <li>{t('sent.next.mail')}</li>
            </ol>
          </section>
        )}
        <Summary page={page} answer={answer} byPhone={byPhone} />
      </div>
    </>
  );
}
