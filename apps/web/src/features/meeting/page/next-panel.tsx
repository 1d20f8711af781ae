import { Anchor, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MeetingState } from '#libs/contracts';
import { Panel } from '../../../components/panel';
import { useFormat } from '../../../lib/i18n';
import { useMe } from '../../../lib/me';
import classes from './meeting.module.css';

interface NextPanelProps {
  groupId: string;
  next: { id: string; state: MeetingState; startsAt: string | null } | null;
  /** May plan one. */
  plans: boolean;
}

/** When the group meets again; without a date whoever leads it is asked for one (GRP-14). */
export function NextPanel({ groupId, next, plans }: NextPanelProps) {
  const { t } = useTranslation('meeting');
  const format = useFormat();
  const { task } = useMe();
  if (next) {
    const words = next.startsAt ? format.dateTime(next.startsAt) : t('next.polling');
    return (
      <Panel title={t('next')}>
        {task ? (
          <p className={classes.hint}>{words}</p>
        ) : (
          <Anchor component={Link} to={`/bijeenkomst/${next.id}`}>
            {words}
          </Anchor>
        )}
      </Panel>
    );
  }
  return (
    <Panel title={t('next')}>
      <p className={classes.hint}>{t(plans ? 'next.ask' : 'next.none')}</p>
      {plans && <PlanNext groupId={groupId} />}
    </Panel>
  );
}

/** The two ways to a next date. */
export function PlanNext({ groupId }: { groupId: string }) {
  const { t } = useTranslation('meeting');
  return (
    <div className={classes.buttons} data-print="hide">
      <Button component={Link} to={`/intervisie/datumprikker/nieuw?groep=${groupId}`}>
        {t('next.poll')}
      </Button>
      <Button component={Link} to={`/intervisie/bijeenkomsten/nieuw?groep=${groupId}`} variant="default">
        {t('next.choose')}
      </Button>
    </div>
  );
}
