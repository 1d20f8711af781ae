import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Bare } from '../../components/bare';
import { ErrorState } from '../../components/error-state';
import { LanguageSwitch } from '../../components/language-switch';
import { PageHead } from '../../components/page-head';
import { setupQuery } from '../../lib/setup';
import { SetUpForm } from './set-up-form';

/** The first minutes of an empty installation: name the region and become its coordinator. */
export default function SetUpPage() {
  const { t } = useTranslation('set-up');
  const { data, error, refetch } = useQuery(setupQuery);
  return (
    <Bare right={<LanguageSwitch />}>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && !data.needed && (
        <>
          <PageHead title={t('done.title')} lead={t('done.text')} />
          <Button component={Link} to="/aanmelden">
            {t('done.signIn')}
          </Button>
        </>
      )}
      {data?.needed && (
        <>
          <PageHead title={t('title')} lead={t('lead')} />
          <SetUpForm mail={data.mail} />
        </>
      )}
    </Bare>
  );
}
