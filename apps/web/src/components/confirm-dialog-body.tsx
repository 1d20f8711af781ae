import '@mantine/core/styles/ScrollArea.css';
import '@mantine/core/styles/Paper.css';
import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Modal.css';
import { Button, Group, Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConfirmDialogProps } from './confirm-dialog';
import { ErrorState } from './error-state';
import classes from './confirm-dialog.module.css';

/** The dialog itself. The focus starts on the way out. */
export function ConfirmDialogBody(props: ConfirmDialogProps) {
  const { t } = useTranslation('components');
  const { receivers = [], busy = false } = props;
  // Mantine notes where the focus was when a dialog goes from closed to open: this one is there only since it opened.
  const [there, setThere] = useState(false);
  useEffect(() => {
    const frame = requestAnimationFrame(() => setThere(true));
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <Modal
      opened={there && props.opened}
      onClose={busy ? () => {} : props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': t('close') }}
      classNames={{ title: classes.title }}
      size="lg"
    >
      <div className={classes.text}>{props.children}</div>
      {receivers.length > 0 && (
        <>
          <p className={classes.count}>{t('confirm.receivers', { count: receivers.length })}</p>
          <ul
            className={classes.list}
            tabIndex={0}
            aria-label={t('confirm.receivers', { count: receivers.length })}
          >
            {receivers.map((receiver) => (
              <li key={receiver.id}>
                <span>{receiver.name}</span>
                {receiver.detail && <span className="lk-muted">{receiver.detail}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      {props.error ? <ErrorState error={props.error} /> : null}
      <Group justify="flex-end" gap={10} mt="lg">
        <Button variant="default" onClick={props.onClose} disabled={busy} data-autofocus>
          {t('confirm.cancel')}
        </Button>
        <Button
          color={props.danger ? 'brick' : undefined}
          onClick={props.onConfirm}
          loading={busy}
          disabled={props.disabled}
        >
          {props.confirm}
        </Button>
      </Group>
    </Modal>
  );
}
