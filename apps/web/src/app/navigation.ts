import {
  IconBellRinging,
  IconBuildingCommunity,
  IconChartBar,
  IconClipboardCheck,
  IconMessages,
  IconSettings,
  IconStethoscope,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import type { Permission } from '#libs/contracts';
import { adminRoutes } from '../features/admin/routes';
import { sessionsRoutes } from '../features/dialogue/sessions/routes';
import { homeRoutes } from '../features/home/routes';
import { intervisionRoutes } from '../features/intervision/routes';
import { figuresRoutes } from '../features/mirror/practice/routes';
import { practicesRoutes } from '../features/practices/routes';
import { referralsRoutes } from '../features/referrals/routes';
import { surveysRoutes } from '../features/surveys/routes';

type Label =
  | 'nav.home'
  | 'nav.intervision'
  | 'nav.mirror'
  | 'nav.dialogue'
  | 'nav.referrals'
  | 'nav.surveys'
  | 'nav.practices'
  | 'nav.admin';

export interface NavigationItem {
  to: string;
  label: Label;
  /** Shorter word for the bar on a phone. */
  short?: 'nav.home.short' | 'nav.mirror.short' | 'nav.dialogue.short';
  icon: ComponentType<{ size?: number; stroke?: number }>;
  /** Shown to who holds at least one of these; to everybody when left out. */
  needs?: readonly Permission[];
  /** Where pages of the area lie that are not under its own path: they open with a link from a mail too. */
  also?: string;
  /** Fetched when the pointer or focus comes near. */
  routes: readonly RouteObject[];
}

/** The areas that exist, in the order of the sidebar. The first three that a person may see stand in the phone's bar. */
export const NAVIGATION: readonly NavigationItem[] = [
  { to: '/', label: 'nav.home', short: 'nav.home.short', icon: IconBellRinging, routes: homeRoutes },
  {
    to: '/intervisie',
    also: '/bijeenkomst/',
    label: 'nav.intervision',
    icon: IconUsersGroup,
    needs: ['rounds.read', 'rounds.answer', 'groups.read'],
    routes: intervisionRoutes,
  },
  {
    to: '/spiegel',
    label: 'nav.mirror',
    short: 'nav.mirror.short',
    icon: IconChartBar,
    needs: ['figures.read', 'figures.manage'],
    routes: figuresRoutes,
  },
  {
    to: '/dialoog',
    label: 'nav.dialogue',
    short: 'nav.dialogue.short',
    icon: IconMessages,
    needs: ['dialogue.read', 'dialogue.manage'],
    routes: sessionsRoutes,
  },
  {
    to: '/verwijzingen',
    label: 'nav.referrals',
    icon: IconStethoscope,
    needs: ['referrals.review'],
    routes: referralsRoutes,
  },
  {
    to: '/evaluaties',
    label: 'nav.surveys',
    icon: IconClipboardCheck,
    needs: ['surveys.read', 'surveys.manage'],
    routes: surveysRoutes,
  },
  {
    to: '/praktijken',
    label: 'nav.practices',
    icon: IconBuildingCommunity,
    needs: ['practices.read', 'practices.manage'],
    routes: practicesRoutes,
  },
  {
    to: '/beheer',
    label: 'nav.admin',
    icon: IconSettings,
    needs: ['region.manage', 'people.manage', 'mail.read', 'audit.read'],
    routes: adminRoutes,
  },
];

/** The areas that a person with these permissions may open. */
export function visibleItems(permissions: readonly Permission[]): NavigationItem[] {
  return NAVIGATION.filter((item) => !item.needs || item.needs.some((need) => permissions.includes(need)));
}
