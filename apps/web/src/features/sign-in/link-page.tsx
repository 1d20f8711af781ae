import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { SignInLinkView } from '#libs/contracts';
import { Bare } from '../../components/bare';
import { ErrorState } from '../../components/error-state';
import { PageHead } from '../../components/page-head';
import { Panel } from '../../components/panel';
import { api, view } from '../../lib/api';
import { useLinkToken } from '../../lib/link-token';
import { Problem } from '../../lib/problem';
import { CodeInput } from './code-input';
import { useSignIn } from './sign-in';

/** Where a sign-in link leads. Opening it uses nothing up: a mail scanner may come first. The button does. */
export default function LinkPage() {
  const token = useLinkToken();
  const { data, error, refetch } = useQuery({
    queryKey: ['sign-in-link', token],
    queryFn: ({ signal }) =>
      view<SignInLinkView>(api.GET('/api/sign-in/links/{token}', { params: { path: { token } }, signal })),
    enabled: token !== '',
    staleTime: 0,
  });
  if (token === '' || data?.state === 'expired' || isGone(error))
    return (
      <Bare>
        <Expired />
      </Bare>
    );
  return (
    <Bare>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && <Confirm token={token} needsCode={data.state === 'code'} />}
    </Bare>
  );
}

const isGone = (error: unknown) => error instanceof Problem && (error.status === 404 || error.status === 410);

function Confirm({ token, needsCode }: { token: string; needsCode: boolean }) {
  const { t } = useTranslation('sign-in');
  const [params] = useSearchParams();
  const signIn = useSignIn(
    (code: string | null) =>
      api.POST('/api/sign-in/links/{token}', {
        params: { path: { token } },
        body: code === null ? {} : { code },
      }),
    params.get('terug'),
  );
  if (isGone(signIn.error)) return <Expired />;
  if (needsCode || (signIn.error instanceof Problem && signIn.error.code.startsWith('auth.code'))) {
    return (
      <>
        <PageHead title={t('link.title')} lead={t('link.code.lead')} />
        <Panel>
          <CodeInput
            label={t('code')}
            submit={t('link.button')}
            busy={signIn.isPending}
            error={signIn.error}
            onCode={signIn.mutate}
          />
        </Panel>
      </>
    );
  }
  return (
    <>
      <PageHead title={t('link.title')} lead={t('link.lead')} />
      {signIn.error && <ErrorState error={signIn.error} />}
      <Button size="lg" loading={signIn.isPending} onClick={() => signIn.mutate(null)}>
        {t('link.button')}
      </Button>
    </>
  );
}

function Expired() {
  const { t } = useTranslation('sign-in');
  return (
    <>
      <PageHead title={t('link.expired.title')} lead={t('link.expired.text')} />
      <Button component={Link} to="/aanmelden">
        {t('link.new')}
      </Button>
    </>
  );
}
