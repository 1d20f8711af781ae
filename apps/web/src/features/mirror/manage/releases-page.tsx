import { Button, Progress } from '@mantine/core';
import {
  IconArrowBackUp,
  IconCheck,
  IconCircleX,
  IconHandStop,
  IconLoader2,
  IconReplace,
  IconShieldCheck,
} from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReleaseView } from '#libs/contracts';
import { EmptyState } from '../../../components/empty-state';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { Panel } from '../../../components/panel';
import { Verdict, type VerdictKind } from '../../../components/verdict';
import { useFormat, useLanguage, useWords } from '../../../lib/i18n';
import { showToast } from '../../../lib/toast';
import { ManageHead } from './manage-head';
import { releasesKey, releasesQuery, withdrawRelease } from './mirror-data';
import { stretchName } from './period-words';
import { releasesByState } from './release-order';
import { WhyDialog } from './why-dialog';
import classes from './manage.module.css';

const FEW = 8;
const LOOK: Record<ReleaseView['state'], { kind: VerdictKind; icon: typeof IconCheck }> = {
  preparing: { kind: 'changed', icon: IconLoader2 },
  released: { kind: 'ok', icon: IconCheck },
  refused: { kind: 'warn', icon: IconHandStop },
  superseded: { kind: 'same', icon: IconReplace },
  withdrawn: { kind: 'same', icon: IconArrowBackUp },
  failed: { kind: 'bad', icon: IconCircleX },
};

/** What passed the gate, for whom, and what did not: there is no way around it (MIR-07). */
export default function ReleasesPage() {
  return (
    <>
      <ManageHead section="releases" />
      <Releases />
    </>
  );
}

function Releases() {
  const { t } = useTranslation('mirror-data');
  const { data, error, refetch } = useQuery(releasesQuery);
  const [all, setAll] = useState(false);
  if (!data)
    return error ? (
      <ErrorState error={error} onRetry={() => void refetch()} />
    ) : (
      <LoadingState rows={5} height={84} />
    );
  if (data.length === 0)
    return (
      <EmptyState icon={IconShieldCheck} title={t('releases.empty.title')} text={t('releases.empty.text')} />
    );
  const { busy, not, now, past } = releasesByState(data);
  return (
    <div className={classes.stack}>
      <Rows title={t('releases.busy')} releases={busy} />
      <Rows title={t('releases.not')} releases={not} badge />
      <Rows title={t('releases.now')} releases={now} />
      <Rows title={t('releases.past')} releases={all ? past : past.slice(0, FEW)} badge />
      {!all && past.length > FEW && (
        <div>
          <Button variant="subtle" size="sm" onClick={() => setAll(true)}>
            {t('releases.past.all', { count: past.length })}
          </Button>
        </div>
      )}
    </div>
  );
}

interface RowsProps {
  title: string;
  releases: readonly ReleaseView[];
  badge?: boolean;
}

function Rows({ title, releases, badge = false }: RowsProps) {
  if (releases.length === 0) return null;
  return (
    <Panel title={title} padding="none">
      <ul className={classes.rows}>
        {releases.map((one) => (
          <Row key={one.id} release={one} badge={badge} />
        ))}
      </ul>
    </Panel>
  );
}

function Row({ release, badge }: { release: ReleaseView; badge: boolean }) {
  const { t } = useTranslation('mirror-data');
  const format = useFormat();
  const language = useLanguage();
  const words = useWords();
  const { audience, group, kind, mode, period, state } = release;
  const name = group?.name ?? t(`audience.${audience}`);
  return (
    <li className={classes.plainRow}>
      <div className={classes.spread}>
        <div className={classes.words}>
          <p className={classes.title}>
            <span className={classes.name}>{name}</span>
            {badge && <Verdict {...LOOK[state]}>{t(`release.${state}`)}</Verdict>}
          </p>
          <p className="lk-muted">
            {[
              t(`kind.${kind}`),
              stretchName(period, language),
              t(`mode.${mode}`),
              state === 'released' && t('releases.figures', { count: release.figures }),
              release.releasedAt && t('releases.at', { date: format.day(release.releasedAt) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {release.reason && <p className={classes.under}>{words(release.reason)}</p>}
          {release.coarsened && <p className={classes.under}>{words(release.coarsened)}</p>}
        </div>
        {state === 'released' && <Withdraw release={release} name={name} />}
      </div>
      {state === 'preparing' && (
        <Progress
          className={classes.bar}
          value={Math.max(release.fraction * 100, 3)}
          animated
          aria-label={t('releases.preparing', { name })}
        />
      )}
    </li>
  );
}

function Withdraw({ release, name }: { release: ReleaseView; name: string }) {
  const { t } = useTranslation('mirror-data');
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const withdraw = useMutation({
    mutationFn: (why: string) => withdrawRelease(release.id, release.version, why),
    onSuccess: () => {
      setAsked(false);
      showToast(t('releases.withdrawn', { name }));
    },
    onSettled: () => client.invalidateQueries({ queryKey: releasesKey }),
  });
  return (
    <>
      <Button
        variant="subtle"
        size="compact-md"
        aria-label={t('releases.withdraw.label', { name })}
        onClick={() => setAsked(true)}
      >
        {t('withdraw')}
      </Button>
      <WhyDialog
        opened={asked}
        onClose={() => {
          withdraw.reset();
          setAsked(false);
        }}
        onConfirm={(why) => withdraw.mutate(why)}
        title={t('releases.withdraw.title', { name })}
        confirm={t('withdraw')}
        danger
        busy={withdraw.isPending}
        error={withdraw.error}
      >
        <p>{t('releases.withdraw.text')}</p>
      </WhyDialog>
    </>
  );
}
