import { Button } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MeasureVersionView } from '#libs/contracts';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { useMe } from '../../../lib/me';
import { showToast } from '../../../lib/toast';
import type { MeasureChanges } from './use-measure';

interface ReviewDialogProps {
  version: MeasureVersionView;
  /** Problems that are still open. */
  open: number;
  changes: MeasureChanges;
  /** Everything that was typed is kept. */
  settled: boolean;
  opened: boolean;
  onClose: () => void;
}

/** Four eyes: somebody else than who wrote it says that the definition is right. */
export function ReviewDialog({ version, open, changes, settled, opened, onClose }: ReviewDialogProps) {
  const { t } = useTranslation('measures');
  const me = useMe();
  const own = version.author === me.person.name;
  const review = useMutation({
    mutationFn: () => changes.review(version.version),
    onSuccess: () => {
      onClose();
      showToast(t('reviewed', { number: version.number }));
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
      disabled={open > 0 || own || !settled}
      busy={review.isPending}
      error={review.error}
    >
      {open > 0 ? (
        <p>{t('review.problems')}</p>
      ) : own ? (
        <>
          <p>{t('review.own')}</p>
          <Button
            variant="default"
            size="sm"
            leftSection={<IconLink size={17} />}
            onClick={() => void copy()}
          >
            {t('review.copy')}
          </Button>
        </>
      ) : (
        <>
          <p>{t('review.text', { number: version.number })}</p>
          {version.author && <p>{t('review.author', { name: version.author })}</p>}
        </>
      )}
    </ConfirmDialog>
  );
}
