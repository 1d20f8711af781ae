import { Button } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import { type RoundKindView, type RoundView, roundRoom } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { useRoomVersion } from '../../../lib/socket';
import { kindsQuery, roundKey, roundQuery } from '../round-data';
import { RoundHead } from '../round-head';
import { RoundStateBadge } from '../round-state';
import { AboutSection } from './about-section';
import { AsksSection } from './asks-section';
import { DatesSection } from './dates-section';
import { DiscardRound } from './discard-round';
import { OpenDialog } from './open-dialog';
import { ParticipantsSection } from './participants-section';
import { RulesSection } from './rules-section';
import { ThemesSection } from './themes-section';
import { useRound } from './use-round';
import { WeightsSection } from './weights-section';
import classes from './editor.module.css';

/** What a round prescribes. A draft is saved by itself; once practices answer, each part has a button. */
export default function SetUpPage() {
  const { id = '' } = useParams();
  useRoomVersion(roundRoom(id), { keys: [roundKey(id)] });
  const round = useQuery(roundQuery(id));
  const kinds = useQuery(kindsQuery);
  const error = round.error ?? kinds.error;
  const kind = kinds.data?.find((one) => one.slug === round.data?.kind);
  if (round.data && kind) return <SetUp key={round.data.id} round={round.data} kind={kind} />;
  return error ? (
    <ErrorState error={error} onRetry={() => void Promise.all([round.refetch(), kinds.refetch()])} />
  ) : (
    <LoadingState rows={4} height={120} />
  );
}

function SetUp({ round, kind }: { round: RoundView; kind: RoundKindView }) {
  const { t } = useTranslation('rounds');
  const changes = useRound(round.id);
  const [opening, setOpening] = useState(false);
  const { hash } = useLocation();
  const base = `/intervisie/rondes/${round.id}`;
  const parts = { round, kind, changes, manual: round.state !== 'draft' };
  const settled = round.state === 'published' || round.state === 'archived';
  return (
    <>
      <RoundHead
        round={round}
        lead={
          <>
            <RoundStateBadge state={round.state} /> {t(`lead.${round.state}`)}
          </>
        }
        action={
          round.state === 'draft' ? (
            <Button leftSection={<IconSend size={18} />} onClick={() => setOpening(true)}>
              {t('open')}
            </Button>
          ) : (
            <Button
              component={Link}
              to={
                round.state === 'open'
                  ? `${base}/antwoorden`
                  : settled
                    ? `${base}/groepen`
                    : `${base}/indeling`
              }
            >
              {t(round.state === 'open' ? 'to.answers' : settled ? 'to.groups' : 'to.board')}
            </Button>
          )
        }
      />
      {/* A published round is history: its set-up can be read, not changed. */}
      <fieldset className={classes.sections} disabled={settled}>
        <AboutSection {...parts} />
        <ThemesSection {...parts} />
        <DatesSection {...parts} />
        <ParticipantsSection {...parts} />
        <AsksSection {...parts} />
        <RulesSection {...parts} arrived={hash === '#regels'} />
        <WeightsSection {...parts} />
      </fieldset>
      {round.state === 'draft' && <DiscardRound round={round} changes={changes} />}
      <OpenDialog round={round} step="open" opened={opening} onClose={() => setOpening(false)} />
    </>
  );
}

export interface SectionProps {
  round: RoundView;
  kind: RoundKindView;
  changes: ReturnType<typeof useRound>;
  /** Practices are answering: nothing changes before the button is pressed. */
  manual: boolean;
}
