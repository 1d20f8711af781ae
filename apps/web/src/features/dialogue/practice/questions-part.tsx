import { Button } from '@mantine/core';
import { IconCheck, IconPlus, IconUsers } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PracticeQuestionsView, PracticeSessionView } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { GuardedForm } from '../../../components/guarded-form';
import { Colleagues } from './colleagues';
import { OwnQuestion } from './own-question';
import type { At } from './practice-data';
import { useDraft } from './use-draft';
import { type QuestionDoors, useQuestions } from './use-questions';
import classes from './practice.module.css';

export const QUESTION_FIELD = 'new-question';
/** More of others than this at once are unfolded on request. */
const OTHERS = 5;

interface QuestionsPartProps {
  at: At;
  page: PracticeSessionView;
  questions: PracticeQuestionsView;
  closed: boolean;
}

/** What the practice asks: one line each, what colleagues propose, and what others ask. */
export function QuestionsPart({ at, page, questions, closed }: QuestionsPartProps) {
  const { t } = useTranslation('dialogue-practice');
  const doors = useQuestions(at);
  const [text, setText] = useDraft(`question.${at.sessionId}.${at.practiceId}`);
  const { shared } = page.session;
  const asked = questions.own.filter(({ fate }) => fate.kind !== 'proposed' && fate.kind !== 'withdrawn');
  return (
    <div className={classes.stack}>
      {!closed && (
        <>
          {shared && <p className={classes.note}>{t('late')}</p>}
          <GuardedForm
            id={QUESTION_FIELD}
            label={t(asked.length === 0 ? 'question.first' : 'question.next')}
            description={t('question.hint')}
            value={text}
            onChange={setText}
            maxLength={600}
            submit={t('question.add')}
            icon={<IconPlus size={18} />}
            variant={page.registration ? 'filled' : 'default'}
            send={async (words, confirmed) => {
              await doors.ask(words, confirmed);
              setText('');
            }}
          />
        </>
      )}
      {asked.length > 0 ? (
        <ul className={classes.list} aria-label={t('question.list')}>
          {asked.map((question) => (
            <OwnQuestion key={question.id} question={question} doors={doors} shared={shared} />
          ))}
        </ul>
      ) : (
        closed && <p className="lk-muted">{t('question.none')}</p>
      )}
      {!closed && <Colleagues page={page} questions={questions} doors={doors} />}
      {questions.others.length > 0 && <Others questions={questions} doors={doors} closed={closed} />}
    </div>
  );
}

interface OthersProps {
  questions: PracticeQuestionsView;
  doors: QuestionDoors;
  closed: boolean;
}

/** "Wij ook": one click says that this practice has the same question. */
function Others({ questions, doors, closed }: OthersProps) {
  const { t } = useTranslation('dialogue-practice');
  const [all, setAll] = useState(false);
  const shown = all ? questions.others : questions.others.slice(0, OTHERS);
  const hidden = questions.others.length - shown.length;
  const endorse = useMutation({
    mutationFn: ({ id, on }: { id: string; on: boolean }) => doors.endorse(id, on),
  });
  return (
    <div className={classes.block}>
      <h3>{t('others.title')}</h3>
      <p className="lk-muted">{t('others.text')}</p>
      {endorse.error ? <ErrorState error={endorse.error} /> : null}
      <ul className={classes.list}>
        {shown.map(({ id, text, category, practices, endorsed, fate }) => (
          <li key={id} className={classes.other}>
            <div>
              <p className={classes.words}>{text}</p>
              <p className={classes.by}>
                {[category, t('others.practices', { count: practices }), fate && t(`fate.${fate}`)]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            <Button
              size="sm"
              variant={endorsed ? 'light' : 'default'}
              aria-pressed={endorsed}
              disabled={closed}
              leftSection={endorsed ? <IconCheck size={16} /> : <IconUsers size={16} />}
              loading={endorse.isPending && endorse.variables.id === id}
              onClick={() => endorse.mutate({ id, on: !endorsed })}
            >
              {t('others.too')}
            </Button>
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <Button variant="subtle" size="sm" onClick={() => setAll(true)}>
          {t('others.more', { count: hidden })}
        </Button>
      )}
    </div>
  );
}
