import { Anchor, Button } from '@mantine/core';
import { IconMailOpened } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { MailView, Page } from '#libs/contracts';
import { Bare } from '../../components/bare';
import { EmptyState } from '../../components/empty-state';
import { ErrorState } from '../../components/error-state';
import { LoadingState } from '../../components/loading-state';
import { PageHead } from '../../components/page-head';
import { api, view } from '../../lib/api';
import { usePhone } from '../../lib/screen';
import { MailList } from './mail-list';
import { MailPane } from './mail-pane';
import classes from './mailbox.module.css';

/** All mail of the embedded demo: a list, and beside it (on a phone: instead of it) the chosen mail. */
export default function MailboxPage() {
  const { t } = useTranslation('mailbox');
  const { id } = useParams();
  const phone = usePhone();
  const list = useInfiniteQuery({
    queryKey: ['mailbox'],
    queryFn: ({ pageParam, signal }) =>
      view<Page<MailView>>(
        api.GET('/api/mailbox', { params: { query: pageParam ? { cursor: pageParam } : {} }, signal }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    refetchInterval: 5_000,
  });
  const mails = list.data?.pages.flatMap((page) => page.items);
  const signIn = (
    <Anchor component={Link} to="/aanmelden" fz="0.9375rem">
      {t('signIn')}
    </Anchor>
  );
  return (
    <Bare width="wide" right={signIn}>
      {phone && id ? (
        <Anchor component={Link} to="/mailbox" className={classes.back}>
          {t('back')}
        </Anchor>
      ) : (
        <PageHead title={t('title')} lead={t('lead')} />
      )}
      {!mails ? (
        list.error ? (
          <ErrorState error={list.error} onRetry={() => void list.refetch()} />
        ) : (
          <LoadingState rows={4} height={84} />
        )
      ) : mails.length === 0 ? (
        <EmptyState title={t('empty.title')} text={t('empty.text')} icon={IconMailOpened} />
      ) : (
        <div className={classes.columns}>
          {!(phone && id) && (
            <div>
              <MailList mails={mails} openId={id ?? null} />
              {list.hasNextPage && (
                <Button
                  variant="default"
                  size="sm"
                  mt="sm"
                  loading={list.isFetchingNextPage}
                  onClick={() => void list.fetchNextPage()}
                >
                  {t('more')}
                </Button>
              )}
            </div>
          )}
          {id ? <MailPane key={id} id={id} /> : !phone && <p className={classes.choose}>{t('choose')}</p>}
        </div>
      )}
    </Bare>
  );
}
