import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { QuestionnaireView } from '#libs/contracts';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { showToast } from '../../../lib/toast';
import type { useQuestionnaire } from './use-questionnaire';

interface DiscardDraftProps {
  questionnaire: QuestionnaireView;
  changes: ReturnType<typeof useQuestionnaire>;
}

/** Takes the draft away; what was reviewed before stays. */
export function DiscardDraft({ questionnaire, changes }: DiscardDraftProps) {
  const { t } = useTranslation('surveys');
  const navigate = useNavigate();
  const [asked, setAsked] = useState(false);
  const keeps = questionnaire.reviewedVersion;
  const discard = useMutation({
    mutationFn: changes.discardDraft,
    onSuccess: async () => {
      setAsked(false);
      showToast(t('draft.discarded'));
      if (keeps) await changes.refresh();
      else await navigate('/evaluaties/vragenlijsten');
    },
  });
  return (
    <div>
      <Button variant="subtle" size="sm" leftSection={<IconTrash size={17} />} onClick={() => setAsked(true)}>
        {t('draft.discard')}
      </Button>
      <ConfirmDialog
        opened={asked}
        onClose={() => setAsked(false)}
        onConfirm={() => discard.mutate()}
        title={t('draft.discard.title')}
        confirm={t('draft.discard')}
        danger
        busy={discard.isPending}
        error={discard.error}
      >
        <p>{keeps ? t('draft.discard.keeps', { number: keeps.number }) : t('draft.discard.all')}</p>
      </ConfirmDialog>
    </div>
  );
}
