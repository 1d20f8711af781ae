import { Anchor, Title } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { GroupSummaryView } from '#libs/contracts';
import { DateTile } from '../../components/date-tile';
import { EmptyState } from '../../components/empty-state';
import { ErrorState } from '../../components/error-state';
import { LoadingState } from '../../components/loading-state';
import { Panel } from '../../components/panel';
import { useFormat } from '../../lib/i18n';
import { myGroupsQuery } from './group-data';
import classes from './my-groups.module.css';

/** The groups of the reader; those that ended stand below. A page that shows it loads the words of `group`. */
export function MyGroups() {
  const { t } = useTranslation('group');
  const { data, error, refetch } = useQuery(myGroupsQuery);
  const label = useId();
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState rows={1} height={104} />;
  if (data.items.length === 0)
    return <EmptyState title={t('mine.empty.title')} text={t('mine.empty.text')} icon={IconUsersGroup} />;
  const active = data.items.filter((group) => group.state === 'active');
  const ended = data.items.filter((group) => group.state === 'ended');
  return (
    <section aria-labelledby={label} className={classes.mine}>
      <Title order={2} id={label} fz="1.1875rem">
        {t('mine.title')}
      </Title>
      {active.length > 0 && <Rows groups={active} />}
      {ended.length > 0 && (
        <>
          <h3 className={classes.ended}>{t('mine.ended')}</h3>
          <Rows groups={ended} />
        </>
      )}
    </section>
  );
}

function Rows({ groups }: { groups: readonly GroupSummaryView[] }) {
  const { t } = useTranslation('group');
  const format = useFormat();
  return (
    <Panel padding="none">
      <ul className={classes.rows}>
        {groups.map((group) => (
          <li key={group.id} className={classes.row} data-ended={group.state === 'ended' || undefined}>
            <DateTile at={group.startsAt} />
            <div className={classes.words}>
              <Anchor component={Link} to={`/intervisie/groepen/${group.id}`} className={classes.link}>
                {t('titled', { name: group.name, theme: group.theme })}
              </Anchor>
              <span>
                {[...(group.startsAt ? [format.dateTime(group.startsAt)] : []), group.round].join(' · ')}
              </span>
              <span>
                {[
                  t('mine.members', { count: group.members }),
                  ...(group.leader ? [t('mine.leader', { name: group.leader })] : []),
                ].join(' · ')}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
