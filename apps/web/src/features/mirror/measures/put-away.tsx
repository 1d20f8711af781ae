import { Button } from '@mantine/core';
import { IconArchive, IconArrowBackUp } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeasureView } from '#libs/contracts';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { ErrorState } from '../../../components/error-state';
import { useFormat } from '../../../lib/i18n';
import { showToast } from '../../../lib/toast';
import shared from '../manage/manage.module.css';
import type { MeasureChanges } from './use-measure';

interface PutAwayProps {
  measure: MeasureView;
  title: string;
  changes: MeasureChanges;
}

/** Takes one of the region's own measures out of what can be chosen; figures that are there keep their definition. */
export function PutAway({ measure, title, changes }: PutAwayProps) {
  const { t } = useTranslation('measures');
  const [asked, setAsked] = useState(false);
  const away = useMutation({
    mutationFn: () => changes.archive(measure.version),
    onSuccess: () => {
      setAsked(false);
      showToast(t('away.done', { title }));
    },
  });
  return (
    <>
      <Button variant="default" leftSection={<IconArchive size={18} />} onClick={() => setAsked(true)}>
        {t('away')}
      </Button>
      <ConfirmDialog
        opened={asked}
        onClose={() => {
          away.reset();
          setAsked(false);
        }}
        onConfirm={() => away.mutate()}
        title={t('away.title', { title })}
        confirm={t('away')}
        busy={away.isPending}
        error={away.error}
      >
        <p>{t('away.choices')}</p>
        <p>{t('away.stays')}</p>
      </ConfirmDialog>
    </>
  );
}

/** Says that a measure was put away, and brings it back for who may. */
export function WasPutAway({ measure, title, changes, manages }: PutAwayProps & { manages: boolean }) {
  const { t } = useTranslation('measures');
  const format = useFormat();
  const back = useMutation({
    mutationFn: () => changes.restore(measure.version),
    onSuccess: () => showToast(t('back.done', { title })),
  });
  if (measure.archivedAt === null) return null;
  return (
    <div className={shared.notice} data-tone="warn">
      <IconArchive size={22} stroke={1.8} className="lk-icon" aria-hidden />
      <div>
        <b>{t('wasAway.title', { date: format.date(measure.archivedAt) })}</b>
        <p>{t('wasAway.text')}</p>
        {manages && (
          <Button
            mt="sm"
            size="sm"
            variant="default"
            leftSection={<IconArrowBackUp size={17} />}
            loading={back.isPending}
            onClick={() => back.mutate()}
          >
            {t('back')}
          </Button>
        )}
        {back.error && <ErrorState error={back.error} />}
      </div>
    </div>
  );
}
