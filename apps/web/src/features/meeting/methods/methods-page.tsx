import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MethodView } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { PageHead } from '../../../components/page-head';
import { Panel } from '../../../components/panel';
import { Panels } from '../../../components/panels';
import { Row, RowList, RowTitle } from '../../../components/row-list';
import { useWords } from '../../../lib/i18n';
import { useMay } from '../../../lib/me';
import { IntervisionTabs } from '../page/intervision-tabs';
import { methodsQuery } from './method-data';
import classes from './methods.module.css';

/** The ways to work in a meeting: those that come with Leerkring, and the region's own. */
export default function MethodsPage() {
  const { t } = useTranslation('meeting-methods');
  const manages = useMay('rounds.manage');
  const { data, error, refetch } = useQuery(methodsQuery());
  return (
    <>
      <PageHead title={t('title')} lead={t(manages ? 'lead.manages' : 'lead')} />
      <IntervisionTabs />
      {data ? (
        <Panels>
          <Methods title={t('own')} methods={data.filter((one) => one.origin === 'own' && !one.archived)} />
          <Methods title={t('builtIn')} methods={data.filter((one) => one.origin === 'built-in')} />
          <Methods title={t('archived')} methods={data.filter((one) => one.archived)} />
        </Panels>
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <LoadingState rows={6} height={88} />
      )}
    </>
  );
}

function Methods({ title, methods }: { title: string; methods: readonly MethodView[] }) {
  const { t } = useTranslation('meeting-methods');
  const words = useWords();
  if (methods.length === 0) return null;
  return (
    <Panel title={title} padding="none">
      <RowList>
        {methods.map(({ id, name, when, minutes, steps }) => (
          <Row key={id}>
            <RowTitle to={`/intervisie/werkvormen/${id}`} title={words(name)}>
              <span className={classes.about}>{t('about', { count: steps.length, minutes })}</span>
            </RowTitle>
            <p>{words(when)}</p>
          </Row>
        ))}
      </RowList>
    </Panel>
  );
}
