import { Button } from '@mantine/core';
import { IconCopy, IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RoundSummaryView } from '#libs/contracts';
import { TimeLeft } from '../../components/deadline';
import { EmptyState } from '../../components/empty-state';
import { ErrorState } from '../../components/error-state';
import { LoadingState } from '../../components/loading-state';
import { Panel } from '../../components/panel';
import { Panels } from '../../components/panels';
import { Row, RowList, RowProgress, RowTitle } from '../../components/row-list';
import { useFormat } from '../../lib/i18n';
import { RoundStateBadge } from './round-state';
import { roundsQuery } from './round-data';

/** All rounds, what runs first. Each leads to where its work is now. */
export function RoundsList() {
  const { t } = useTranslation('intervision');
  const rounds = useQuery(roundsQuery);
  if (!rounds.data) {
    return rounds.error ? (
      <ErrorState error={rounds.error} onRetry={() => void rounds.refetch()} />
    ) : (
      <LoadingState rows={3} height={92} />
    );
  }
  if (rounds.data.length === 0) {
    return (
      <EmptyState
        icon={IconUsersGroup}
        title={t('rounds.empty.title')}
        text={t('rounds.empty.text')}
        action={
          <Button component={Link} to="/intervisie/rondes/nieuw">
            {t('new')}
          </Button>
        }
      />
    );
  }
  const running = rounds.data.filter((round) => round.state !== 'published' && round.state !== 'archived');
  const done = rounds.data.filter((round) => round.state === 'published');
  return (
    <Panels>
      {running.length > 0 && <Rounds title={t('rounds.running')} rounds={running} />}
      {done.length > 0 && <Rounds title={t('rounds.done')} rounds={done} />}
    </Panels>
  );
}

function Rounds({ title, rounds }: { title: string; rounds: readonly RoundSummaryView[] }) {
  return (
    <Panel title={title} padding="none">
      <RowList>
        {rounds.map((round) => (
          <RoundRow key={round.id} round={round} />
        ))}
      </RowList>
    </Panel>
  );
}

/** Where the work on a round in this state is. */
function pathOf({ id, state }: RoundSummaryView): string {
  const base = `/intervisie/rondes/${id}`;
  if (state === 'open') return `${base}/antwoorden`;
  if (state === 'closed') return `${base}/indeling`;
  return state === 'published' ? `${base}/groepen` : base;
}

function RoundRow({ round }: { round: RoundSummaryView }) {
  const { t } = useTranslation('intervision');
  const format = useFormat();
  const { participants, answered, state } = round;
  const answers = t('rounds.answered', { answered, count: participants });
  return (
    <Row
      beside={
        // on a phone a copy starts from "Nieuwe ronde"
        <Button
          component={Link}
          to={`/intervisie/rondes/nieuw?kopie=${round.id}`}
          variant="subtle"
          size="compact-md"
          leftSection={<IconCopy size={16} />}
          aria-label={t('rounds.copy.label', { name: round.name })}
        >
          {t('rounds.copy')}
        </Button>
      }
    >
      <RowTitle to={pathOf(round)} title={round.name}>
        <RoundStateBadge state={state} />
      </RowTitle>
      <p className="lk-muted">
        {state === 'published'
          ? t('rounds.groups', { count: round.groups })
          : state === 'draft'
            ? t('rounds.participants', { count: participants })
            : answers}
        {state === 'open' && round.answerUntil && (
          <>
            {` · ${t('rounds.until', { date: format.day(round.answerUntil) })} `}
            <TimeLeft deadline={round.answerUntil} />
          </>
        )}
      </p>
      {state === 'open' && (
        <RowProgress percent={participants ? (answered / participants) * 100 : 0} label={answers} />
      )}
    </Row>
  );
}
