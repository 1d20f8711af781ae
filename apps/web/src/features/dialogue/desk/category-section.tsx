import { ActionIcon, Button, Group, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPencil } from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionCategoryView } from '#libs/contracts';
import { useProblemText } from '../../../components/problem-text';
import { showToast } from '../../../lib/toast';
import { deskDoors } from './desk-data';
import type { Desk } from './use-desk';
import classes from './desk.module.css';

interface CategorySectionProps {
  category: QuestionCategoryView;
  /** From 0; its key is one more. */
  place: number;
  count: number;
  open: boolean;
  desk: Desk;
  sessionId: string;
  /** All categories, in their order. */
  order: string[];
  onRemove: () => void;
  children: ReactNode;
}

/** A part of the hour: its name, its questions, its minutes. */
export function CategorySection(props: CategorySectionProps) {
  const { t } = useTranslation('dialogue-desk');
  const id = useId();
  const { category, place, count, open, order, desk } = props;
  const [editing, setEditing] = useState(false);
  const swap = (by: number) => {
    const next = order.filter((one) => one !== category.id);
    next.splice(place + by, 0, category.id);
    void desk.orderCategories(next);
  };
  const move = (label: string, icon: ReactNode, by: number, possible: boolean) => (
    <ActionIcon
      variant="subtle"
      size={32}
      aria-label={label}
      title={label}
      aria-disabled={!possible || undefined}
      data-disabled={!possible || undefined}
      onClick={() => possible && swap(by)}
    >
      {icon}
    </ActionIcon>
  );
  const facts = [
    ...(category.kind === 'department' && count === 0 ? [t('department')] : [t('questions', { count })]),
    category.minutes === null && count === 0
      ? t('minutes.none')
      : t(category.minutes === null ? 'minutes.shared' : 'minutes', {
          count: category.minutes ?? category.plannedMinutes,
        }),
  ];
  return (
    <section className={classes.category} aria-labelledby={id}>
      <div className={classes.columnHead}>
        {place < 9 && (
          <span className={classes.number} aria-hidden>
            {place + 1}
          </span>
        )}
        <div className={classes.naming}>
          <h2 id={id}>{category.name}</h2>
          <p className="lk-muted">{facts.join(' · ')}</p>
        </div>
        {open && !editing && (
          <Group gap={2} wrap="nowrap">
            {move(
              t('category.up', { category: category.name }),
              <IconArrowUp size={16} stroke={1.8} />,
              -1,
              place > 0,
            )}
            {move(
              t('category.down', { category: category.name }),
              <IconArrowDown size={16} stroke={1.8} />,
              1,
              place < order.length - 1,
            )}
            <ActionIcon
              variant="subtle"
              size={32}
              aria-label={t('category.edit', { category: category.name })}
              title={t('category.edit', { category: category.name })}
              onClick={() => setEditing(true)}
            >
              <IconPencil size={16} stroke={1.8} />
            </ActionIcon>
          </Group>
        )}
      </div>
      {editing && <CategoryForm {...props} onClose={() => setEditing(false)} />}
      {count === 0 && !editing && (
        <p className={classes.empty}>
          {t(category.kind === 'department' ? 'department.empty' : 'category.empty')}
        </p>
      )}
      <div className={classes.cards} role="list">
        {props.children}
      </div>
    </section>
  );
}

function CategoryForm(props: CategorySectionProps & { onClose: () => void }) {
  const { t } = useTranslation('dialogue-desk');
  const problemText = useProblemText();
  const { category, desk, sessionId, onClose } = props;
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const [name, setName] = useState(category.name);
  const [minutes, setMinutes] = useState(category.minutes === null ? '' : String(category.minutes));
  const given = minutes.trim() === '' ? null : Number(minutes);
  const wrong = given !== null && !(Number.isInteger(given) && given >= 1 && given <= 120);
  const save = async () => {
    if (wrong || !name.trim()) return;
    const body = { name: name.trim(), minutes: given };
    try {
      await desk.send(() => deskDoors.editCategory(sessionId, category.id, body, category.version));
      showToast(t('done.category', { category: body.name }), {
        undo: () =>
          desk.send(() =>
            deskDoors.editCategory(sessionId, category.id, {
              name: category.name,
              minutes: category.minutes,
            }),
          ),
      });
      onClose();
    } catch (error) {
      showToast(problemText(error), { kind: 'failed' });
    }
  };
  return (
    <form
      noValidate
      className={classes.categoryForm}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextInput
        label={t('category.name')}
        value={name}
        maxLength={80}
        ref={first}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={t('category.minutes')}
        description={t('category.minutes.why')}
        inputMode="numeric"
        value={minutes}
        error={wrong ? t('category.minutes.wrong') : null}
        onChange={(event) => setMinutes(event.currentTarget.value)}
      />
      <Group gap={8}>
        <Button type="submit" size="sm">
          {t('save')}
        </Button>
        <Button size="sm" variant="subtle" onClick={onClose}>
          {t('cancel')}
        </Button>
        {category.kind === 'questions' && (
          <Button size="sm" variant="subtle" color="brick" onClick={props.onRemove}>
            {t('category.remove')}
          </Button>
        )}
      </Group>
    </form>
  );
}
