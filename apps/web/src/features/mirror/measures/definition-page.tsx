import { Anchor, Button } from '@mantine/core';
import { IconArchive, IconHistory, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { MeasureDefinitionView } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { PageHead } from '../../../components/page-head';
import { Panel } from '../../../components/panel';
import { useFormat, useWords } from '../../../lib/i18n';
import shared from '../manage/manage.module.css';
import { Definition } from './definition';
import { definitionQuery } from './measures-data';
import classes from './measures.module.css';

/** Where the link on a provenance card leads: the definition in the version that the card names, and which one counts now. */
export default function DefinitionPage() {
  const { t } = useTranslation(['measures', 'mirror-data']);
  const words = useWords();
  const format = useFormat();
  const { code = '', number = null } = useParams();
  const { data, error, refetch } = useQuery(definitionQuery(code, number));
  const crumbs = [{ label: t('mirror-data:mirror'), to: '/spiegel' }, { label: t('definition') }];
  if (!data)
    return (
      <>
        <PageHead crumbs={crumbs} title={t('definition')} />
        {error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <LoadingState rows={4} height={110} />
        )}
      </>
    );
  const { version } = data;
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
        <Standing definition={data} />
        <Definition measure={data} version={version} />
        {data.versions.length > 1 && <Versions definition={data} />}
      </div>
    </>
  );
}

/** Whether this is still how figures are made: another version may count now, or the measure may have been put away. */
function Standing({ definition }: { definition: MeasureDefinitionView }) {
  const { t } = useTranslation('measures');
  const format = useFormat();
  const { code, version, current, archivedAt } = definition;
  const older = version.number !== current.number;
  return (
    <>
      {older && (
        <div className={shared.notice} data-tone="warn">
          <IconHistory size={22} stroke={1.8} className="lk-icon" aria-hidden />
          <div>
            <b>{t('older.title', { number: version.number })}</b>
            <p>
              {current.since
                ? t('older.since', { number: current.number, date: format.date(current.since) })
                : t('older.now', { number: current.number })}{' '}
              <Anchor component={Link} to={`/definities/${code}`}>
                {t('older.read', { number: current.number })}
              </Anchor>
            </p>
          </div>
        </div>
      )}
      {archivedAt !== null && (
        <div className={shared.notice} data-tone="warn">
          <IconArchive size={22} stroke={1.8} className="lk-icon" aria-hidden />
          <div>
            <b>{t('wasAway.title', { date: format.date(archivedAt) })}</b>
            <p>{t('wasAway.text')}</p>
          </div>
        </div>
      )}
    </>
  );
}

/** Every version that was ever in use, the newest first. */
function Versions({
  definition: { code, version, current, versions },
}: {
  definition: MeasureDefinitionView;
}) {
  const { t } = useTranslation('measures');
  const format = useFormat();
  return (
    <Panel title={t('versions')}>
      <ul className={classes.list}>
        {versions.map(({ number, reviewedAt }) => {
          const said = t('versions.one', { number, date: reviewedAt ? format.date(reviewedAt) : '' });
          return (
            <li key={number} aria-current={number === version.number ? 'page' : undefined}>
              {number === version.number ? (
                <b>{said}</b>
              ) : (
                <Anchor
                  component={Link}
                  to={`/definities/${code}${number === current.number ? '' : `/${number}`}`}
                >
                  {said}
                </Anchor>
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
