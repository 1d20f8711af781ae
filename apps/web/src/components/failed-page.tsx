import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { asProblem } from '../lib/problem';
import { ErrorState } from './error-state';
import { PageHead } from './page-head';

interface FailedPageProps {
  error: unknown;
  onRetry: () => void;
  /** Where to go instead. */
  back?: { to: string; label: string };
}

/** A page that could not be shown: a heading, what is the matter, and a way on. What is not there is not tried again. */
export function FailedPage({ error, onRetry, back }: FailedPageProps) {
  const { t } = useTranslation('components');
  const { status } = asProblem(error);
  const final = status >= 400 && status < 500;
  return (
    <>
      <PageHead title={t(final ? 'failed.missing' : 'failed.title')} />
      <ErrorState error={error} onRetry={final ? undefined : onRetry} />
      {back && (
        <p>
          <Anchor component={Link} to={back.to}>
            {back.label}
          </Anchor>
        </p>
      )}
    </>
  );
}
