import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { QuestionnaireView } from '#libs/contracts';
import { Panel } from '../../../components/panel';
import { announce } from '../../../lib/announce';
import { showToast } from '../../../lib/toast';
import {
  type Draft,
  ITEM_KINDS,
  type ItemKind,
  copyRow,
  insertAfter,
  insertAt,
  moveRow,
  newRow,
  withoutRow,
} from './draft';
import type { Edit } from './editor';
import { ItemRow, type RowAct } from './item-row';
import { KIND_ICON } from './kind-icon';
import classes from './questionnaires.module.css';

interface ItemsPanelProps {
  draft: Draft;
  problems: QuestionnaireView['problems'];
  edit: Edit;
  /** The row that is open. */
  open: string | null;
  onOpen: (id: string | null) => void;
}

/** The questions in their order; one is open at a time. */
export function ItemsPanel({ draft, problems, edit, open, onOpen }: ItemsPanelProps) {
  const { t } = useTranslation('surveys');
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  /** Where the focus goes once the new order is on the screen. */
  const focus = useRef<{ id: string; acts: readonly RowAct[] } | null>(null);
  const { rows } = draft;
  useLayoutEffect(() => {
    const target = focus.current;
    if (!target) return;
    focus.current = null;
    const row = list.current?.querySelector(`[data-row="${target.id}"]`);
    for (const act of target.acts) {
      const button = row?.querySelector<HTMLButtonElement>(`[data-act="${act}"]:not(:disabled)`);
      if (button) return button.focus();
    }
  }, [rows]);

  const place = (from: number, to: number, act?: 'up' | 'down') => {
    const row = rows[from];
    if (!row || to < 0 || to >= rows.length || from === to) return;
    if (act) focus.current = { id: row.id, acts: act === 'up' ? ['up', 'down'] : ['down', 'up'] };
    edit((before) => moveRow(before, from, to));
    announce(t('editor.moved', { from: from + 1, to: to + 1 }));
  };
  const toFirstField = (id: string) =>
    list.current?.querySelector<HTMLElement>(`[data-row="${id}"] [data-problem~="text-missing"]`)?.focus();
  const add = (kind: ItemKind) => {
    const row = newRow(draft, kind);
    flushSync(() => {
      edit((before) => insertAfter(before, open, row));
      onOpen(row.id);
    });
    toFirstField(row.id);
  };
  const remove = (index: number) => {
    const row = rows[index];
    if (!row) return;
    const next = rows[index + 1] ?? rows[index - 1];
    if (next) focus.current = { id: next.id, acts: ['open'] };
    edit((before) => withoutRow(before, row.id));
    if (open === row.id) onOpen(null);
    showToast(t('editor.removed', { place: index + 1 }), {
      undo: () => edit((now) => insertAt(now, index, row)),
    });
  };
  const copy = (id: string) => {
    const made = copyRow(draft, id);
    if (!made) return;
    flushSync(() => {
      edit(() => made.draft);
      onOpen(made.row.id);
    });
    toFirstField(made.row.id);
  };
  return (
    <Panel title={t('editor.items', { count: rows.length })}>
      {rows.length === 0 && <p className={classes.none}>{t('editor.items.none')}</p>}
      <ol ref={list} className={classes.items}>
        {rows.map((row, i) => (
          <ItemRow
            key={row.id}
            row={row}
            draft={draft}
            index={i}
            problems={problems.filter(({ item }) => item === row.item.key).map(({ code }) => code)}
            open={open === row.id}
            onOpen={() => onOpen(open === row.id ? null : row.id)}
            edit={edit}
            onMove={(step) => place(i, i + step, step < 0 ? 'up' : 'down')}
            onCopy={() => copy(row.id)}
            onRemove={() => remove(i)}
            drag={{
              dragged: dragged === i,
              start: () => setDragged(i),
              end: () => setDragged(null),
              over: dragged !== null,
              drop: () => {
                if (dragged !== null) place(dragged, i);
                setDragged(null);
              },
            }}
          />
        ))}
      </ol>
      <div className={classes.add} role="group" aria-label={t('editor.add')}>
        <span className={classes.addLabel} aria-hidden>
          <IconPlus size={17} />
          {t('editor.add')}
        </span>
        {ITEM_KINDS.map((kind) => {
          const Icon = KIND_ICON[kind];
          return (
            <Button
              key={kind}
              variant="default"
              size="sm"
              leftSection={<Icon size={17} />}
              onClick={() => add(kind)}
            >
              {t(`kind.${kind}`)}
            </Button>
          );
        })}
      </div>
    </Panel>
  );
}
