import { IconHelpCircle, IconMail } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useLocation, useMatches } from 'react-router';
import { Mark } from '../components/mark';
import { useMe } from '../lib/me';
import { homeQuery } from '../lib/queries';
import { usePhone } from '../lib/screen';
import { AreaLink } from './area-link';
import { NoAccessPage } from './errors';
import { InShell } from './in-shell';
import { type NavigationItem, visibleItems } from './navigation';
import type { PageHandle, PageWidth } from './page';
import { prefetch } from './page';
import { PhoneBar, PhoneHeader } from './phone';
import { TaskOnlyPage } from './task-only';
import { UserMenu } from './user-menu';
import classes from './shell.module.css';

/** The frame of the signed-in pages: sidebar or rail on a desktop, header and bar on a phone. */
export function Shell() {
  const me = useMe();
  const phone = usePhone();
  const { pathname } = useLocation();
  const width = usePageWidth();
  const mayOpen = useMayOpen();
  if (me.task) return pathname === '/' ? <Navigate to={me.task.href} replace /> : <TaskOnlyPage />;
  const items = visibleItems(me.permissions);
  return (
    <InShell value={true}>
      <div className={classes.shell} data-rail={width === 'full' || undefined}>
        {phone ? <PhoneHeader /> : <Sidebar items={items} rail={width === 'full'} />}
        <main id="content" tabIndex={-1} className={classes.main}>
          <div className={classes.page} data-width={width}>
            {mayOpen ? <Outlet /> : <NoAccessPage />}
          </div>
        </main>
        {phone && <PhoneBar items={items} />}
      </div>
    </InShell>
  );
}

const useHandles = () => useMatches().map((match) => match.handle as PageHandle | undefined);

/** Whether the area and the page are for this person. */
function useMayOpen(): boolean {
  const { permissions } = useMe();
  return useHandles().every((handle) => handle?.needs?.some((need) => permissions.includes(need)) ?? true);
}

function usePageWidth(): PageWidth {
  return useHandles().findLast((handle) => handle?.width)?.width ?? 'reading';
}

function Sidebar({ items, rail }: { items: NavigationItem[]; rail: boolean }) {
  const { t } = useTranslation('app');
  const me = useMe();
  return (
    <header className={classes.sidebar} data-print="hide">
      <div className={classes.brand}>
        <Mark />
        {!rail && (
          <div>
            <div className={classes.product}>{t('product')}</div>
            <div className={classes.region}>{me.region.name}</div>
          </div>
        )}
      </div>
      <nav aria-label={t('nav.main')} className={classes.links}>
        {items.map((item) => (
          <SidebarLink
            key={item.to}
            to={item.to}
            also={item.also}
            label={t(item.label)}
            icon={item.icon}
            rail={rail}
            routes={item.routes}
          >
            {item.to === '/' && !rail && <TaskCount />}
          </SidebarLink>
        ))}
      </nav>
      <div className={classes.foot}>
        {me.demo && <SidebarLink to="/mailbox" label={t('nav.mailbox')} icon={IconMail} rail={rail} />}
        <SidebarLink to="/hulp" label={t('nav.help')} icon={IconHelpCircle} rail={rail} />
        <UserMenu compact={rail} />
      </div>
    </header>
  );
}

interface SidebarLinkProps {
  to: string;
  also?: string | undefined;
  label: string;
  icon: NavigationItem['icon'];
  rail: boolean;
  routes?: NavigationItem['routes'];
  children?: React.ReactNode;
}
function SidebarLink({ to, also, label, icon: Icon, rail, routes = [], children }: SidebarLinkProps) {
  const near = () => prefetch(routes);
  return (
    <AreaLink
      to={to}
      also={also}
      end={to === '/'}
      className={classes.link}
      aria-label={rail ? label : undefined}
      title={rail ? label : undefined}
      onPointerEnter={near}
      onFocus={near}
    >
      <Icon size={20} stroke={1.7} />
      {!rail && <span>{label}</span>}
      {children}
    </AreaLink>
  );
}

/** The number of tasks, beside their page. */
function TaskCount() {
  const { t } = useTranslation('app');
  const count = useQuery(homeQuery).data?.tasks.length ?? 0;
  if (count === 0) return null;
  return (
    <span className={classes.count}>
      <span aria-hidden>{count}</span>
      <span className={classes.hidden}>{t('nav.tasks', { count })}</span>
    </span>
  );
}
