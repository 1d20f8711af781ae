import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { PracticeDetailView } from '#libs/contracts';
import { PageHead } from '../../components/page-head';
import { Panel } from '../../components/panel';
import { api, view } from '../../lib/api';
import { showToast } from '../../lib/toast';
import { changedValues, draftOf } from './practice-draft';
import { PracticeForm } from './practice-form';
import { practiceQuery, practicesKey } from './practices-data';

/** One practice by hand; a whole list is read in. */
export default function NewPracticePage() {
  const { t } = useTranslation('practices');
  const client = useQueryClient();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(draftOf());
  const create = useMutation({
    mutationFn: () =>
      view<PracticeDetailView>(
        api.POST('/api/practices', {
          body: { ...changedValues(draftOf(), draft), name: draft.name.trim(), agb: draft.agb.trim() },
        }),
      ),
    onSuccess: async (practice) => {
      await client.invalidateQueries({ queryKey: practicesKey });
      client.setQueryData(practiceQuery(practice.id).queryKey, practice);
      showToast(t('new.done', { name: practice.name }));
      await navigate(`/praktijken/${practice.id}`, { replace: true });
    },
  });
  return (
    <>
      <PageHead
        crumbs={[{ label: t('title'), to: '/praktijken' }, { label: t('new') }]}
        title={t('new')}
        lead={t('new.lead')}
      />
      <Panel>
        <PracticeForm
          draft={draft}
          onChange={(next) => {
            setDraft(next);
            create.reset();
          }}
          onSave={() => create.mutate()}
          onCancel={() => void navigate('/praktijken')}
          save={t('new.save')}
          busy={create.isPending}
          error={create.error}
        />
      </Panel>
    </>
  );
}
