import { Anchor, Button } from '@mantine/core';
import { IconCalendarDue, IconChevronRight, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MeasureView } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { Panel } from '../../../components/panel';
import { Verdict } from '../../../components/verdict';
import { WhenOpened } from '../../../components/when-opened';
import { useFormat, useWords } from '../../../lib/i18n';
import { later } from '../../../lib/later';
import { useMay } from '../../../lib/me';
import classes from '../manage/manage.module.css';
import { ManageHead } from '../manage/manage-head';
import { measuresQuery, putAwayQuery } from './measures-data';

const NewMeasure = later(async () => (await import('./new-measure')).NewMeasure);

/** What is counted and how: the region's own measures and those that came with Leerkring, with when they must be looked at again. */
export default function MeasuresPage() {
  const { t } = useTranslation('measures');
  const manages = useMay('figures.manage');
  const { data, error, refetch } = useQuery(measuresQuery);
  const away = useQuery({ ...putAwayQuery, enabled: manages });
  const [making, setMaking] = useState(false);
  const of = (origin: MeasureView['origin']) => (data ?? []).filter((one) => one.origin === origin);
  return (
    <>
      <ManageHead
        section="measures"
        action={
          manages && (
            <Button leftSection={<IconPlus size={18} />} onClick={() => setMaking(true)}>
              {t('new')}
            </Button>
          )
        }
      />
      {data ? (
        <div className={classes.stack}>
          <Rows title={t('own')} none={t('own.none')} measures={of('own')} />
          <Rows title={t('builtIn')} measures={of('built-in')} />
          <Rows title={t('wasAway')} measures={away.data ?? []} />
        </div>
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <LoadingState rows={6} height={76} />
      )}
      <WhenOpened opened={making}>
        <NewMeasure measures={data ?? []} opened={making} onClose={() => setMaking(false)} />
      </WhenOpened>
    </>
  );
}

function Rows({ title, none, measures }: { title: string; none?: string; measures: readonly MeasureView[] }) {
  if (measures.length === 0)
    return none ? (
      <Panel title={title}>
        <p className={classes.quiet}>{none}</p>
      </Panel>
    ) : null;
  return (
    <Panel title={title} padding="none">
      <ul className={classes.rows}>
        {measures.map((one) => (
          <Row key={one.id} measure={one} />
        ))}
      </ul>
    </Panel>
  );
}

function Row({ measure }: { measure: MeasureView }) {
  const { t } = useTranslation('measures');
  const format = useFormat();
  const words = useWords();
  const { code, current, draft, archivedAt } = measure;
  const shown = current ?? draft;
  if (!shown) return null;
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <p className={classes.title}>
          <Anchor component={Link} to={code} className={classes.link}>
            {words(shown.content.title) || shown.content.title.nl || t('unnamed')}
          </Anchor>
          {current?.overdue && archivedAt === null && (
            <Verdict kind="warn" icon={IconCalendarDue}>
              {t('overdue')}
            </Verdict>
          )}
          {draft && <Verdict kind="changed">{t(current ? 'draft.next' : 'draft')}</Verdict>}
        </p>
        <p className="lk-muted">
          {[
            code,
            current && t('version', { number: current.number }),
            archivedAt !== null
              ? t('wasAway.on', { date: format.date(archivedAt) })
              : current?.reviewBy && t('reviewBy', { date: format.localDate(current.reviewBy) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <IconChevronRight size={18} className="lk-icon" aria-hidden />
    </li>
  );
}
