import { Button } from '@mantine/core';
import { IconListCheck, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state';
import { ErrorState } from '../../components/error-state';
import { LoadingState } from '../../components/loading-state';
import { Panel } from '../../components/panel';
import { Panels } from '../../components/panels';
import { ActionForm } from './action-form';
import { ActionRows } from './action-rows';
import { OfPractice, ReferralsHead } from './referrals-head';
import { actionsQuery, settingsQuery } from './referrals-data';
import { useReferrals } from './use-referrals';

/** What the practice does otherwise from now on (REF-09). */
export default function ReferralActionsPage() {
  const { t } = useTranslation('referrals');
  const [adding, setAdding] = useState(false);
  return (
    <>
      <ReferralsHead
        title={t('tab.actions')}
        lead={t('action.lead')}
        action={
          !adding && (
            <Button leftSection={<IconPlus size={18} />} onClick={() => setAdding(true)}>
              {t('action.add')}
            </Button>
          )
        }
      />
      <OfPractice>{(id) => <Actions id={id} adding={adding} onAdded={() => setAdding(false)} />}</OfPractice>
    </>
  );
}

function Actions({ id, adding, onAdded }: { id: string; adding: boolean; onAdded: () => void }) {
  const { t } = useTranslation('referrals');
  useReferrals(id);
  const { data, error, refetch } = useQuery(actionsQuery(id));
  const settings = useQuery(settingsQuery(id));
  if (!data || !settings.data) {
    const failed = error ?? settings.error;
    return failed ? <ErrorState error={failed} onRetry={() => void refetch()} /> : <LoadingState rows={3} />;
  }
  const open = data.filter(({ state }) => state === 'open');
  const closed = data.filter(({ state }) => state !== 'open');
  return (
    <Panels>
      {adding && (
        <Panel title={t('action.add')}>
          <ActionForm id={id} people={settings.data.people} onDone={onAdded} onCancel={onAdded} />
        </Panel>
      )}
      {open.length > 0 ? (
        <Panel title={t('action.open')}>
          <ActionRows id={id} actions={open} />
        </Panel>
      ) : (
        !adding && (
          <EmptyState icon={IconListCheck} title={t('action.none.title')} text={t('action.none.text')} />
        )
      )}
      {closed.length > 0 && (
        <Panel title={t('action.closed')}>
          <ActionRows id={id} actions={closed} />
        </Panel>
      )}
    </Panels>
  );
}
