import { UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots, IconHelpCircle, IconMail } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Mark } from '../components/mark';
import { later } from '../lib/later';
import { useMe } from '../lib/me';
import { useQuiet } from '../lib/quiet';
import { AreaLink } from './area-link';
import type { NavigationItem } from './navigation';
import { prefetch } from './page';
import { UserMenu } from './user-menu';
import classes from './phone.module.css';

const PhoneSheet = later(async () => (await import('./phone-sheet')).PhoneSheet);

export function PhoneHeader() {
  const { t } = useTranslation('app');
  return (
    <header className={classes.header} data-print="hide">
      <Link to="/" className={classes.brand}>
        <Mark />
        {t('product')}
      </Link>
      <UserMenu compact />
    </header>
  );
}

/** At most four: the first three areas that this person may open, and the rest behind "Meer". */
export function PhoneBar({ items }: { items: NavigationItem[] }) {
  const { t } = useTranslation('app');
  const me = useMe();
  const [open, sheet] = useDisclosure(false);
  const quiet = useQuiet();
  const inBar = items.slice(0, 3);
  const rest = [
    ...items.slice(3).map((item) => ({ to: item.to, label: t(item.label), icon: item.icon })),
    ...(me.demo ? [{ to: '/mailbox', label: t('nav.mailbox'), icon: IconMail }] : []),
    { to: '/hulp', label: t('nav.help'), icon: IconHelpCircle },
  ];
  return (
    <>
      <nav className={classes.bar} aria-label={t('nav.phone')} data-print="hide">
        {inBar.map(({ to, also, label, short, icon: Icon, routes }) => (
          <AreaLink
            key={to}
            to={to}
            also={also}
            end={to === '/'}
            className={classes.item}
            onPointerDown={() => prefetch(routes)}
          >
            <Icon size={22} stroke={1.7} />
            {t(short ?? label)}
          </AreaLink>
        ))}
        <UnstyledButton
          className={classes.item}
          onClick={sheet.open}
          aria-haspopup="dialog"
          aria-expanded={open}
        >
          <IconDots size={22} stroke={1.7} />
          {t('nav.more')}
        </UnstyledButton>
      </nav>
      {(quiet || open) && <PhoneSheet opened={open} onClose={sheet.close} links={rest} />}
    </>
  );
}
