import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PracticeDetailView } from '#libs/contracts';
import { Panel } from '../../components/panel';
import { useFormat } from '../../lib/i18n';
import { useMay } from '../../lib/me';
import classes from './practices.module.css';

/** The groups of a practice through the years, newest first. */
export function GroupsPanel({ groups }: { groups: PracticeDetailView['groups'] }) {
  const { t } = useTranslation('practices');
  const format = useFormat();
  const opens = useMay('groups.read');
  return (
    <Panel title={t('groups')} padding={groups.length > 0 ? 'none' : 'normal'}>
      {groups.length === 0 ? (
        <p className={classes.quiet}>{t('groups.none')}</p>
      ) : (
        <ul className={classes.rows}>
          {groups.map((group) => (
            <li key={`${group.id} ${group.since}`} className={classes.row}>
              <div className={classes.words}>
                {opens ? (
                  <Anchor component={Link} to={`/intervisie/groepen/${group.id}`}>
                    {`${group.name} · ${group.theme}`}
                  </Anchor>
                ) : (
                  <b>{`${group.name} · ${group.theme}`}</b>
                )}
                <p>{group.round}</p>
              </div>
              <span className="lk-muted">
                {group.until
                  ? t('groups.period', { from: format.date(group.since), until: format.date(group.until) })
                  : t('groups.since', { from: format.date(group.since) })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
