import '@mantine/core/styles/FloatingIndicator.css';
import '@mantine/core/styles/SegmentedControl.css';
import { Button, SegmentedControl } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { type KeyboardEvent, memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReferralTiming, SpecialistView, TextFindingView } from '#libs/contracts';
import { NoteField } from '../../../components/note-field';
import choice from '../../../components/segmented-choice.module.css';
import { isPrepared, shownAnswer } from './progress';
import type { Fields, Saver } from './saver';
import classes from './specialist.module.css';

const TIMINGS = ['too-early', 'on-time', 'too-late', 'other'] as const satisfies readonly ReferralTiming[];
const NOTES = ['tooEarly', 'onTime', 'tooLate'] as const;
/** As the server takes them, in characters. */
const SHORT = 600;
const ANSWER = 3000;

interface QuestionCardProps {
  question: SpecialistView['categories'][number]['questions'][number];
  number: number;
  local: Fields | undefined;
  findings: Readonly<Record<string, TextFindingView>>;
  saver: Saver;
  disabled: boolean;
}

/** One question: a mark, and once it is marked room for when a referral is too early, on time or too late, and for an answer. */
export const QuestionCard = memo(
  function QuestionCard({ question, number, local, findings, saver, disabled }: QuestionCardProps) {
    const { t } = useTranslation('dialogue-specialist');
    const answer = shownAnswer(question.answer, local);
    const prepared = isPrepared(answer);
    const mark = (timing: ReferralTiming | null) => saver.give(question.id, { timing });
    const onKey = (event: KeyboardEvent) => {
      const timing = TIMINGS[Number(event.key) - 1];
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (!timing || !plain || disabled || (event.target as HTMLElement).matches('textarea')) return;
      event.preventDefault();
      event.currentTarget.querySelector<HTMLElement>(`input[value="${timing}"]`)?.focus();
      mark(timing);
    };
    const field = (key: (typeof NOTES)[number] | 'note', maxLength: number) => ({
      id: `${question.id}-${key}`,
      value: answer[key],
      maxLength,
      disabled,
      found: findings[`${question.id}/${key}`],
      onChange: (text: string) => saver.give(question.id, { [key]: text }),
      onKeep: () => saver.confirm(question.id, key),
    });
    const labelled = `${question.id}-text`;
    return (
      <article
        id={`vraag-${question.id}`}
        tabIndex={-1}
        data-question={question.id}
        data-prepared={prepared || undefined}
        className={classes.question}
        aria-labelledby={labelled}
        onKeyDown={onKey}
      >
        <h3 id={labelled} className={classes.text}>
          <span className={classes.number}>{number}</span>
          <span dir="auto">{question.text}</span>
        </h3>
        <p className={classes.meta}>
          {question.practices > 0 ? t('practices', { count: question.practices }) : t('organiser')}
          {question.late && <span className={classes.late}>{t('late')}</span>}
        </p>
        <div className={classes.mark}>
          <SegmentedControl
            aria-label={t('mark', { number })}
            value={answer.timing ?? ''}
            onChange={(timing) => mark(timing as ReferralTiming)}
            disabled={disabled}
            classNames={choice}
            data={TIMINGS.map((timing) => ({ value: timing as string, label: t(`timing.${timing}`) }))}
          />
          {answer.timing && !disabled && (
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconArrowBackUp size={15} />}
              onClick={() => mark(null)}
              aria-label={t('clear.label', { number })}
            >
              {t('clear')}
            </Button>
          )}
        </div>
        {prepared && (
          <div className={classes.notes}>
            <div className={classes.three}>
              {NOTES.map((key) => (
                <NoteField
                  key={key}
                  {...field(key, SHORT)}
                  label={t(`note.${key}`)}
                  placeholder={t(`note.${key}.example`)}
                />
              ))}
            </div>
            <NoteField
              {...field('note', ANSWER)}
              label={t('note.answer')}
              placeholder={t('note.answer.example')}
            />
          </div>
        )}
      </article>
    );
  },
  // of all findings only those of this question count
  (was, is) =>
    was.question === is.question &&
    was.number === is.number &&
    was.local === is.local &&
    was.disabled === is.disabled &&
    was.saver === is.saver &&
    [...NOTES, 'note'].every(
      (key) => was.findings[`${was.question.id}/${key}`] === is.findings[`${is.question.id}/${key}`],
    ),
);
