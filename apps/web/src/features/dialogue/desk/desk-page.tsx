import { Button } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { type QuestionDeskView, sessionRoom } from '#libs/contracts';
import { FailedPage } from '../../../components/failed-page';
import { LoadingState } from '../../../components/loading-state';
import { PageHead } from '../../../components/page-head';
import { WhenOpened } from '../../../components/when-opened';
import { useFormat } from '../../../lib/i18n';
import { later } from '../../../lib/later';
import { useRoomVersion } from '../../../lib/socket';
import { SessionTabs } from '../sessions/session/session-tabs';
import { AlikePanel } from './alike-panel';
import { AsidePanel } from './aside-panel';
import { boardOf, pairsOf } from './board';
import { BoardView } from './board-view';
import { deskKey, deskQuery } from './desk-data';
import { PlanBar } from './plan-bar';
import { useDesk } from './use-desk';
import classes from './desk.module.css';

const ShareDialog = later(async () => (await import('./share-dialog')).ShareDialog);

/** Everything that was asked for one session, put in order for the specialist (D2: 40 questions in 20 minutes). */
export default function DeskPage() {
  const { sessionId = '' } = useParams();
  useRoomVersion(sessionRoom(sessionId), { keys: [deskKey(sessionId)] });
  const { t } = useTranslation('dialogue-desk');
  const { data, error, refetch } = useQuery(deskQuery(sessionId));
  if (data) return <DeskOf key={sessionId} view={data} />;
  return error ? (
    <FailedPage error={error} onRetry={() => void refetch()} back={{ to: '/dialoog', label: t('crumb') }} />
  ) : (
    <LoadingState rows={5} height={96} />
  );
}

function DeskOf({ view }: { view: QuestionDeskView }) {
  const { t } = useTranslation('dialogue-desk');
  const desk = useDesk(view.sessionId);
  const board = boardOf(view);
  const [sharing, setSharing] = useState(false);
  const [different, setDifferent] = useState<ReadonlySet<string>>(new Set());
  const pairs = pairsOf(view, board, different);
  const open = view.state === 'planned' || view.state === 'live';
  return (
    <>
      <PageHead
        crumbs={[
          { label: t('crumb'), to: '/dialoog' },
          { label: view.title, to: `/dialoog/${view.sessionId}` },
          { label: t('title') },
        ]}
        title={t('title.of', { title: view.title })}
        lead={<Lead view={view} unshared={board.unshared} />}
        action={
          view.state === 'planned' && (
            <Button
              leftSection={<IconSend size={18} stroke={1.8} />}
              variant={view.sharedAt && board.unshared === 0 ? 'default' : 'filled'}
              onClick={() => setSharing(true)}
            >
              {t(view.sharedAt ? 'share.more' : 'share')}
            </Button>
          )
        }
      />
      <SessionTabs sessionId={view.sessionId} title={view.title} />
      <div className={classes.desk}>
        <PlanBar view={view} board={board} />
        {open && (
          <AlikePanel
            pairs={pairs}
            onMerge={(question, into) => void desk.merge(question, into)}
            onDifferent={(key) => setDifferent(new Set([...different, key]))}
          />
        )}
        <BoardView view={view} board={board} desk={desk} open={open} />
        <AsidePanel questions={board.aside} desk={desk} open={open} />
      </div>
      <WhenOpened opened={sharing}>
        <ShareDialog view={view} desk={desk} opened={sharing} onClose={() => setSharing(false)} />
      </WhenOpened>
    </>
  );
}

/** Where it stands, in one sentence. */
function Lead({ view, unshared }: { view: QuestionDeskView; unshared: number }) {
  const { t } = useTranslation('dialogue-desk');
  const format = useFormat();
  const at = (moment: string) => `${format.day(moment)}, ${format.time(moment)}`;
  if (view.state === 'ended' || view.state === 'cancelled') return t(`lead.${view.state}`);
  if (view.sharedAt)
    return unshared > 0
      ? t('lead.shared.more', { at: at(view.sharedAt), count: unshared })
      : t('lead.shared', { at: at(view.sharedAt) });
  if (view.sharesAt) return t('lead.shares', { at: at(view.sharesAt) });
  return t('lead');
}
