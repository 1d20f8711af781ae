import { Button } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { QuestionnaireVersionView, QuestionnaireView } from '#libs/contracts';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { useMe } from '../../../lib/me';
import { showToast } from '../../../lib/toast';
import type { useQuestionnaire } from './use-questionnaire';

interface ReviewDialogProps {
  questionnaire: QuestionnaireView;
  version: QuestionnaireVersionView;
  changes: ReturnType<typeof useQuestionnaire>;
  /** Everything that was typed is kept. */
  settled: boolean;
  opened: boolean;
  onClose: () => void;
}

/** Four eyes: somebody else than who wrote it says that it is right. */
export function ReviewDialog(props: ReviewDialogProps) {
  const { t } = useTranslation('surveys');
  const me = useMe();
  const { questionnaire, version, changes, settled, opened, onClose } = props;
  const open = questionnaire.problems.length;
  const own = version.author === me.person.name;
  const review = useMutation({
    mutationFn: () => changes.review(version.version),
    onSuccess: () => {
      onClose();
      showToast(t('reviewed.toast', { number: version.number }));
    },
  });
  const copy = async () => {
    await navigator.clipboard.writeText(window.location.href);
    showToast(t('review.copied'));
  };
  return (
    <ConfirmDialog
      opened={opened}
      onClose={() => {
        review.reset();
        onClose();
      }}
      onConfirm={() => review.mutate()}
      title={t('review.title', { number: version.number })}
      confirm={t('review.confirm')}
      disabled={open > 0 || !settled}
      busy={review.isPending}
      error={review.error}
    >
      {open > 0 ? (
        <p>{t('review.problems', { count: open })}</p>
      ) : (
        <>
          <p>{t('review.text', { number: version.number })}</p>
          {version.author && <p>{t(own ? 'review.own' : 'review.author', { name: version.author })}</p>}
          {own && (
            <Button
              variant="default"
              size="sm"
              leftSection={<IconLink size={17} />}
              onClick={() => void copy()}
            >
              {t('review.copy')}
            </Button>
          )}
        </>
      )}
    </ConfirmDialog>
  );
}
