import { Anchor, Button } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FormingView, ParticipantView, RoundView } from '#libs/contracts';
import { EmptyState } from '../../../components/empty-state';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { Panel } from '../../../components/panel';
import { Verdict } from '../../../components/verdict';
import { participantsQuery } from '../round-data';
import { BoardHead } from './board-head';
import { useForming } from './use-forming';
import classes from './forming.module.css';

/** Before there are proposals: who would get a place, who would not, and the button. */
export function StartForming({ round, forming }: { round: RoundView; forming: FormingView | null }) {
  const { t } = useTranslation('board');
  const base = `/intervisie/rondes/${round.id}`;
  if (round.state === 'draft') {
    return (
      <>
        <BoardHead round={round} lead={t('start.lead')} />
        <EmptyState
          icon={IconUsersGroup}
          title={t('start.draft.title')}
          text={t('start.draft.text')}
          action={
            <Button component={Link} to={base}>
              {t('start.draft.action')}
            </Button>
          }
        />
      </>
    );
  }
  if (round.state === 'published') {
    return (
      <>
        <BoardHead round={round} lead={t('start.lead')} />
        <EmptyState
          title={t('start.published.title')}
          text={t('start.published.text')}
          action={
            <Button component={Link} to={`${base}/groepen`}>
              {t('start.published.action')}
            </Button>
          }
        />
      </>
    );
  }
  return <Ready round={round} forming={forming} />;
}

function Ready({ round, forming }: { round: RoundView; forming: FormingView | null }) {
  const { t } = useTranslation('board');
  const participants = useQuery(participantsQuery(round.id));
  const { start } = useForming(round.id);
  const base = `/intervisie/rondes/${round.id}`;
  return (
    <>
      <BoardHead round={round} lead={t('start.lead')} />
      {forming?.state === 'failed' && <ErrorState error={null} title={t('forming.failed')} />}
      {forming?.state === 'cancelled' && <p className={classes.note}>{t('forming.cancelled')}</p>}
      {start.error && <ErrorState error={start.error} />}
      {participants.data ? (
        <Panel title={t('start.title')} className={classes.start}>
          <Who participants={participants.data} answers={`${base}/antwoorden`} />
          <dl className={classes.rules}>
            <div>
              <dt>{t('start.size')}</dt>
              <dd>{t('start.size.value', round.rules.groupSize)}</dd>
            </div>
            <div>
              <dt>{t('start.themes')}</dt>
              <dd>{round.themes.filter((theme) => !theme.archived).length}</dd>
            </div>
            <div>
              <dt>{t('start.dates')}</dt>
              <dd>{round.dates.filter((date) => !date.archived).length}</dd>
            </div>
          </dl>
          {round.state === 'open' && (
            <p className={classes.open}>
              <Verdict kind="warn">{t('start.open.badge')}</Verdict> {t('start.open.text')}
            </p>
          )}
          <div className={classes.acts}>
            <Button
              leftSection={<IconUsersGroup size={18} />}
              loading={start.isPending}
              onClick={() => start.mutate(round.state === 'open')}
            >
              {t('start.action')}
            </Button>
            <Anchor component={Link} to={base}>
              {t('start.rules')}
            </Anchor>
          </div>
        </Panel>
      ) : participants.error ? (
        <ErrorState error={participants.error} onRetry={() => void participants.refetch()} />
      ) : (
        <LoadingState rows={2} />
      )}
    </>
  );
}

function Who({ participants, answers }: { participants: readonly ParticipantView[]; answers: string }) {
  const { t } = useTranslation('board');
  const count = (...states: ParticipantView['state'][]) =>
    participants.filter((one) => states.includes(one.state)).length;
  const silent = count('unanswered', 'started');
  const without = count('without-answer');
  return (
    <ul className={classes.who}>
      <li>
        <Verdict kind="ok">{t('start.answered', { count: count('submitted') })}</Verdict>
      </li>
      {without > 0 && (
        <li>
          <Verdict kind="same">{t('start.without', { count: without })}</Verdict>
        </li>
      )}
      {silent > 0 && (
        <li>
          <Verdict kind="warn">{t('start.silent', { count: silent })}</Verdict>{' '}
          <Anchor component={Link} to={answers}>
            {t('start.silent.action')}
          </Anchor>
        </li>
      )}
    </ul>
  );
}
