import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../../components/error-state';
import { LoadingState } from '../../../../components/loading-state';
import { PageHead } from '../../../../components/page-head';
import { Panels } from '../../../../components/panels';
import { DialogueTabs } from '../list/dialogue-tabs';
import { settingsQuery } from '../sessions-data';
import { AccreditationForm } from './accreditation-form';
import { TimelineForm } from './timeline-form';

/** How the region holds its sessions: when each step comes, and what the accreditation list looks like. */
export default function SettingsPage() {
  const { t } = useTranslation('dialogue-sessions');
  const { data, error, refetch } = useQuery(settingsQuery);
  return (
    <>
      <PageHead
        crumbs={[{ label: t('title'), to: '/dialoog' }, { label: t('tab.settings') }]}
        title={t('settings')}
        lead={t('settings.lead')}
      />
      <DialogueTabs />
      {data ? (
        // Other settings are another form: what somebody else saved is shown, not overwritten.
        <Panels>
          <TimelineForm key={JSON.stringify(data.timeline)} settings={data} />
          <AccreditationForm key={JSON.stringify(data.accreditation)} settings={data} />
        </Panels>
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <LoadingState rows={2} height={320} />
      )}
    </>
  );
}
