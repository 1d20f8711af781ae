import {
  type DragEvent,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { BoardProps } from './board';
import { type Target, isArrow, neighbour, nextTarget } from './picking';

type OpenMenu = { kind: 'practice' | 'group'; id: string };

/** What the element under the pointer or the focus belongs to. */
function placeUnder(target: EventTarget): { practice: string | null; group: string | null; left: boolean } {
  const element = target as HTMLElement;
  return {
    practice: element.closest<HTMLElement>('[data-practice]')?.dataset['practice'] ?? null,
    group: element.closest<HTMLElement>('[data-group]')?.dataset['group'] ?? null,
    left: element.closest('[data-left]') !== null,
  };
}

/** Keys, clicks and drags of the whole board in one place; sixty rows then need no handlers of their own. */
export function useBoardInput({ proposal, state, onChoose, onOpen, narrow }: BoardProps) {
  const root = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const { picking, columns } = state;
  const editable = proposal.state === 'ready';
  const known = (id: string | null) =>
    id !== null && columns.some((column) => column.practiceIds.includes(id));
  const reachable = known(focused)
    ? focused
    : (columns.find((column) => column.practiceIds[0])?.practiceIds[0] ?? null);

  const button = (practiceId: string) =>
    root.current?.querySelector<HTMLElement>(`[data-practice="${CSS.escape(practiceId)}"]`);

  const land = useEffectEvent(() => {
    const id = state.takeLanding();
    if (id) root.current?.querySelector<HTMLElement>(`[data-practice="${CSS.escape(id)}"]`)?.focus();
  });
  useLayoutEffect(() => land(), [proposal.version]);
  const putDown = () => void state.putDown();

  const cancel = useEffectEvent(() => state.cancel());
  const active = picking !== null;
  const last = useRef<string | null>(null);
  useEffect(() => {
    if (picking) last.current = picking.practiceId;
    else if (last.current && document.activeElement === document.body) {
      // The button that put it back is gone: the focus goes to what was picked up.
      root.current?.querySelector<HTMLElement>(`[data-practice="${CSS.escape(last.current)}"]`)?.focus();
      last.current = null;
    }
  }, [picking]);
  useEffect(() => {
    if (!active) return;
    const onKey = (event: globalThis.KeyboardEvent) => event.key === 'Escape' && cancel();
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [active]);

  const aim = (target: Target | null, how: 'keys' | 'pointer') => {
    state.aim(target);
    if (how === 'pointer' || !target) return;
    const selector =
      target.kind === 'practice'
        ? `[data-practice="${CSS.escape(target.practiceId)}"]`
        : target.groupId === null
          ? '[data-left]'
          : `[data-group="${CSS.escape(target.groupId)}"]`;
    root.current?.querySelector(selector)?.scrollIntoView({ block: 'nearest' });
  };
  const aimAt = (target: EventTarget) => {
    const { practice, group, left } = placeUnder(target);
    if (!picking || (!group && !left)) return;
    const next: Target =
      practice && practice !== picking.practiceId
        ? { kind: 'practice', practiceId: practice }
        : { kind: 'group', groupId: group };
    if (JSON.stringify(next) !== JSON.stringify(picking.target)) aim(next, 'pointer');
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const { practice } = placeUnder(event.target);
    if (!practice) return;
    const { key } = event;
    if (isArrow(key)) {
      event.preventDefault();
      if (picking) return aim(nextTarget(columns, picking, key), 'keys');
      const next = neighbour(columns, practice, key);
      if (next) button(next)?.focus();
      return;
    }
    if (!picking && (key === 'Home' || key === 'End')) {
      event.preventDefault();
      const ids = columns.find((column) => column.practiceIds.includes(practice))?.practiceIds ?? [];
      const id = ids.at(key === 'Home' ? 0 : -1);
      if (id) button(id)?.focus();
      return;
    }
    if (!editable) return;
    if (key === 'Enter' || key === ' ') {
      event.preventDefault();
      if (!picking) state.pickUp(practice, 'keys');
      else if (state.change) putDown();
      else state.cancel();
    } else if (key === 'ContextMenu' || (key === 'F10' && event.shiftKey)) {
      event.preventDefault();
      // A menu closes on a key pressed outside it; this very key has yet to reach it.
      setTimeout(() => setMenu({ kind: 'practice', id: practice }));
    }
  };
  const onClick = (event: MouseEvent) => {
    const element = event.target as HTMLElement;
    const practiceMenu = element.closest<HTMLElement>('[data-menu]')?.dataset['menu'];
    const groupMenu = element.closest<HTMLElement>('[data-group-menu]')?.dataset['groupMenu'];
    if (practiceMenu) return setMenu({ kind: 'practice', id: practiceMenu });
    if (groupMenu) return setMenu({ kind: 'group', id: groupMenu });
    if (picking) return aimAt(event.target);
    const { practice } = placeUnder(event.target);
    if (!practice) return;
    onChoose(practice);
    if (narrow) onOpen(practice);
  };
  const onFocus = (event: FocusEvent) => {
    const { practice } = placeUnder(event.target);
    if (!practice) return;
    setFocused(practice);
    if (!picking && !narrow) onChoose(practice);
  };
  const onDragStart = (event: DragEvent) => {
    const { practice } = placeUnder(event.target);
    if (!practice || !editable) return;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', practice);
    // Some browsers end a drag when the page changes while it starts.
    setTimeout(() => state.pickUp(practice, 'drag'));
  };
  const onDragOver = (event: DragEvent) => {
    if (picking?.how !== 'drag') return;
    const { group, left } = placeUnder(event.target);
    if (!group && !left) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'move';
    aimAt(event.target);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    if (state.change) putDown();
  };
  // Letting go somewhere else, or after a drop: what was dropped goes its own way.
  const onDragEnd = () => state.setPicking(null);

  const closeMenu = (focus: boolean) => {
    const from = menu;
    setMenu(null);
    if (!focus || !from) return;
    const selector = from.kind === 'practice' ? '[data-practice=' : '[data-group-menu=';
    // The button is drawn again once the menu is gone.
    setTimeout(() =>
      root.current?.querySelector<HTMLElement>(`${selector}"${CSS.escape(from.id)}"]`)?.focus(),
    );
  };
  return {
    root,
    reachable,
    menu,
    closeMenu,
    handlers: { onKeyDown, onClick, onFocus, onDragStart, onDragOver, onDrop, onDragEnd },
  };
}
