import { Button } from '@mantine/core';
import { IconArrowsShuffle, IconPrinter } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { type GroupView, type RoundView, roundRoom } from '#libs/contracts';
import { EmptyState } from '../../../components/empty-state';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { useFormat } from '../../../lib/i18n';
import { later } from '../../../lib/later';
import { useRoomVersion } from '../../../lib/socket';
import { groupQuery, groupsQuery, roundKey, roundQuery } from '../round-data';
import { RoundHead } from '../round-head';
import { RoundStateBadge } from '../round-state';
import { GroupRows } from './group-rows';
import { GroupSheet } from './group-sheet';
import classes from './groups.module.css';

const RepairDialog = later(async () => (await import('./repair-dialog')).RepairDialog);

/** The published groups: look, print all of them, and repair when a practice comes or goes. */
export default function GroupsPage() {
  const { t } = useTranslation('intervision');
  const { id = '' } = useParams();
  useRoomVersion(roundRoom(id), { keys: [roundKey(id)] });
  const round = useQuery(roundQuery(id));
  const groups = useQuery(groupsQuery(id));
  const error = round.error ?? groups.error;
  if (!round.data || !groups.data) {
    return error ? (
      <ErrorState error={error} onRetry={() => void Promise.all([round.refetch(), groups.refetch()])} />
    ) : (
      <LoadingState rows={6} height={84} />
    );
  }
  const active = groups.data.filter((group) => group.state === 'active');
  return active.length > 0 ? (
    <Groups round={round.data} ids={active.map((group) => group.id)}>
      <GroupRows groups={groups.data} />
    </Groups>
  ) : (
    <>
      <RoundHead round={round.data} lead={t('groups.lead.none')} />
      <EmptyState title={t('groups.empty.title')} text={t('groups.empty.text')} />
    </>
  );
}

interface GroupsProps {
  round: RoundView;
  ids: readonly string[];
  children: React.ReactNode;
}

function Groups({ round, ids, children }: GroupsProps) {
  const { t } = useTranslation('intervision');
  const format = useFormat();
  const print = usePrint(ids);
  const [repairing, setRepairing] = useState(false);
  return (
    <>
      <div data-print={print.sheets ? 'hide' : undefined}>
        <RoundHead
          round={round}
          lead={
            <>
              <RoundStateBadge state={round.state} />{' '}
              {round.publishedAt
                ? t('groups.lead', { count: ids.length, date: format.date(round.publishedAt) })
                : t('groups.lead.none')}
            </>
          }
          action={
            <>
              <Button
                variant="default"
                leftSection={<IconPrinter size={18} />}
                loading={print.loading}
                onClick={() => void print.start()}
              >
                {t('groups.print')}
              </Button>
              <Button
                variant="default"
                leftSection={<IconArrowsShuffle size={18} />}
                onClick={() => setRepairing(true)}
              >
                {t('repair')}
              </Button>
            </>
          }
        />
        {print.error !== null && <ErrorState error={print.error} />}
        {children}
      </div>
      {print.sheets && (
        <div className={classes.sheets}>
          {print.sheets.map((group) => (
            <GroupSheet key={group.id} group={group} />
          ))}
        </div>
      )}
      {repairing && <RepairDialog round={round} onClose={() => setRepairing(false)} />}
    </>
  );
}

/** Fetches every group, draws one sheet each, and opens the print window once they stand there. */
function usePrint(ids: readonly string[]) {
  const client = useQueryClient();
  const [sheets, setSheets] = useState<GroupView[] | null>(null);
  const [loading, setLoading] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const start = async () => {
    setLoading(true);
    setError(null);
    try {
      const all: GroupView[] = [];
      // A few at a time: a region with hundreds of groups must not flood its own server.
      for (let at = 0; at < ids.length; at += 6)
        all.push(
          ...(await Promise.all(ids.slice(at, at + 6).map((id) => client.fetchQuery(groupQuery(id))))),
        );
      setSheets(all);
    } catch (failure) {
      setError(failure);
    } finally {
      setLoading(false);
    }
  };
  useEffect(() => {
    if (!sheets) return;
    const done = () => setSheets(null);
    window.addEventListener('afterprint', done);
    window.print();
    return () => window.removeEventListener('afterprint', done);
  }, [sheets]);
  return { sheets, loading, error, start };
}
