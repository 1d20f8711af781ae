import { Button } from '@mantine/core';
import { IconBulb, IconEar, IconMessages } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { LedMethodStepView, MeetingScreen } from '#libs/contracts';
import { ClockFace } from '../../../components/clock-face';
import { useWords } from '../../../lib/i18n';
import type { TimeState } from '../../../lib/live-clock';
import type { HourTime } from '../../../lib/use-hour-time';
import classes from './live.module.css';
import { onlyReads, speakerFor, type StepNow } from './step-state';
import type { Steering } from './use-steering';

interface StepHeadProps {
  view: MeetingScreen;
  now: StepNow;
  time: HourTime;
  limit: TimeState;
  title: RefObject<HTMLHeadingElement | null>;
  /** Page with the figures of the group; null where it cannot be opened from here. */
  figures: string | null;
  steering: Steering | null;
}

/** The step that is on: what everybody does in it, who has the word, and how long still. */
export function StepHead({ view, now, time, limit, title, figures, steering }: StepHeadProps) {
  const { t } = useTranslation('meeting-live');
  const words = useWords();
  const { step, number, of, isOwner, listens } = now;
  const paused = view.clock.state === 'paused';
  return (
    <section className={classes.step} aria-labelledby="step">
      <div>
        <p className={classes.where}>{t('step.place', { number, of })}</p>
        <h2 id="step" ref={title} tabIndex={-1} className={classes.stepTitle}>
          {words(step.name)}
        </h2>
        {listens && (
          <p className={classes.listen}>
            <IconEar size={24} stroke={1.8} className="lk-icon" aria-hidden />
            {t('listen')}
          </p>
        )}
        <p className={classes.instruction}>{words((isOwner && step.ownerInstruction) || step.instruction)}</p>
        {onlyReads(now) && <p className={classes.speaks}>{t('own.not')}</p>}
        {!listens && !(isOwner && step.speaks === 'nobody' && !now.writes) && (
          <p className={classes.speaks}>
            <IconMessages size={18} stroke={1.8} className="lk-icon" aria-hidden />
            {t(`speaks.${speakerFor(view, now)}`)}
          </p>
        )}
        {steering && 'tip' in step && words((step as LedMethodStepView).tip) !== '' && (
          <p className={classes.tip}>
            <IconBulb size={18} stroke={1.8} className="lk-icon" aria-hidden />
            {words((step as LedMethodStepView).tip)}
          </p>
        )}
        {step.figures && figures && (
          <Button component={Link} to={figures} target="_blank" variant="default" mt="sm">
            {t('figures')}
          </Button>
        )}
      </div>
      <div className={classes.time}>
        <ClockFace
          label={t('clock.label')}
          caption={t(paused ? 'clock.paused' : `clock.${limit}`)}
          leftMs={time.itemLeftMs}
          ofSeconds={time.itemSeconds}
          state={limit}
          paused={paused}
          size="desk"
        />
        {steering && (
          <Button.Group>
            {[1, 5].map((minutes) => (
              <Button
                key={minutes}
                size="compact-sm"
                variant="default"
                aria-label={t('extend.label', { count: minutes })}
                onClick={() => steering.act('extend', { minutes })}
              >
                {t('extend', { minutes })}
              </Button>
            ))}
          </Button.Group>
        )}
      </div>
    </section>
  );
}
