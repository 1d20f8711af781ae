import { Button } from '@mantine/core';
import { IconArchive, IconArrowMerge } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { PracticeDetailView } from '#libs/contracts';
import { ErrorState } from '../../components/error-state';
import { LoadingState } from '../../components/loading-state';
import { PracticeData } from '../../components/practice-data';
import { PageHead } from '../../components/page-head';
import { WhenOpened } from '../../components/when-opened';
import { api, ifMatch, view } from '../../lib/api';
import { useFormat } from '../../lib/i18n';
import { later } from '../../lib/later';
import { useMay } from '../../lib/me';
import { showToast } from '../../lib/toast';
import { GroupsPanel } from './groups-panel';
import { practiceQuery, practicesKey } from './practices-data';
import { FactsPanel } from './facts-panel';
import classes from './practices.module.css';
import { StaffPanel } from './staff-panel';

const MergeDialog = later(async () => (await import('./merge-dialog')).MergeDialog);

/** One practice: facts, people, groups. People of the practice itself see it too. */
export default function PracticePage() {
  const { t } = useTranslation('practices');
  const { id = '' } = useParams();
  const listed = useMay('practices.read', 'practices.manage');
  const practice = useQuery(practiceQuery(id));
  if (practice.data) return <Practice practice={practice.data} listed={listed} />;
  return (
    <>
      <PageHead title={t('one')} crumbs={listed ? [{ label: t('title'), to: '/praktijken' }] : []} />
      {practice.error ? (
        <ErrorState error={practice.error} onRetry={() => void practice.refetch()} />
      ) : (
        <LoadingState rows={3} height={140} />
      )}
    </>
  );
}

function Practice({ practice, listed }: { practice: PracticeDetailView; listed: boolean }) {
  const { t } = useTranslation('practices');
  const manages = useMay('practices.manage');
  const audits = useMay('audit.read');
  const [merging, setMerging] = useState(false);
  const state = useArchive(practice);
  const closed = practice.archivedAt !== null;
  return (
    <>
      <PageHead
        crumbs={listed ? [{ label: t('title'), to: '/praktijken' }, { label: practice.name }] : []}
        title={practice.name}
        lead={[practice.town, practice.district].filter(Boolean).join(' · ') || t('one.lead')}
        action={
          <>
            <PracticeData practiceId={practice.id} />
            {manages && !closed && (
              <>
                <Button
                  variant="default"
                  leftSection={<IconArrowMerge size={18} />}
                  onClick={() => setMerging(true)}
                >
                  {t('merge')}
                </Button>
                <Button
                  variant="default"
                  leftSection={<IconArchive size={18} />}
                  loading={state.archive.isPending}
                  onClick={() => state.archive.mutate()}
                >
                  {t('archive')}
                </Button>
              </>
            )}
          </>
        }
      />
      <div className={classes.stack}>
        {closed && <Closed practice={practice} manages={manages} restore={state.restore} />}
        {(state.archive.error ?? state.restore.error) && (
          <ErrorState
            error={state.archive.error ?? state.restore.error}
            onRetry={() => {
              state.archive.reset();
              state.restore.reset();
              void state.reload();
            }}
          />
        )}
        <FactsPanel practice={practice} editable={manages && !closed} />
        <StaffPanel practice={practice} />
        <GroupsPanel groups={practice.groups} />
        {audits && (
          <p className={classes.quiet}>
            <Link to={`/beheer/logboek?onderwerp=${practice.id}`}>{t('log')}</Link>
          </p>
        )}
      </div>
      {manages && (
        <WhenOpened opened={merging}>
          <MergeDialog opened={merging} practice={practice} onClose={() => setMerging(false)} />
        </WhenOpened>
      )}
    </>
  );
}

function useArchive(practice: PracticeDetailView) {
  const { t } = useTranslation('practices');
  const client = useQueryClient();
  const reload = () => client.invalidateQueries({ queryKey: practicesKey });
  const turn = (what: 'archive' | 'restore', version: number) =>
    view<PracticeDetailView>(
      api.POST(`/api/practices/{id}/${what}`, { params: { path: { id: practice.id } }, ...ifMatch(version) }),
    );
  const keep = async (next: PracticeDetailView) => {
    client.setQueryData(practiceQuery(next.id).queryKey, next);
    await reload();
  };
  const archive = useMutation({
    mutationFn: () => turn('archive', practice.version),
    onSuccess: async (closed) => {
      showToast(t('archive.done', { name: closed.name }), {
        undo: async () => keep(await turn('restore', closed.version)),
      });
      await keep(closed);
    },
  });
  const restore = useMutation({
    mutationFn: () => turn('restore', practice.version),
    onSuccess: async (open) => {
      showToast(t('restore.done', { name: open.name }));
      await keep(open);
    },
  });
  return { archive, restore, reload };
}

interface ClosedProps {
  practice: PracticeDetailView;
  manages: boolean;
  restore: ReturnType<typeof useArchive>['restore'];
}
function Closed({ practice, manages, restore }: ClosedProps) {
  const { t } = useTranslation('practices');
  const format = useFormat();
  const into = useQuery({
    ...practiceQuery(practice.mergedInto ?? ''),
    enabled: practice.mergedInto !== null,
  });
  return (
    <div className={classes.closed}>
      <p>
        {t('closed.since', { date: format.date(practice.archivedAt ?? '') })}{' '}
        {practice.mergedInto && (
          <Link to={`/praktijken/${practice.mergedInto}`}>
            {t('closed.merged', { name: into.data?.name ?? t('one') })}
          </Link>
        )}
      </p>
      {manages && (
        <Button variant="default" size="sm" loading={restore.isPending} onClick={() => restore.mutate()}>
          {t('restore')}
        </Button>
      )}
    </div>
  );
}
