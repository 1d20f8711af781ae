import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useRouteError } from 'react-router';
import { Bare } from '../components/bare';
import { ErrorState } from '../components/error-state';
import { PageHead } from '../components/page-head';
import { Problem } from '../lib/problem';
import { useContext } from 'react';
import { InShell } from './in-shell';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { t } = useTranslation('app');
  return (
    <Framed>
      <PageHead title={t('notFound.title')} lead={t('notFound.text')} />
      <Button component={Link} to="/">
        {t('notFound.home')}
      </Button>
    </Framed>
  );
}

/** A page that is not for this person. */
export function NoAccessPage() {
  const { t } = useTranslation('app');
  return (
    <>
      <PageHead title={t('noAccess.title')} lead={t('noAccess.text')} />
      <Button component={Link} to="/">
        {t('notFound.home')}
      </Button>
    </>
  );
}

/** Stands where a page failed; the frame around it keeps working. A chunk of an older release is fetched by reloading. */
export function CrashPage() {
  const { t } = useTranslation('app');
  const error = useRouteError();
  const reload = () => window.location.reload();
  return (
    <Framed>
      <PageHead title={t('crash.title')} lead={t('crash.text')} />
      {error instanceof Problem ? (
        <ErrorState error={error} onRetry={reload} />
      ) : (
        <Button onClick={reload}>{t('crash.reload')}</Button>
      )}
    </Framed>
  );
}

/** Inside the shell there is a frame already; outside it the page brings a plain one. */
function Framed({ children }: { children: React.ReactNode }) {
  return useContext(InShell) ? children : <Bare>{children}</Bare>;
}
