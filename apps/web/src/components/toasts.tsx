import { Button, CloseButton } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../lib/announce';
import { type Toast, closeToast, showToast, useToasts } from '../lib/toast';
import { useProblemText } from './problem-text';
import classes from './toasts.module.css';

/** How long a message stays, in ms. An undo stays longer, and each waits while the pointer or focus is on it. */
const SHOWN = 6_000;
const UNDO_SHOWN = 15_000;

export function Toasts() {
  const { t } = useTranslation('components');
  const toasts = useToasts();
  return (
    <section className={classes.toasts} aria-label={t('toasts')} data-print="hide">
      {toasts.map((toast) => (
        <UndoToast key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

function UndoToast({ toast }: { toast: Toast }) {
  const { t } = useTranslation('components');
  const problemText = useProblemText();
  const [held, setHeld] = useState(false);
  const { id, text, kind, undo } = toast;
  useEffect(() => announce(text, kind === 'failed' ? 'assertive' : 'polite'), [text, kind]);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => closeToast(id), undo ? UNDO_SHOWN : SHOWN);
    return () => clearTimeout(timer);
  }, [held, id, undo]);

  const takeBack = async () => {
    closeToast(id);
    try {
      await undo?.();
      showToast(t('undo.done'));
    } catch (error) {
      showToast(problemText(error), { kind: 'failed' });
    }
  };
  const Icon = kind === 'failed' ? IconAlertTriangle : IconCheck;
  return (
    <div
      className={classes.toast}
      data-kind={kind}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon size={18} stroke={2} className="lk-icon" />
      <span className={classes.text}>{text}</span>
      {undo && (
        <Button variant="subtle" size="compact-md" onClick={() => void takeBack()}>
          {t('undo')}
        </Button>
      )}
      <CloseButton aria-label={t('close')} onClick={() => closeToast(id)} />
    </div>
  );
}
