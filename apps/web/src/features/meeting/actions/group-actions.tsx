import { Anchor } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Panel } from '../../../components/panel';
import { useMay, useMe } from '../../../lib/me';
import { itemsOf } from '../../../lib/pages';
import { ActionRow } from './action-row';
import { actionListQuery } from './actions-data';
import classes from './actions.module.css';

/**
 * Open actions of a group on its page, for who belongs to it; for anybody else, and when there are none, nothing at all. A page that shows it
 * loads the words of `meeting-actions`.
 */
export function GroupActions({ groupId }: { groupId: string }) {
  const { t } = useTranslation('meeting-actions');
  const { task } = useMe();
  const may = useMay('meetings.read') && !task;
  const { data } = useInfiniteQuery({ ...actionListQuery({ groupId, state: 'open' }), enabled: may });
  const items = data ? itemsOf(data) : [];
  if (items.length === 0) return null;
  return (
    <Panel
      title={t('group.title')}
      right={
        <Anchor component={Link} to={`/intervisie/acties?groep=${groupId}`} fz="sm">
          {t('group.all')}
        </Anchor>
      }
    >
      <ul className={classes.rows}>
        {items.map((action) => (
          <ActionRow key={action.id} action={action} />
        ))}
      </ul>
    </Panel>
  );
}
