import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AnswerPageView } from '#libs/contracts';
import { ErrorState } from '../../components/error-state';
import { PageHead } from '../../components/page-head';
import { useFormat } from '../../lib/i18n';
import { useMe } from '../../lib/me';
import type { Problem } from '../../lib/problem';
import { Summary } from './summary';
import classes from './answer.module.css';

interface ClosedProps {
  page: AnswerPageView;
  byPhone: boolean;
  /** A change that came too late to be saved. */
  stopped: Problem | null;
}

/** Before the round opens and after the deadline: why nothing can be changed, and what was answered. */
export function Closed({ page, byPhone, stopped }: ClosedProps) {
  const { t } = useTranslation('answer');
  const format = useFormat();
  const me = useMe();
  const { round, answer } = page;
  const until = round.answerUntil
    ? `${format.day(round.answerUntil)}, ${format.time(round.answerUntil)}`
    : '';
  const published = round.state === 'published' || round.state === 'archived';
  const reason =
    round.state === 'draft'
      ? t('closed.draft')
      : published
        ? t('closed.published')
        : t('closed.over', { until });
  const given = answer.savedAt !== null;
  return (
    <>
      <PageHead
        title={
          byPhone
            ? t('title.phone', { practice: answer.practice.name, round: round.name })
            : t('title', { round: round.name })
        }
      />
      <div className={classes.after}>
        {stopped && <ErrorState title={t('stopped')} error={stopped} />}
        <div className={classes.closed}>
          <IconLock size={20} stroke={1.7} className="lk-icon" aria-hidden />
          <div>
            <p>
              {reason} {round.state !== 'draft' && !byPhone && t('closed.call')}
            </p>
            {round.state !== 'draft' && (
              <p className="lk-muted">
                {answer.submittedAt
                  ? t('sent.when', {
                      day: format.day(answer.submittedAt),
                      time: format.time(answer.submittedAt),
                    })
                  : t(given ? 'closed.unsent' : 'closed.empty')}
              </p>
            )}
            {published && !me.task && !byPhone && (
              <Button component={Link} to="/intervisie" variant="default" size="sm" mt={12}>
                {t('closed.groups')}
              </Button>
            )}
          </div>
        </div>
        {given && <Summary page={page} answer={answer} byPhone={byPhone} />}
      </div>
    </>
  );
}
