/** As a ref: takes the focus when it appears, in the place of the button that was pressed. Made once, so that it focuses once. */
export const focusOnce = (node: HTMLElement | null): void => node?.focus();
