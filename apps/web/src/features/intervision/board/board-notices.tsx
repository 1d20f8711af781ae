import { Anchor, Button } from '@mantine/core';
import { IconAlertTriangle, IconArrowsShuffle, IconLockOpen } from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { FormingView, ProposalView, RoundView } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { useWords } from '../../../lib/i18n';
import { useForming } from './use-forming';
import classes from './desk.module.css';

interface BoardNoticesProps {
  round: RoundView;
  forming: FormingView | null;
  proposal: ProposalView | null;
  accepted: string | null;
  onTakenBack: () => void;
  clash: boolean;
}

/** What one must know before the board: answers that changed since, a rule that was relaxed, what a repair changes. */
export function BoardNotices({ round, forming, proposal, accepted, onTakenBack, clash }: BoardNoticesProps) {
  const { t } = useTranslation('board');
  const words = useWords();
  const { start, takeBack } = useForming(round.id);
  const [, setSearch] = useSearchParams();
  const published = round.state === 'published';
  return (
    <div className={classes.notices}>
      {accepted && (
        <Notice icon={IconLockOpen}>
          <span>{t('relax.accepted', { title: accepted })}</span>
          <Anchor
            component="button"
            type="button"
            onClick={() => void takeBack.mutateAsync().then(onTakenBack, () => {})}
          >
            {t('relax.undo')}
          </Anchor>
        </Notice>
      )}
      {clash && (
        <Notice icon={IconAlertTriangle} warn>
          <span>{t('desk.clash', { count: forming?.unassigned.length ?? 0 })}</span>
          <Anchor component="button" type="button" onClick={() => setSearch({})}>
            {t('desk.clash.action')}
          </Anchor>
        </Notice>
      )}
      {proposal?.stale && !published && (
        <Notice icon={IconAlertTriangle} warn>
          <span>{t('stale')}</span>
          <Button
            size="compact-md"
            variant="default"
            loading={start.isPending}
            onClick={() => start.mutate(round.state === 'open')}
          >
            {t('stale.action')}
          </Button>
        </Notice>
      )}
      {forming?.state === 'failed' && <ErrorState error={null} title={t('forming.failed')} />}
      {(start.error ?? takeBack.error) && <ErrorState error={start.error ?? takeBack.error} />}
      {proposal && proposal.moves.length > 0 && (
        <Notice icon={IconArrowsShuffle}>
          <div>
            <b>{t('repair.moves', { count: proposal.moves.length })}</b>
            <ul>
              {proposal.moves.map((move) => (
                <li key={move.nl}>{words(move)}</li>
              ))}
            </ul>
          </div>
        </Notice>
      )}
    </div>
  );
}

interface NoticeProps {
  icon: ComponentType<{ size?: number; stroke?: number; className?: string }>;
  warn?: boolean;
  children: ReactNode;
}
function Notice({ icon: Icon, warn, children }: NoticeProps) {
  return (
    <div className={classes.notice} data-warn={warn || undefined} role="status">
      <Icon size={20} stroke={1.8} className="lk-icon" />
      <div className={classes.noticeWords}>{children}</div>
    </div>
  );
}
