import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../lib/announce';
import { moved } from '../lib/order';
import classes from './ranked-list.module.css';

export interface RankedItem {
  id: string;
  label: string;
}
interface RankedListProps {
  /** Names the list for assistive technology. */
  label: string;
  /** First choice first. */
  items: readonly RankedItem[];
  onChange: (items: readonly RankedItem[]) => void;
  /** Places in all; a free one says so. */
  places: number;
  disabled?: boolean;
}
type Act = 'up' | 'down' | 'remove';

/** An order that is changed with buttons, or by dragging; each change is read aloud and the focus follows the item. */
export function RankedList({ label, items, onChange, places, disabled = false }: RankedListProps) {
  const { t } = useTranslation('components');
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  /** Where the focus goes once the new order is on the screen. */
  const focus = useRef<{ id: string; act: Act } | null>(null);

  useLayoutEffect(() => {
    const target = focus.current;
    if (!target) return;
    focus.current = null;
    const row = list.current?.querySelector(`[data-id="${CSS.escape(target.id)}"]`);
    // At an end of the list the pressed button is off: the opposite one then takes the focus.
    const order: Act[] = target.act === 'up' ? ['up', 'down', 'remove'] : ['down', 'up', 'remove'];
    const acts = target.act === 'remove' ? (['remove'] as Act[]) : order;
    for (const act of acts) {
      const button = row?.querySelector<HTMLButtonElement>(`[data-act="${act}"]:not(:disabled)`);
      if (button) return button.focus();
    }
    list.current?.focus();
  }, [items]);

  const place = (from: number, to: number, act?: Act) => {
    const next = moved(items, from, to);
    const item = items[from];
    if (next === items || !item) return;
    if (act) focus.current = { id: item.id, act };
    announce(t('rank.moved', { label: item.label, place: to + 1, total: items.length }));
    onChange(next);
  };
  const remove = (index: number) => {
    const item = items[index];
    if (!item) return;
    focus.current = { id: (items[index + 1] ?? items[index - 1])?.id ?? '', act: 'remove' };
    announce(t('rank.removed', { label: item.label }));
    onChange(items.toSpliced(index, 1));
  };

  return (
    <ol ref={list} className={classes.list} aria-label={label} tabIndex={-1}>
      {items.map((item, i) => (
        <li
          key={item.id}
          data-id={item.id}
          className={classes.row}
          data-dragged={dragged === i || undefined}
          draggable={!disabled && items.length > 1}
          onDragStart={() => setDragged(i)}
          onDragEnd={() => setDragged(null)}
          onDragOver={(event) => dragged !== null && event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault();
            if (dragged !== null) place(dragged, i);
            setDragged(null);
          }}
        >
          <span className={classes.place} aria-hidden>
            {i + 1}
          </span>
          <span className={classes.label}>{item.label}</span>
          <span className={classes.buttons}>
            <RowButton
              act="up"
              name={t('rank.up', { label: item.label })}
              disabled={disabled || i === 0}
              onPress={() => place(i, i - 1, 'up')}
            />
            <RowButton
              act="down"
              name={t('rank.down', { label: item.label })}
              disabled={disabled || i === items.length - 1}
              onPress={() => place(i, i + 1, 'down')}
            />
            <RowButton
              act="remove"
              name={t('rank.remove', { label: item.label })}
              disabled={disabled}
              onPress={() => remove(i)}
            />
          </span>
        </li>
      ))}
      {items.length < places && (
        <li className={classes.free}>
          <span aria-hidden>{items.length + 1}</span>
          {t('rank.free')}
        </li>
      )}
    </ol>
  );
}

const ICON = { up: IconArrowUp, down: IconArrowDown, remove: IconX } as const;

function RowButton(props: { act: Act; name: string; disabled: boolean; onPress: () => void }) {
  const Icon = ICON[props.act];
  return (
    <ActionIcon
      variant="transparent"
      size={40}
      className={classes.button}
      data-act={props.act}
      aria-label={props.name}
      disabled={props.disabled}
      onClick={props.onPress}
    >
      <Icon size={20} />
    </ActionIcon>
  );
}
