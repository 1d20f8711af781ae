import '@mantine/core/styles/Drawer.css';
import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/Paper.css';
import '@mantine/core/styles/ScrollArea.css';
import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './why-panel.module.css';

interface WhyDrawerProps {
  opened: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** The panel with the reasons, where there is no room for it beside the board. */
export function WhyDrawer({ opened, onClose, children }: WhyDrawerProps) {
  const { t } = useTranslation(['board', 'components']);
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size="sm"
      title={t('why.drawer')}
      classNames={{ title: classes.modalTitle }}
      closeButtonProps={{ 'aria-label': t('components:close') }}
    >
      {children}
    </Drawer>
  );
}
