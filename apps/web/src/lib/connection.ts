import { useEffect, useSyncExternalStore } from 'react';

export type Connection = 'works' | 'lost' | 'recovered';

/** How long "connection recovered" stays in sight, in ms. */
const RECOVERED_FOR = 5_000;
const FIRST_CHECK = 2_000;
const LAST_CHECK = 30_000;

let state: Connection = 'works';
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();
const onRecovered = new Set<() => void>();

function become(next: Connection): void {
  if (next === state) return;
  state = next;
  for (const listener of listeners) listener();
}

/** Called when a request did not reach the server, or the browser says that it is offline. */
export function connectionLost(): void {
  if (state === 'lost') return;
  become('lost');
  clearTimeout(timer);
  check(FIRST_CHECK);
}

/** Called on every answer of the server. */
export function connectionWorks(): void {
  if (state !== 'lost') return;
  clearTimeout(timer);
  become('recovered');
  for (const callback of onRecovered) callback();
  timer = setTimeout(() => become('works'), RECOVERED_FOR);
}

/** Runs the callback each time the connection is back; returns the way to stop. */
export function whenRecovered(callback: () => void): () => void {
  onRecovered.add(callback);
  return () => onRecovered.delete(callback);
}

function check(wait: number): void {
  timer = setTimeout(() => {
    fetch('/api/health', { cache: 'no-store' }).then(
      () => connectionWorks(),
      () => check(Math.min(wait * 1.6, LAST_CHECK)),
    );
  }, wait);
}

window.addEventListener('offline', connectionLost);
window.addEventListener('online', () => {
  if (state !== 'lost') return;
  clearTimeout(timer);
  check(0);
});

/** How many pages say themselves what a lost connection means there. */
let sayers = 0;

/** For a page that says itself what a lost connection means: the banner then does not stand in its way. */
export function useOwnConnectionWords(): void {
  useEffect(() => {
    const add = (count: number) => {
      sayers += count;
      for (const listener of listeners) listener();
    };
    add(1);
    return () => add(-1);
  }, []);
}

/** What the banner says: nothing where the page does so. */
export function useConnectionBanner(): Connection {
  return useSyncExternalStore(subscribe, () => (sayers > 0 ? 'works' : state));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The state of the connection, for pages that keep what was typed. */
export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, () => state);
}
