import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { SignedInView, TaskLinkView } from '#libs/contracts';
import { Bare } from '../../components/bare';
import { TimeLeft } from '../../components/deadline';
import { ErrorState } from '../../components/error-state';
import { LanguageSwitch } from '../../components/language-switch';
import { PageHead } from '../../components/page-head';
import { Panel } from '../../components/panel';
import { api, view } from '../../lib/api';
import { useFormat, useWords } from '../../lib/i18n';
import { useLinkToken } from '../../lib/link-token';
import { Problem } from '../../lib/problem';
import { safeReturnPath } from '../../lib/return-path';
import classes from './task-link-page.module.css';

/** Where the link in a mail leads: what is asked, for whom, until when, and one button. */
export default function TaskLinkPage() {
  const token = useLinkToken();
  const { data, error, refetch } = useQuery({
    queryKey: ['task-link', token],
    queryFn: ({ signal }) =>
      view<TaskLinkView>(api.GET('/api/task-links/{token}', { params: { path: { token } }, signal })),
    enabled: token !== '',
  });
  const gone = error instanceof Problem && (error.status === 404 || error.status === 410);
  return (
    <Bare beside={data?.region} right={<LanguageSwitch />}>
      {token === '' || gone || data?.state === 'expired' ? (
        <Expired />
      ) : data ? (
        <Open token={token} link={data} />
      ) : (
        error && <ErrorState error={error} onRetry={() => void refetch()} />
      )}
    </Bare>
  );
}

function Open({ token, link }: { token: string; link: TaskLinkView }) {
  const { t } = useTranslation('task-link');
  const words = useWords();
  const format = useFormat();
  const navigate = useNavigate();
  const client = useQueryClient();
  const open = useMutation({
    mutationFn: () =>
      view<SignedInView>(api.POST('/api/task-links/{token}', { params: { path: { token } } })),
    onSuccess: async ({ href }) => {
      client.clear();
      await navigate(safeReturnPath(href), { replace: true });
    },
  });
  return (
    <>
      <PageHead title={link.title ? words(link.title) : t('fallback')} lead={t('lead')} />
      <Panel>
        <dl className={classes.facts}>
          {link.practice && (
            <div>
              <dt>{t('practice')}</dt>
              <dd>{link.practice}</dd>
            </div>
          )}
          {link.deadline && (
            <div>
              <dt>{t('deadline')}</dt>
              <dd>
                {`${format.day(link.deadline)}, ${format.time(link.deadline)}`}{' '}
                <TimeLeft deadline={link.deadline} />
              </dd>
            </div>
          )}
          {link.minutes !== null && (
            <div>
              <dt>{t('minutes')}</dt>
              <dd>{format.minutes(link.minutes)}</dd>
            </div>
          )}
        </dl>
        {open.error && <ErrorState error={open.error} />}
        <Button size="lg" loading={open.isPending} onClick={() => open.mutate()}>
          {t('button')}
        </Button>
      </Panel>
      <p className={classes.safe}>{t('safe')}</p>
    </>
  );
}

function Expired() {
  const { t } = useTranslation('task-link');
  return (
    <>
      <PageHead title={t('expired.title')} lead={t('expired.text')} />
      <Button component={Link} to="/aanmelden">
        {t('expired.signIn')}
      </Button>
    </>
  );
}
