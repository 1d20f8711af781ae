import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import type { Permission } from '#libs/contracts';
import { loadWords } from '../lib/i18n';

/** How wide a page is: reading 1120, figures and tables 1280, full for boards (the sidebar becomes a rail). */
export type PageWidth = 'reading' | 'figures' | 'full';
/** What a route tells the shell: `{ handle: { width: 'full' } satisfies PageHandle }`. */
export interface PageHandle {
  width?: PageWidth;
  /** Who holds none of these reads that the page is not for them. */
  needs?: readonly Permission[];
}

/** A page for who holds one of these permissions: `{ handle: needs('people.manage') }`. What the server refuses is not drawn. */
export const needs = (...permissions: Permission[]): PageHandle => ({ needs: permissions });

type Lazy = NonNullable<RouteObject['lazy']>;

/**
 * A page that is loaded when it is opened: its code and its words at the same time.
 * `{ path: 'rondes', lazy: page(() => import('./rounds-page'), ['intervision']) }`. The module's default export is the page.
 */
export function page(
  load: () => Promise<{ default: ComponentType }>,
  words: readonly string[] = [],
): Extract<Lazy, (...args: never[]) => unknown> {
  return async () => {
    const [module] = await Promise.all([load(), loadWords(words)]);
    return { Component: module.default };
  };
}

/** Fetches the code and words of a route that will probably be opened next; failing here is no problem. */
export function prefetch(routes: readonly RouteObject[]): void {
  const first = routes.find((route) => route.index) ?? routes[0];
  if (typeof first?.lazy === 'function') void first.lazy().catch(() => {});
}
