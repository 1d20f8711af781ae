import { Button } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { AuditEntryView, AuditVerdictView } from '#libs/contracts';
import { EmptyState } from '../../components/empty-state';
import { ErrorState } from '../../components/error-state';
import { LoadMore } from '../../components/load-more';
import { LoadingState } from '../../components/loading-state';
import { Panel } from '../../components/panel';
import { Verdict } from '../../components/verdict';
import { api, view } from '../../lib/api';
import { useFormat } from '../../lib/i18n';
import { itemsOf } from '../../lib/pages';
import { auditPages } from './admin-data';
import { AdminHead } from './admin-head';
import classes from './admin.module.css';
import { useEntryWords, useSubjectNames } from './entry-words';

/** Who did what, when, in sentences; and whether the log is still whole. */
export default function LogPage() {
  const { t } = useTranslation(['audit-log', 'admin']);
  const [params, setParams] = useSearchParams();
  const subject = params.get('onderwerp');
  const pages = useInfiniteQuery(auditPages(subject));
  const names = useSubjectNames();
  const verify = useMutation({
    mutationFn: () => view<AuditVerdictView>(api.GET('/api/audit/verify')),
  });
  const rows = pages.data ? itemsOf(pages.data) : [];
  return (
    <>
      <AdminHead
        section="log"
        action={
          <Button
            variant="default"
            leftSection={<IconShieldCheck size={18} />}
            loading={verify.isPending}
            onClick={() => verify.mutate()}
          >
            {t('verify')}
          </Button>
        }
      />
      <div className={classes.stack}>
        {verify.data && <Whole verdict={verify.data} />}
        {verify.error && <ErrorState error={verify.error} />}
        {subject && (
          <p className={classes.filtered}>
            <span>{t('only', { name: names.get(subject) ?? t('thisSubject') })}</span>
            <Button variant="subtle" size="compact-md" onClick={() => setParams({}, { replace: true })}>
              {t('everything')}
            </Button>
          </p>
        )}
        {pages.data ? (
          rows.length > 0 ? (
            <div>
              <Panel padding="none">
                <ol className={classes.rows}>
                  {rows.map((entry) => (
                    <Entry
                      key={entry.seq}
                      entry={entry}
                      names={names}
                      onSubject={
                        subject
                          ? undefined
                          : (id) => setParams({ onderwerp: id }, { preventScrollReset: false })
                      }
                    />
                  ))}
                </ol>
              </Panel>
              <LoadMore
                shown={rows.length}
                total={pages.data.pages[0]?.total ?? rows.length}
                more={pages.hasNextPage}
                busy={pages.isFetchingNextPage}
                onMore={() => void pages.fetchNextPage()}
              />
            </div>
          ) : (
            <EmptyState title={t('none')} text={t('none.text')} />
          )
        ) : pages.error ? (
          <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
        ) : (
          <LoadingState rows={8} height={56} />
        )}
      </div>
    </>
  );
}

function Whole({ verdict }: { verdict: AuditVerdictView }) {
  const { t } = useTranslation('audit-log');
  const format = useFormat();
  const { ok, entries, checkpoint, fault } = verdict;
  return (
    <div role="status" className={classes.verdict} data-ok={ok || undefined}>
      <Verdict kind={ok ? 'ok' : 'bad'}>{t(ok ? 'whole' : 'broken')}</Verdict>
      <span>
        {ok
          ? t('whole.text', { count: entries, total: format.number(entries) })
          : t(`fault.${fault?.kind ?? 'changed'}`, { seq: fault?.seq ?? 0 })}{' '}
        {checkpoint
          ? t('checkpoint', { when: format.dateTime(checkpoint.at), seq: checkpoint.seq })
          : t('checkpoint.none')}
      </span>
    </div>
  );
}

interface EntryProps {
  entry: AuditEntryView;
  names: ReadonlyMap<string, string>;
  onSubject?: (id: string) => void;
}
function Entry({ entry, names, onSubject }: EntryProps) {
  const { t } = useTranslation('audit-log');
  const format = useFormat();
  const say = useEntryWords(names);
  const { subjectId } = entry;
  const name = subjectId ? names.get(subjectId) : undefined;
  return (
    <li className={classes.row}>
      <time dateTime={entry.at} className={`${classes.time} lk-num`}>
        {format.shortDate(entry.at)}
        <br />
        {format.time(entry.at)}
      </time>
      <div className={classes.words}>
        <span>{say(entry)}</span>
        {entry.outcome !== 'success' && <Verdict kind="warn">{t(`outcome.${entry.outcome}`)}</Verdict>}
      </div>
      {subjectId && onSubject && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={name ? t('about.label', { name }) : undefined}
          onClick={() => onSubject(subjectId)}
        >
          {t('about')}
        </Button>
      )}
    </li>
  );
}
