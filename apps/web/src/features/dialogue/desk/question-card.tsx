import { ActionIcon, Button } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowMerge,
  IconArrowUp,
  IconCornerUpLeft,
  IconParking,
  IconPencil,
} from '@tabler/icons-react';
import { type ReactNode, memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskQuestionView, QuestionCategoryView } from '#libs/contracts';
import { GuardedForm } from '../../../components/guarded-form';
import { Verdict } from '../../../components/verdict';
import { wordsOf } from './desk-data';
import type { Desk } from './use-desk';
import classes from './question-card.module.css';

/** What is written at a card at the moment. */
export type CardMode = 'reword' | 'send-back';

interface QuestionCardProps {
  question: DeskQuestionView;
  categories: QuestionCategoryView[];
  selected: boolean;
  mode: CardMode | null;
  open: boolean;
  first: boolean;
  last: boolean;
  /** In its list, from 0. */
  place: number;
  desk: Desk;
  onSelect: (id: string) => void;
  onMode: (id: string, mode: CardMode | null) => void;
  onMerge: (id: string) => void;
}

/** One question with how many ask it. The selected one has its buttons; a hundred others stay light. */
export const QuestionCard = memo(function QuestionCard(props: QuestionCardProps) {
  const { t } = useTranslation('dialogue-desk');
  const { question, selected, mode, open } = props;
  const text = wordsOf(question);
  return (
    <div
      role="listitem"
      className={classes.card}
      data-question={question.id}
      data-selected={selected || undefined}
      tabIndex={selected ? 0 : -1}
      aria-current={selected || undefined}
      onFocus={() => props.onSelect(question.id)}
    >
      <p className={classes.text}>{text}</p>
      <p className={classes.meta}>
        {question.practices > 0 && <b>{t('practices', { count: question.practices })}</b>}
        {question.merged.length > 0 && <span>{t('merged', { count: question.merged.length + 1 })}</span>}
        <span>{question.practice?.name ?? t('own')}</span>
        {question.late && <Verdict kind="warn">{t('late')}</Verdict>}
        {question.finding && (
          <Verdict kind={question.finding.verdict === 'block' ? 'bad' : 'warn'}>
            {t(`finding.${question.finding.verdict}`)}
          </Verdict>
        )}
        <Fate question={question} />
      </p>
      {question.answer?.timing && (
        <p className={classes.answer}>
          <b>{t(`timing.${question.answer.timing}`)}</b>
          {question.answer.note && <> · {question.answer.note}</>}
        </p>
      )}
      {selected && mode && <CardForm key={mode} {...props} mode={mode} />}
      {selected && !mode && <Detail question={question} desk={props.desk} open={open} />}
      {open && !mode && (selected || question.categoryId === null) && <Tools {...props} />}
    </div>
  );
});

function Fate({ question }: { question: DeskQuestionView }) {
  const { t } = useTranslation('dialogue-desk');
  const { kind } = question.fate;
  if (kind === 'answered-live' || kind === 'in-handout')
    return <Verdict kind="ok">{t(`fate.${kind}`)}</Verdict>;
  return question.sharedAt ? <Verdict kind="ok">{t('shared')}</Verdict> : null;
}

/** How it was asked, and what was put together in it. */
function Detail(props: { question: DeskQuestionView; desk: Desk; open: boolean }): ReactNode {
  const { t } = useTranslation('dialogue-desk');
  const { question, desk, open } = props;
  if (question.shownText === null && question.merged.length === 0) return null;
  return (
    <div className={classes.detail}>
      {question.shownText !== null && <p>{t('asked.as', { text: question.text })}</p>}
      {question.merged.map((member) => (
        <div key={member.id} className={classes.member}>
          <p>
            {member.text} <span className="lk-muted">({member.practice ?? t('own')})</span>
          </p>
          {open && (
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={t('unmerge.label', { text: member.text })}
              onClick={() => void desk.unmerge(question, member.id)}
            >
              {t('unmerge')}
            </Button>
          )}
        </div>
      ))}
    </div>
  );
}

function Tools(props: QuestionCardProps): ReactNode {
  const { t } = useTranslation('dialogue-desk');
  const { question, categories, selected, desk } = props;
  const text = wordsOf(question);
  const tool = (label: string, icon: ReactNode, act: () => void, disabled = false) => (
    <ActionIcon
      variant="default"
      size={34}
      aria-label={label}
      title={label}
      aria-disabled={disabled || undefined}
      data-disabled={disabled || undefined}
      onClick={() => !disabled && act()}
    >
      {icon}
    </ActionIcon>
  );
  const look = { size: 17, stroke: 1.8 };
  return (
    <div className={classes.tools}>
      <select
        className={classes.select}
        aria-label={t('put.label', { text })}
        value={question.categoryId ?? ''}
        onChange={(event) => {
          const to = event.currentTarget.value;
          void desk.put(question, categories.find(({ id }) => id === to) ?? null);
        }}
      >
        <option value="">{t('put.loose')}</option>
        {categories.map(({ id, name }, place) => (
          <option key={id} value={id}>
            {place < 9 ? `${place + 1}. ${name}` : name}
          </option>
        ))}
      </select>
      {selected && (
        <>
          {tool(t('merge.with'), <IconArrowMerge {...look} />, () => props.onMerge(question.id))}
          {tool(t('reword'), <IconPencil {...look} />, () => props.onMode(question.id, 'reword'))}
          {tool(
            t('up'),
            <IconArrowUp {...look} />,
            () => void desk.place(question, props.place - 1),
            props.first,
          )}
          {tool(
            t('down'),
            <IconArrowDown {...look} />,
            () => void desk.place(question, props.place + 1),
            props.last,
          )}
          {tool(t('park'), <IconParking {...look} />, () => void desk.park(question))}
          {tool(t('send-back'), <IconCornerUpLeft {...look} />, () => props.onMode(question.id, 'send-back'))}
        </>
      )}
    </div>
  );
}

/** Other words for everybody, or why it goes back. */
function CardForm({ question, desk, mode, onMode }: QuestionCardProps & { mode: CardMode }) {
  const { t } = useTranslation('dialogue-desk');
  const [text, setText] = useState(mode === 'reword' ? wordsOf(question) : '');
  const close = () => onMode(question.id, null);
  return (
    <div className={classes.form}>
      <GuardedForm
        id={`desk-${mode}`}
        takeFocus
        size="sm"
        minRows={3}
        label={t(`${mode}.label`)}
        submit={t(`${mode}.send`)}
        value={text}
        onChange={setText}
        maxLength={mode === 'reword' ? 600 : 400}
        send={async (plain, confirmed) => {
          if (mode === 'reword') await desk.reword(question, plain, confirmed);
          else await desk.sendBack(question, plain, confirmed);
          close();
        }}
        onCancel={close}
      />
      {mode === 'reword' && question.shownText !== null && (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => void desk.reword(question, null, true).then(close, () => {})}
        >
          {t('reword.original')}
        </Button>
      )}
    </div>
  );
}
