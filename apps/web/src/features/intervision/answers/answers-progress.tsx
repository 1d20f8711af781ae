import { Progress } from '@mantine/core';
import { IconAntennaBars5, IconAntennaBarsOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ParticipantView, RoundView } from '#libs/contracts';
import { TimeLeft } from '../../../components/deadline';
import { Panel } from '../../../components/panel';
import { useFormat } from '../../../lib/i18n';
import classes from './answers.module.css';

const REST = ['started', 'unanswered', 'without-answer', 'not-taking-part'] as const;

interface AnswersProgressProps {
  round: RoundView;
  participants: readonly ParticipantView[];
  /** False while the page may be behind. */
  live: boolean;
}

/** How many answered, what the others are doing, and until when. */
export function AnswersProgress({ round, participants, live }: AnswersProgressProps) {
  const { t } = useTranslation('rounds');
  const format = useFormat();
  const taking = participants.filter((one) => one.state !== 'not-taking-part');
  const answered = taking.filter((one) => one.state === 'submitted').length;
  const words = t('answers.count', { answered, count: taking.length });
  const Icon = live ? IconAntennaBars5 : IconAntennaBarsOff;
  return (
    <Panel
      title={t('answers.progress')}
      right={
        <span className={classes.live} data-live={live || undefined}>
          <Icon size={16} stroke={2} className="lk-icon" aria-hidden />
          {t(live ? 'answers.live' : 'answers.notLive')}
        </span>
      }
    >
      <p className={classes.big}>
        {answered} <span>{t('answers.of', { count: taking.length })}</span>
      </p>
      <Progress value={taking.length ? (answered / taking.length) * 100 : 0} aria-label={words} />
      <ul className={classes.states}>
        {REST.map((state) => ({
          state,
          count: participants.filter((one) => one.state === state).length,
        }))
          .filter(({ count }) => count > 0)
          .map(({ state, count }) => (
            <li key={state}>
              <b>{count}</b> {t(`participant.${state}`)}
            </li>
          ))}
      </ul>
      {round.answerUntil && (round.state === 'open' || round.state === 'closed') && (
        <p className={classes.until}>
          {t(round.state === 'open' ? 'answers.until' : 'answers.wasUntil', {
            date: `${format.date(round.answerUntil)}, ${format.time(round.answerUntil)}`,
          })}{' '}
          {round.state === 'open' && <TimeLeft deadline={round.answerUntil} />}
        </p>
      )}
    </Panel>
  );
}
