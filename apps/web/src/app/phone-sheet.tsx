import '@mantine/core/styles/ScrollArea.css';
import '@mantine/core/styles/Paper.css';
import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Drawer.css';
import { Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import type { NavigationItem } from './navigation';
import classes from './phone.module.css';
import sheet from './phone-sheet.module.css';

interface PhoneSheetProps {
  opened: boolean;
  onClose: () => void;
  links: readonly { to: string; label: string; icon: NavigationItem['icon'] }[];
}

/** What does not fit in the bar of a phone. */
export function PhoneSheet({ opened, onClose, links }: PhoneSheetProps) {
  const { t } = useTranslation('app');
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="bottom"
      title={t('nav.more')}
      closeButtonProps={{ 'aria-label': t('nav.more.close') }}
      classNames={sheet}
    >
      <nav aria-label={t('nav.main')} className={classes.rest}>
        {links.map(({ to, label, icon: Icon }) => (
          <NavLink key={to} to={to} className={classes.row} onClick={onClose}>
            <Icon size={20} stroke={1.7} />
            {label}
          </NavLink>
        ))}
      </nav>
    </Drawer>
  );
}
