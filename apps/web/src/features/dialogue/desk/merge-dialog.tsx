import '@mantine/core/styles/ScrollArea.css';
import '@mantine/core/styles/Paper.css';
import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Modal.css';
import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskQuestionView, QuestionDeskView } from '#libs/contracts';
import type { Board } from './board';
import { wordsOf } from './desk-data';
import classes from './merge-dialog.module.css';

interface MergeDialogProps {
  view: QuestionDeskView;
  board: Board;
  /** Null: closed. */
  question: DeskQuestionView | null;
  onClose: () => void;
  onMerge: (question: DeskQuestionView, into: DeskQuestionView) => void;
}

/** Two questions side by side: which one to join, and whose words stay. What looks most alike is proposed. */
export function MergeDialog({ view, board, question, onClose, onMerge }: MergeDialogProps) {
  const { t } = useTranslation(['dialogue-desk', 'components']);
  const [filter, setFilter] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [keeps, setKeeps] = useState<'other' | 'this'>('other');
  const likeness = (id: string): number =>
    view.alike.find(({ a, b }) => [a, b].includes(id) && [a, b].includes(question?.id ?? ''))?.likeness ?? 0;
  const others = [...board.loose, ...board.categories.flatMap(({ questions }) => questions)]
    .filter((one) => one.id !== question?.id)
    .toSorted((a, b) => likeness(b.id) - likeness(a.id));
  const needle = filter.trim().toLowerCase();
  const shown = others.filter((one) => wordsOf(one).toLowerCase().includes(needle)).slice(0, 40);
  const other = shown.find(({ id }) => id === chosen) ?? shown[0] ?? null;
  const sides: { key: 'this' | 'other'; one: DeskQuestionView | null }[] = [
    { key: 'this', one: question },
    { key: 'other', one: other },
  ];
  return (
    <Modal
      opened={question !== null}
      onClose={onClose}
      size="xl"
      title={t('merge.title')}
      classNames={{ title: classes.title }}
      closeButtonProps={{ 'aria-label': t('components:close') }}
    >
      {question && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (!other) return;
            if (keeps === 'other') onMerge(question, other);
            else onMerge(other, question);
          }}
        >
          <fieldset className={classes.sides}>
            <legend>{t('merge.keeps')}</legend>
            {sides.map(({ key, one }) => (
              <label key={key} className={classes.side} data-chosen={keeps === key || undefined}>
                <input
                  type="radio"
                  name="keeps"
                  checked={keeps === key}
                  onChange={() => setKeeps(key)}
                  disabled={!one}
                />
                <span>
                  {one ? wordsOf(one) : t('merge.nothing')}
                  {one && one.practices > 0 && <small>{t('practices', { count: one.practices })}</small>}
                </span>
              </label>
            ))}
          </fieldset>
          <TextInput
            label={t('merge.find')}
            value={filter}
            data-autofocus
            onChange={(event) => setFilter(event.currentTarget.value)}
          />
          <fieldset className={classes.candidates}>
            <legend className={classes.hidden}>{t('merge.which')}</legend>
            {shown.map((one) => (
              <label key={one.id} className={classes.candidate} data-chosen={one === other || undefined}>
                <input type="radio" name="with" checked={one === other} onChange={() => setChosen(one.id)} />
                <span>
                  {wordsOf(one)}
                  {likeness(one.id) > 0 && <small>{t('merge.alike')}</small>}
                </span>
              </label>
            ))}
            {shown.length === 0 && <p className="lk-muted">{t('merge.nothing')}</p>}
          </fieldset>
          <Group justify="flex-end" gap={10} mt="lg">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" disabled={!other}>
              {t('merge')}
            </Button>
          </Group>
        </form>
      )}
    </Modal>
  );
}
