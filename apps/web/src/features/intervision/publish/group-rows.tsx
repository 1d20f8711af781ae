import { Anchor } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { GroupSummaryView } from '#libs/contracts';
import { DateTile } from '../../../components/date-tile';
import { Panel } from '../../../components/panel';
import { Verdict } from '../../../components/verdict';
import { useFormat } from '../../../lib/i18n';
import classes from './groups.module.css';

/** Groups as rows: when, what about, who leads, how many. Each leads to its page. */
export function GroupRows({ groups }: { groups: readonly GroupSummaryView[] }) {
  const { t } = useTranslation('intervision');
  const format = useFormat();
  return (
    <Panel padding="none">
      <ul className={classes.rows}>
        {groups.map((group) => (
          <li key={group.id} className={classes.row}>
            <DateTile at={group.startsAt} />
            <div className={classes.words}>
              <Anchor component={Link} to={`/intervisie/groepen/${group.id}`} className={classes.name}>
                {group.name}
              </Anchor>
              <p>
                <b>{group.theme}</b>
              </p>
              <p className="lk-muted">
                {[
                  ...(group.startsAt ? [format.time(group.startsAt)] : []),
                  t('group.members', { count: group.members }),
                  group.leader ? t('group.leader', { name: group.leader }) : t('group.noLeader'),
                ].join(' · ')}
              </p>
            </div>
            {group.state === 'ended' && <Verdict kind="same">{t('group.ended')}</Verdict>}
            <IconChevronRight size={18} className="lk-icon" aria-hidden />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
