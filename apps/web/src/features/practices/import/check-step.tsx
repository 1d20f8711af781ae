import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportVerdict, ImportView } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { LoadMore } from '../../../components/load-more';
import { LoadingState } from '../../../components/loading-state';
import { PageHead } from '../../../components/page-head';
import { Steps } from '../../../components/steps';
import { announce } from '../../../lib/announce';
import { itemsOf } from '../../../lib/pages';
import { CheckTable } from './check-table';
import { DecideAll } from './decide-all';
import { FileCard } from './file-card';
import { importRows } from './import-data';
import { goneRows, rowsToApply } from './preview';
import classes from './import.module.css';
import { StaleNotice } from './stale-notice';
import { useCheck } from './use-check';
import { useStepNames } from './use-step-names';
import { VerdictFilter } from './verdict-filter';

/** Step 3: every row with its verdict, worst first. Nothing is written before the button is pressed. */
export function CheckStep({ imported, onColumns }: { imported: ImportView; onColumns: () => void }) {
  const { t } = useTranslation('imports');
  const [verdict, setVerdict] = useState<ImportVerdict | null>(null);
  const pages = useInfiniteQuery(importRows(imported.id, verdict));
  const rows = pages.data ? itemsOf(pages.data) : [];
  const check = useCheck(imported, rows);
  const steps = useStepNames();
  const { counts, undecided } = imported;
  const asked = useInfiniteQuery(importRows(imported.id, 'decide'));
  const gone = asked.data ? goneRows(itemsOf(asked.data), counts.decide) : 0;
  const ready = rowsToApply(imported, gone);
  const goDecide = () => {
    setVerdict('decide');
    announce(t('check.decideFirst', { count: undecided }));
  };
  return (
    <>
      <PageHead
        takeFocus
        crumbs={[{ label: t('practices'), to: '/praktijken' }, { label: t('title') }]}
        title={t('check.title')}
        lead={t(
          counts.refused > 0 ? 'check.lead.refused' : undecided > 0 ? 'check.lead.decide' : 'check.lead',
        )}
        action={
          <>
            <Button variant="default" onClick={onColumns}>
              {t('check.columns')}
            </Button>
            {undecided > 0 ? (
              <Button onClick={goDecide}>{t('check.decideFirst', { count: undecided })}</Button>
            ) : (
              asked.data &&
              ready > 0 && (
                <Button loading={check.apply.isPending} onClick={() => check.apply.mutate()}>
                  {t('check.apply', { count: ready })}
                </Button>
              )
            )}
          </>
        }
      />
      <Steps steps={steps} active={2} onBack={(step) => step === 1 && onColumns()} />
      <div className={classes.stack}>
        {check.stale && <StaleNotice stale={check.stale} onSeen={check.seen} />}
        {check.error && <ErrorState error={check.error} />}
        <FileCard imported={imported} gone={gone} />
        <div className={classes.filters}>
          <VerdictFilter counts={counts} value={verdict} onChange={setVerdict} />
          {counts.refused > 0 && (
            <Button
              component="a"
              href={`/api/imports/${imported.id}/refused.xlsx`}
              download
              variant="subtle"
              size="sm"
              leftSection={<IconDownload size={17} />}
            >
              {t('refused.file')}
            </Button>
          )}
        </div>
        <DecideAll rows={rows} gone={gone} busy={check.busy} onAll={check.decideAll} />
        {pages.data ? (
          <div>
            <CheckTable rows={rows} mapping={imported.mapping} check={check} />
            <LoadMore
              shown={rows.length}
              total={pages.data.pages[0]?.total ?? rows.length}
              more={pages.hasNextPage}
              busy={pages.isFetchingNextPage}
              onMore={() => void pages.fetchNextPage()}
            />
          </div>
        ) : pages.error ? (
          <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
        ) : (
          <LoadingState rows={8} height={56} />
        )}
      </div>
    </>
  );
}
