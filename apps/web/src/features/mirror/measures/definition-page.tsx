import { Button } from '@mantine/core';
import { IconHistory, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { PageHead } from '../../../components/page-head';
import { useFormat, useWords } from '../../../lib/i18n';
import shared from '../manage/manage.module.css';
import { Definition } from './definition';
import { measureQuery } from './measures-data';

/** Where the link on a provenance card leads: the definition that counts now, and a word when the card is older. */
export default function DefinitionPage() {
  const { t } = useTranslation(['measures', 'mirror-data']);
  const words = useWords();
  const format = useFormat();
  const { code = '', number } = useParams();
  const { data, error, refetch } = useQuery(measureQuery(code));
  const version = data?.current ?? null;
  const crumbs = [{ label: t('mirror-data:mirror'), to: '/spiegel' }, { label: t('definition') }];
  if (!data || !version)
    return (
      <>
        <PageHead crumbs={crumbs} title={t('definition')} lead={data ? t('notReviewed') : undefined} />
        {!data &&
          (error ? (
            <ErrorState error={error} onRetry={() => void refetch()} />
          ) : (
            <LoadingState rows={4} height={110} />
          ))}
      </>
    );
  return (
    <>
      <PageHead
        crumbs={crumbs}
        title={words(version.content.title)}
        lead={t('definition.lead', {
          number: version.number,
          date: version.reviewedAt ? format.date(version.reviewedAt) : '',
        })}
        action={
          <Button variant="default" leftSection={<IconPrinter size={18} />} onClick={() => window.print()}>
            {t('print')}
          </Button>
        }
      />
      <div className={shared.stack}>
        {number !== undefined && number !== version.number && (
          <div className={shared.notice} data-tone="warn">
            <IconHistory size={22} stroke={1.8} className="lk-icon" aria-hidden />
            <div>
              <b>{t('older.title', { number })}</b>
              <p>{t('older.text', { number: version.number })}</p>
            </div>
          </div>
        )}
        <Definition measure={data} version={version} />
      </div>
    </>
  );
}
