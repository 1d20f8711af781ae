import { useSyncExternalStore } from 'react';

export interface Toast {
  id: number;
  text: string;
  kind: 'done' | 'failed';
  /** Takes the change back; the toast then stays a little longer. */
  undo?: () => void | Promise<unknown>;
}

let toasts: readonly Toast[] = [];
let next = 1;
const listeners = new Set<() => void>();

function set(all: readonly Toast[]): void {
  toasts = all;
  for (const listener of listeners) listener();
}

/** Shows a short message. With `undo` it is the way back that replaces "are you sure?". */
export function showToast(text: string, options: { undo?: Toast['undo']; kind?: Toast['kind'] } = {}): void {
  set([...toasts, { id: next++, text, kind: options.kind ?? 'done', undo: options.undo }].slice(-3));
}

export function closeToast(id: number): void {
  set(toasts.filter((toast) => toast.id !== id));
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
}
