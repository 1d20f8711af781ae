import { type RefObject, useRef } from 'react';

/** A button that makes room for a form, and takes the focus again when that closes. */
export function useReturnFocus(): { button: RefObject<HTMLButtonElement | null>; back: () => void } {
  const button = useRef<HTMLButtonElement>(null);
  // The button is back after the next render.
  return { button, back: () => requestAnimationFrame(() => button.current?.focus()) };
}
