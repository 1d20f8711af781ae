import { Button, NativeSelect } from '@mantine/core';
import { IconMailCheck, IconRefresh } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { MailState, MailView } from '#libs/contracts';
import { type Column, DataTable } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { ErrorState } from '../../components/error-state';
import { LoadMore } from '../../components/load-more';
import { LoadingState } from '../../components/loading-state';
import { Verdict, type VerdictKind } from '../../components/verdict';
import { api } from '../../lib/api';
import { useFormat } from '../../lib/i18n';
import { itemsOf } from '../../lib/pages';
import { showToast } from '../../lib/toast';
import { mailPages, mailsKey } from './admin-data';
import { AdminHead } from './admin-head';
import classes from './admin.module.css';
import { failureKind } from './mail-failure';

const STATES: readonly MailState[] = ['failed', 'planned', 'queued', 'sent', 'cancelled'];
const KIND: Record<MailState, VerdictKind> = {
  failed: 'bad',
  planned: 'same',
  queued: 'same',
  sent: 'ok',
  cancelled: 'same',
};

/** The mails of the region; what failed can be sent again. */
export default function MailsPage() {
  const { t } = useTranslation('admin');
  const [params, setParams] = useSearchParams();
  const state = STATES.find((one) => one === params.get('stand')) ?? null;
  const pages = useInfiniteQuery(mailPages(state));
  const rows = pages.data ? itemsOf(pages.data) : [];
  const client = useQueryClient();
  const retry = useMutation({
    mutationFn: (mail: MailView) => api.POST('/api/mails/{id}/retry', { params: { path: { id: mail.id } } }),
    onSuccess: (_, mail) => showToast(t('mail.retried', { name: mail.to.name })),
    onSettled: () => client.invalidateQueries({ queryKey: mailsKey }),
  });
  const columns = useMailColumns(retry.mutate, retry.isPending);
  return (
    <>
      <AdminHead section="mails" />
      <div className={classes.bar}>
        <NativeSelect
          size="sm"
          aria-label={t('mail.state')}
          value={state ?? ''}
          onChange={(event) => {
            const value = event.currentTarget.value;
            setParams(value ? { stand: value } : {}, { replace: true });
          }}
          data={[
            { value: '', label: t('mail.all') },
            ...STATES.map((one) => ({ value: one, label: t(`mail.state.${one}`) })),
          ]}
        />
      </div>
      {retry.error && <ErrorState error={retry.error} />}
      {pages.data ? (
        rows.length > 0 ? (
          <>
            <DataTable
              label={t('mails.title')}
              columns={columns}
              rows={rows}
              rowKey={(mail) => mail.id}
              server={{ sort: null, onSort: () => {} }}
            />
            <LoadMore
              shown={rows.length}
              total={pages.data.pages[0]?.total ?? rows.length}
              more={pages.hasNextPage}
              busy={pages.isFetchingNextPage}
              onMore={() => void pages.fetchNextPage()}
            />
          </>
        ) : (
          <EmptyState
            icon={IconMailCheck}
            title={t(state === 'failed' ? 'mail.noFailed' : 'mail.none')}
            text={t(state === 'failed' ? 'mail.noFailed.text' : 'mail.none.text')}
          />
        )
      ) : pages.error ? (
        <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
      ) : (
        <LoadingState rows={8} height={56} />
      )}
    </>
  );
}

function useMailColumns(onRetry: (mail: MailView) => void, busy: boolean): Column<MailView>[] {
  const { t } = useTranslation('admin');
  const format = useFormat();
  return [
    {
      id: 'to',
      header: t('mail.to'),
      value: (mail) => mail.to.name,
      sortable: false,
      cell: (mail) => (
        <div className={classes.words}>
          <b>{mail.to.name}</b>
          <p>{mail.to.email}</p>
        </div>
      ),
    },
    { id: 'subject', header: t('mail.subject'), value: (mail) => mail.subject, sortable: false },
    {
      id: 'state',
      header: t('mail.state'),
      value: (mail) => mail.state,
      sortable: false,
      cell: (mail) => (
        <div className={classes.words}>
          <Verdict kind={KIND[mail.state]}>{t(`mail.state.${mail.state}`)}</Verdict>
          {mail.failure && (
            <p>
              {t(`mail.failure.${failureKind(mail.failure)}`)}
              <br />
              {t('mail.failure.server', { text: mail.failure })}
            </p>
          )}
        </div>
      ),
    },
    {
      id: 'when',
      header: t('mail.when'),
      value: (mail) => mail.sentAt ?? mail.dueAt,
      sortable: false,
      cell: (mail) => format.dateTime(mail.sentAt ?? mail.dueAt),
    },
    {
      id: 'do',
      header: t('mail.do'),
      value: () => null,
      sortable: false,
      cell: (mail) =>
        mail.state === 'failed' && (
          <Button
            variant="default"
            size="xs"
            disabled={busy}
            leftSection={<IconRefresh size={15} />}
            aria-label={t('mail.retry.label', { name: mail.to.name })}
            onClick={() => onRetry(mail)}
          >
            {t('mail.retry')}
          </Button>
        ),
    },
  ];
}
