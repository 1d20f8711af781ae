import { Button } from '@mantine/core';
import { IconDownload, IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { type ParticipantView, type RoundView, roundRoom } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { announce } from '../../../lib/announce';
import { useRoomVersion } from '../../../lib/socket';
import { participantsQuery, roundKey, roundQuery } from '../round-data';
import { RoundHead } from '../round-head';
import { RoundStateBadge } from '../round-state';
import { AnswersProgress } from './answers-progress';
import { AnswersTable } from './answers-table';
import { FirstChoices } from './first-choices';
import { RoundActions } from './round-actions';
import classes from './answers.module.css';

/** The answers as they come in, without reloading. */
export default function AnswersPage() {
  const { t } = useTranslation('rounds');
  const { id = '' } = useParams();
  const { live } = useRoomVersion(roundRoom(id), { keys: [roundKey(id)] });
  const round = useQuery(roundQuery(id));
  const participants = useQuery(participantsQuery(id));
  useSpokenAnswers(participants.data);
  const error = round.error ?? participants.error;
  if (!round.data || !participants.data) {
    return error ? (
      <ErrorState error={error} onRetry={() => void Promise.all([round.refetch(), participants.refetch()])} />
    ) : (
      <LoadingState rows={6} height={56} />
    );
  }
  const { data } = round;
  return (
    <>
      <RoundHead
        round={data}
        lead={
          <>
            <RoundStateBadge state={data.state} /> {t(`answers.lead.${data.state}`)}
          </>
        }
        action={<HeadActions round={data} />}
      />
      <div className={classes.top}>
        <AnswersProgress round={data} participants={participants.data} live={live} />
        <FirstChoices round={data} participants={participants.data} />
      </div>
      {data.state !== 'published' && <RoundActions round={data} participants={participants.data} />}
      <AnswersTable round={data} participants={participants.data} />
    </>
  );
}

function HeadActions({ round }: { round: RoundView }) {
  const { t } = useTranslation('rounds');
  return (
    <>
      <Button
        component="a"
        href={`/api/rounds/${round.id}/answers/export.xlsx`}
        download
        variant="default"
        leftSection={<IconDownload size={18} />}
      >
        {t('answers.excel')}
      </Button>
      {(round.state === 'closed' || round.state === 'open') && (
        <Button
          component={Link}
          to={`/intervisie/rondes/${round.id}/indeling`}
          variant={round.state === 'closed' ? 'filled' : 'default'}
          leftSection={<IconUsersGroup size={18} />}
        >
          {t('to.board')}
        </Button>
      )}
    </>
  );
}

/** Says who answered while the page is open: a screen reader does not see a row change. */
function useSpokenAnswers(participants: readonly ParticipantView[] | undefined): void {
  const { t } = useTranslation('rounds');
  const known = useRef<ReadonlyMap<string, string | null> | null>(null);
  useEffect(() => {
    if (!participants) return;
    const before = known.current;
    known.current = new Map(participants.map((one) => [one.practiceId, one.submittedAt]));
    const news = participants.filter(
      (one) => before && one.submittedAt && before.get(one.practiceId) !== one.submittedAt,
    );
    const [first] = news;
    if (first) announce(t('answers.news', { count: news.length, name: first.name }));
  }, [participants, t]);
}
