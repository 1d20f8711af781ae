/**
 * For the dropdown of a menu that is made open: its first item takes the focus as soon as the menu stands in its place.
 * A menu that opens later does this by itself.
 */
export function focusFirst(dropdown: HTMLElement | null): void {
  setTimeout(() => dropdown?.querySelector<HTMLElement>('[role="menuitem"]')?.focus());
}
