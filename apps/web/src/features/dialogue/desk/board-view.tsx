import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskQuestionView, QuestionDeskView } from '#libs/contracts';
import { useProblemText } from '../../../components/problem-text';
import { WhenOpened } from '../../../components/when-opened';
import { later } from '../../../lib/later';
import { showToast } from '../../../lib/toast';
import { AddQuestion } from './add-question';
import { type Board, type KeyAct, actOfKey } from './board';
import { CategorySection } from './category-section';
import { deskDoors } from './desk-data';
import { type CardMode, QuestionCard } from './question-card';
import type { Desk } from './use-desk';
import classes from './desk.module.css';

const MergeDialog = later(async () => (await import('./merge-dialog')).MergeDialog);

interface BoardViewProps {
  view: QuestionDeskView;
  board: Board;
  desk: Desk;
  open: boolean;
}

/** Loose questions on the left, categories on the right; one question is selected, and the keys work on that one. */
export function BoardView({ view, board, desk, open }: BoardViewProps) {
  const { t } = useTranslation('dialogue-desk');
  const box = useRef<HTMLDivElement>(null);
  const order = [...board.loose, ...board.categories.flatMap(({ questions }) => questions)];
  const [chosen, setChosen] = useState<string | null>(null);
  const selected = order.find(({ id }) => id === chosen)?.id ?? order[0]?.id ?? null;
  const [mode, setMode] = useState<{ id: string; mode: CardMode } | null>(null);
  const [merging, setMerging] = useState<string | null>(null);
  /** The focus follows the selection only where a key moved it. */
  const follow = useRef(false);
  useEffect(() => {
    if (!follow.current) return;
    follow.current = false;
    box.current?.querySelector<HTMLElement>(`[data-question="${selected}"]`)?.focus();
  });

  const select = useCallback((id: string) => setChosen(id), []);
  const openMode = useCallback((id: string, next: CardMode | null) => {
    setChosen(id);
    setMode(next ? { id, mode: next } : null);
    if (!next) follow.current = true;
  }, []);
  const merge = useCallback((id: string) => {
    setChosen(id);
    setMerging(id);
  }, []);

  /** The question that is next in sight when this one leaves its list. */
  const neighbour = (id: string): string | null => {
    const at = order.findIndex((one) => one.id === id);
    return (order[at + 1] ?? order[at - 1])?.id ?? null;
  };
  const listOf = (question: DeskQuestionView): DeskQuestionView[] =>
    [board.loose, ...board.categories.map(({ questions }) => questions)].find((list) =>
      list.includes(question),
    ) ?? [];

  const run = (act: KeyAct, question: DeskQuestionView) => {
    const at = order.indexOf(question);
    const leave = () => {
      setChosen(neighbour(question.id));
      follow.current = true;
    };
    const categories = board.categories.map(({ category }) => category);
    if (act.do === 'go') {
      const to = { next: at + 1, previous: at - 1, first: 0, last: order.length - 1 }[act.to];
      const next = order[to];
      if (next) setChosen(next.id);
      follow.current = true;
    } else if (!open) return;
    else if (act.do === 'category' || act.do === 'loose') {
      const category = act.do === 'loose' ? null : categories[act.place];
      if (category === undefined) return;
      leave();
      void desk.put(question, category);
    } else if (act.do === 'up' || act.do === 'down') {
      const list = listOf(question);
      const place = list.indexOf(question) + (act.do === 'up' ? -1 : 1);
      if (place < 0 || place >= list.length) return;
      follow.current = true;
      void desk.place(question, place);
    } else if (act.do === 'merge') merge(question.id);
    else if (act.do === 'park') {
      leave();
      void desk.park(question);
    } else openMode(question.id, act.do);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const id = (event.target as HTMLElement).dataset['question'];
    const question = order.find((one) => one.id === id);
    const act = question && actOfKey(event);
    if (!act || !question) return;
    event.preventDefault();
    run(act, question);
  };

  const card = (question: DeskQuestionView, list: DeskQuestionView[]) => (
    <QuestionCard
      key={question.id}
      question={question}
      categories={view.categories}
      selected={question.id === selected}
      mode={mode?.id === question.id ? mode.mode : null}
      open={open}
      first={list[0] === question}
      last={list.at(-1) === question}
      place={list.indexOf(question)}
      desk={desk}
      onSelect={select}
      onMode={openMode}
      onMerge={merge}
    />
  );
  const mergingOf = order.find(({ id }) => id === merging) ?? null;
  return (
    // Keys work on the question that has the focus; everything they do has a button too.
    <div ref={box} role="group" aria-label={t('title')} className={classes.board} onKeyDown={onKeyDown}>
      <section className={classes.loose} aria-labelledby="desk-loose">
        <div className={classes.columnHead}>
          <h2 id="desk-loose">{t('loose.count', { count: board.loose.length })}</h2>
        </div>
        {open && <p className={classes.keys}>{t('keys')}</p>}
        {board.loose.length === 0 && (
          <p className={classes.empty}>{t(order.length === 0 ? 'loose.nothing' : 'loose.done')}</p>
        )}
        <div className={classes.cards} role="list">
          {board.loose.map((question) => card(question, board.loose))}
        </div>
        {open && <AddQuestion desk={desk} />}
      </section>
      <section
        className={classes.categories}
        aria-label={t('categories')}
        // so that where a question goes stays in sight while a long list is worked through
        data-sticky={board.loose.length > 3 || undefined}
      >
        {board.categories.map(({ category, questions }, place) => (
          <CategorySection
            key={category.id}
            category={category}
            place={place}
            count={questions.length}
            open={open}
            desk={desk}
            sessionId={view.sessionId}
            order={view.categories.map(({ id }) => id)}
            onRemove={() => void desk.removeCategory(category, questions)}
          >
            {questions.map((question) => card(question, questions))}
          </CategorySection>
        ))}
        {open && <NewCategory desk={desk} sessionId={view.sessionId} />}
      </section>
      <WhenOpened opened={mergingOf !== null}>
        <MergeDialog
          key={merging}
          view={view}
          board={board}
          question={mergingOf}
          onClose={() => {
            follow.current = true;
            setMerging(null);
          }}
          onMerge={(question, into) => {
            setMerging(null);
            setChosen(into.id);
            follow.current = true;
            void desk.merge(question, into);
          }}
        />
      </WhenOpened>
    </div>
  );
}

function NewCategory({ desk, sessionId }: { desk: Desk; sessionId: string }) {
  const { t } = useTranslation('dialogue-desk');
  const problemText = useProblemText();
  const [name, setName] = useState('');
  const [error, setError] = useState<string | null>(null);
  const make = async () => {
    if (!name.trim()) return;
    try {
      await desk.send(() => deskDoors.createCategory(sessionId, { name: name.trim() }));
      showToast(t('done.category-made', { category: name.trim() }));
      setName('');
    } catch (failure) {
      setError(problemText(failure));
    }
  };
  return (
    <form
      className={classes.newCategory}
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <TextInput
        label={t('category.new')}
        value={name}
        maxLength={80}
        error={error}
        placeholder={t('category.example')}
        onChange={(event) => {
          setError(null);
          setName(event.currentTarget.value);
        }}
      />
      <Button type="submit" variant="default" leftSection={<IconPlus size={17} stroke={1.8} />}>
        {t('category.make')}
      </Button>
    </form>
  );
}
