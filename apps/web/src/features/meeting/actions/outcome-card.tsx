import { Button } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OUTCOME_ANSWERS, type OutcomeAnswer, type OutcomeView } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { useFormat } from '../../../lib/i18n';
import { useOutcomeDoors } from './actions-data';
import { Chain } from './chain';
import { OutcomeForm } from './later-forms';
import { useReturnFocus } from './return-focus';
import classes from './actions.module.css';

interface OutcomeCardProps {
  meetingId: string;
  outcome: OutcomeView;
  /** Names that are asked. */
  practices: readonly string[];
  mayAsk: boolean;
}

/** One sentence that may leave the group: who may say what, how far it is, what became of it. */
export function OutcomeCard({ meetingId, outcome, practices, mayAsk }: OutcomeCardProps) {
  const { t } = useTranslation('meeting-actions');
  const format = useFormat();
  const doors = useOutcomeDoors(meetingId);
  const [editing, setEditing] = useState(false);
  const { button, back } = useReturnFocus();
  const withdraw = useMutation({ mutationFn: () => doors.withdraw(outcome.id) });
  const { state, kind, text, own, named } = outcome;
  if (editing && state === 'asking')
    return (
      <li className={classes.outcome}>
        <OutcomeForm
          id={outcome.id}
          start={{ kind, text }}
          practices={practices}
          submit={t('outcome.again')}
          help={t('outcome.again.help')}
          send={(body) => doors.change(outcome.id, outcome.version, body)}
          onClose={() => {
            setEditing(false);
            back();
          }}
        />
      </li>
    );
  return (
    <li className={classes.outcome} data-state={state}>
      <p className={classes.kind}>{t(`kind.${kind}`)}</p>
      <p className={classes.sentence} dir="auto">
        {text}
      </p>
      {state === 'asking' && (
        <>
          <p className={classes.progress}>
            {t('outcome.yes', { count: outcome.yes, practices: outcome.practices })}
            {' · '}
            {t('outcome.until', { moment: format.dateTime(outcome.answerUntil) })}
          </p>
          {outcome.blocked && <p className={classes.progress}>{t('outcome.blocked')}</p>}
          {own.map((one) => (
            <Answer
              key={one.practiceId}
              meetingId={meetingId}
              outcome={outcome}
              own={one}
              several={own.length > 1}
            />
          ))}
          {mayAsk && (
            <div className={classes.buttons} data-print="hide">
              <Button ref={button} size="compact-md" variant="subtle" onClick={() => setEditing(true)}>
                {t('outcome.change')}
              </Button>
              <Button
                size="compact-md"
                variant="subtle"
                color="gray"
                loading={withdraw.isPending}
                onClick={() => withdraw.mutate()}
              >
                {t('outcome.withdraw')}
              </Button>
            </div>
          )}
          {withdraw.error ? <ErrorState error={withdraw.error} /> : null}
        </>
      )}
      {state === 'kept' && <p className={classes.progress}>{t('outcome.kept')}</p>}
      {state === 'withdrawn' && <p className={classes.progress}>{t('outcome.withdrawn')}</p>}
      {state === 'offered' && (
        <>
          <p className={classes.progress}>
            {t('outcome.left', { count: outcome.yes })}
            {named.length > 0 && ` ${t('outcome.named', { names: format.list(named) })}`}
          </p>
          <Chain links={outcome.chain} />
        </>
      )}
    </li>
  );
}

interface AnswerProps {
  meetingId: string;
  outcome: OutcomeView;
  own: OutcomeView['own'][number];
  several: boolean;
}

/** One press; a second one takes it back, until it left. */
function Answer({ meetingId, outcome, own, several }: AnswerProps) {
  const { t } = useTranslation('meeting-actions');
  const doors = useOutcomeDoors(meetingId);
  const answer = useMutation({
    mutationFn: (said: OutcomeAnswer | null) =>
      doors.answer(outcome.id, own.practiceId, { answer: said, version: outcome.version }),
  });
  const chosen = answer.isPending ? answer.variables : own.answer;
  const Icon = { yes: IconCheck, named: IconCheck, no: IconX };
  return (
    <fieldset className={classes.answer} data-print="hide">
      <legend>{several ? t('answer.of', { practice: own.practice }) : t('answer')}</legend>
      <div className={classes.buttons}>
        {OUTCOME_ANSWERS.map((said) => {
          const Mark = Icon[said];
          const on = chosen === said;
          return (
            <Button
              key={said}
              size="sm"
              variant={on ? 'light' : 'default'}
              aria-pressed={on}
              leftSection={on ? <Mark size={16} stroke={2.2} aria-hidden /> : undefined}
              disabled={answer.isPending}
              onClick={() => answer.mutate(own.answer === said ? null : said)}
            >
              {t(`answer.${said}`)}
            </Button>
          );
        })}
      </div>
      <p className={classes.hint}>{t(own.answer === null ? 'answer.hint' : 'answer.back')}</p>
      {answer.error ? <ErrorState error={answer.error} /> : null}
    </fieldset>
  );
}
