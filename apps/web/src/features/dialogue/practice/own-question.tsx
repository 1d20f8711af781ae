import { Button } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnQuestionView } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { GuardedForm } from '../../../components/guarded-form';
import { FateLine } from './fate-line';
import type { QuestionDoors } from './use-questions';
import classes from './practice.module.css';

interface OwnQuestionProps {
  question: OwnQuestionView;
  doors: QuestionDoors;
  shared: boolean;
}

/** One question of the practice: its words, what becomes of it, and changing it as long as that is possible. */
export function OwnQuestion({ question, doors, shared }: OwnQuestionProps) {
  const { t } = useTranslation('dialogue-practice');
  const [text, setText] = useState<string | null>(null);
  const { answer } = question;
  const takeBack = useMutation({ mutationFn: () => doors.takeBack(question) });
  if (text !== null)
    return (
      <li>
        <GuardedForm
          id={`question-${question.id}`}
          label={t('question.change')}
          value={text}
          onChange={setText}
          maxLength={600}
          submit={t('question.save')}
          takeFocus
          send={async (words, confirmed) => {
            await doors.reword(question, words, confirmed);
            setText(null);
          }}
          onCancel={() => setText(null)}
        />
      </li>
    );
  return (
    <li>
      <p className={classes.words}>{question.text}</p>
      {question.authorName && <p className={classes.by}>{t('question.by', { name: question.authorName })}</p>}
      <FateLine question={question} shared={shared} />
      {answer && <AnswerText answer={answer} />}
      {takeBack.error ? <ErrorState error={takeBack.error} /> : null}
      {question.changeable && (
        <div className={classes.small}>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPencil size={15} />}
            onClick={() => setText(question.text)}
          >
            {t('question.edit')}
          </Button>
          {question.fate.kind !== 'withdrawn' && (
            <Button
              variant="subtle"
              size="compact-sm"
              color="gray"
              leftSection={<IconTrash size={15} />}
              loading={takeBack.isPending}
              onClick={() => takeBack.mutate()}
            >
              {t('question.takeBack')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

function AnswerText({ answer }: { answer: NonNullable<OwnQuestionView['answer']> }) {
  const { t } = useTranslation('dialogue-practice');
  const parts = (['onTime', 'tooEarly', 'tooLate', 'note'] as const).filter(
    (part) => answer[part].trim() !== '',
  );
  if (parts.length === 0) return null;
  return (
    <dl className={classes.answer}>
      {parts.map((part) => (
        <div key={part}>
          <dt>{t(`answer.${part}`)}</dt>
          <dd>{answer[part]}</dd>
        </div>
      ))}
    </dl>
  );
}
