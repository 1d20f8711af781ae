import { type ReactNode, lazy, useId, useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { oneLine } from './source-draft';

// Comes with the dialog around it, which waits for both.
const WhyField = lazy(() => import('./why-field').then((module) => ({ default: module.WhyField })));

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

/** An act that asks for its reason. */
export function WhyDialog({ children, onConfirm, ...dialog }: WhyDialogProps) {
  const id = useId();
  const [why, setWhy] = useState('');
  return (
    <ConfirmDialog
      {...dialog}
      onConfirm={() => onConfirm(oneLine(why))}
      disabled={dialog.disabled || why.trim().length < LEAST}
    >
      {children}
      <WhyField id={id} mt="md" size="sm" value={why} onChange={setWhy} />
    </ConfirmDialog>
  );
}
