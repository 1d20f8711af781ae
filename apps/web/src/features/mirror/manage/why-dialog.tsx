import { Textarea } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { oneLine } from './source-draft';

const LEAST = 5;

interface WhyDialogProps {
  opened: boolean;
  onClose: () => void;
  onConfirm: (why: string) => void;
  title: string;
  /** What happens. */
  children: ReactNode;
  confirm: string;
  danger?: boolean;
  disabled?: boolean;
  busy: boolean;
  error: unknown;
}

/** An act that asks for its reason: it stays in the history, so it is written for the next reader. */
export function WhyDialog({ children, onConfirm, ...dialog }: WhyDialogProps) {
  const { t } = useTranslation('mirror-data');
  const id = useId();
  const [why, setWhy] = useState('');
  return (
    <ConfirmDialog
      {...dialog}
      onConfirm={() => onConfirm(oneLine(why))}
      disabled={dialog.disabled || why.trim().length < LEAST}
    >
      {children}
      <Textarea
        id={id}
        mt="md"
        size="sm"
        autosize
        minRows={2}
        maxRows={6}
        maxLength={500}
        label={t('why.label')}
        description={t('why.text')}
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
