import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ExtractKind } from '#libs/contracts';
import { Panel } from '../../../components/panel';
import { useFormat } from '../../../lib/i18n';
import { releasesQuery } from '../manage/mirror-data';
import { releaseSummary } from './region-choices';
import classes from './region.module.css';

/** What of this kind was released: for the region as a whole, and for how many groups. */
export function RegionReleases({ kind }: { kind: ExtractKind }) {
  const { t } = useTranslation('figures');
  const format = useFormat();
  const { data } = useQuery(releasesQuery);
  if (!data) return null;
  const { region, groups } = releaseSummary(data, kind);
  return (
    <Panel title={t('releases')}>
      <ul className={classes.releases}>
        <li>
          {region?.releasedAt
            ? t('releases.region', { date: format.date(region.releasedAt) })
            : t('releases.region.none')}
        </li>
        <li>{t('releases.groups', { count: groups.released })}</li>
        {groups.preparing > 0 && <li>{t('releases.preparing', { count: groups.preparing })}</li>}
        {groups.refused > 0 && <li>{t('releases.refused', { count: groups.refused })}</li>}
      </ul>
      <p className={classes.all}>
        <Anchor component={Link} to="/spiegel/beheer/vrijgaven">
          {t('releases.all')}
        </Anchor>
      </p>
    </Panel>
  );
}
