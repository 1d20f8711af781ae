import { Anchor, Button, Progress } from '@mantine/core';
import { IconChevronRight, IconDatabase, IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DataSetState, DataSetSummaryView } from '#libs/contracts';
import { EmptyState } from '../../../components/empty-state';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { Panel } from '../../../components/panel';
import { Verdict } from '../../../components/verdict';
import { useFormat, useLanguage } from '../../../lib/i18n';
import { DataSetStateBadge } from './data-set-state';
import { ManageHead } from './manage-head';
import { dataSetsQuery } from './mirror-data';
import { stretchName } from './period-words';
import classes from './manage.module.css';

/** More of the past than this is asked for. */
const FEW = 6;

/** All deliveries: what waits for a decision first, then what the figures are made of, then the past. */
export default function DataSetsPage() {
  const { t } = useTranslation('mirror-data');
  return (
    <>
      <ManageHead
        section="sets"
        action={
          <Button component={Link} to="inlezen" leftSection={<IconUpload size={18} />}>
            {t('load')}
          </Button>
        }
      />
      <DataSets />
    </>
  );
}

function DataSets() {
  const { t } = useTranslation('mirror-data');
  const { data, error, refetch } = useQuery(dataSetsQuery);
  const [all, setAll] = useState(false);
  if (!data)
    return error ? (
      <ErrorState error={error} onRetry={() => void refetch()} />
    ) : (
      <LoadingState rows={4} height={92} />
    );
  if (data.length === 0)
    return (
      <EmptyState
        icon={IconDatabase}
        title={t('sets.empty.title')}
        text={t('sets.empty.text')}
        action={
          <Button component={Link} to="inlezen">
            {t('load')}
          </Button>
        }
      />
    );
  const of = (...states: DataSetState[]) => data.filter((one) => states.includes(one.state));
  const past = of('superseded', 'withdrawn', 'refused', 'failed');
  return (
    <div className={classes.stack}>
      <Rows title={t('sets.loading')} sets={of('loading')} />
      <Rows title={t('sets.waiting')} sets={of('checked')} />
      <Rows title={t('sets.used')} sets={of('approved')} />
      <Rows title={t('sets.past')} sets={all ? past : past.slice(0, FEW)} badge />
      {!all && past.length > FEW && (
        <div>
          <Button variant="subtle" size="sm" onClick={() => setAll(true)}>
            {t('sets.past.all', { count: past.length })}
          </Button>
        </div>
      )}
    </div>
  );
}

/** `badge`: the heading does not say the state. */
function Rows({
  title,
  sets,
  badge = false,
}: {
  title: string;
  sets: DataSetSummaryView[];
  badge?: boolean;
}) {
  if (sets.length === 0) return null;
  return (
    <Panel title={title} padding="none">
      <ul className={classes.rows}>
        {sets.map((one) => (
          <Row key={one.id} set={one} badge={badge} />
        ))}
      </ul>
    </Panel>
  );
}

function Row({ set, badge }: { set: DataSetSummaryView; badge: boolean }) {
  const { t } = useTranslation('mirror-data');
  const format = useFormat();
  const language = useLanguage();
  const { source, period, rows, refusedRows, warnings, state } = set;
  const by = (key: 'loadedBy' | 'approvedBy', name: string | null, moment: string | null) =>
    name && moment ? t(`sets.${key}`, { name, date: format.day(moment) }) : null;
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <p className={classes.title}>
          <Anchor component={Link} to={`aanleveringen/${set.id}`} className={classes.link}>
            {period
              ? t('named', { source: source.name, period: stretchName(period, language) })
              : source.name}
          </Anchor>
          {badge && <DataSetStateBadge state={state} />}
          {warnings > 0 && <Verdict kind="warn">{t('sets.warnings', { count: warnings })}</Verdict>}
        </p>
        <p className="lk-muted">
          {[
            t(`kind.${source.kind}`),
            rows > 0 && state !== 'failed' && t('sets.rows', { count: rows, rows: format.number(rows) }),
            refusedRows > 0 && t('sets.refused', { count: refusedRows, rows: format.number(refusedRows) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <p className="lk-muted">
          {[
            (state !== 'loading' && by('loadedBy', set.loadedBy, set.loadedAt)) || set.fileName,
            by('approvedBy', set.approvedBy, set.approvedAt),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {state === 'loading' && (
          <Progress className={classes.bar} value={100} animated striped aria-label={t('sets.loading')} />
        )}
      </div>
      <IconChevronRight size={18} className="lk-icon" aria-hidden />
    </li>
  );
}
