import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MeetingScreen } from '#libs/contracts';
import { useWords } from '../../../lib/i18n';
import type { HourTime } from '../../../lib/use-hour-time';
import shared from './live.module.css';
import classes from './script.module.css';
import { minutesOf } from './step-state';
import type { Steering } from './use-steering';

interface ScriptListProps {
  view: MeetingScreen;
  time: HourTime | null;
  /** Whoever leads goes to a step by pressing it. */
  steering?: Steering | undefined;
}

/** The steps of the method: what was done, what is on, what comes, and what each gets by now. */
export function ScriptList({ view, time, steering }: ScriptListProps) {
  const { t } = useTranslation('meeting-live');
  const words = useWords();
  const planned = view.clock.items.reduce((sum, item) => sum + item.plannedSeconds, 0);
  return (
    <section aria-labelledby="script">
      <h2 id="script" className={classes.railTitle}>
        {words(view.method.name)}
      </h2>
      <p className={shared.small}>
        {t('script.lead', { count: view.steps.length, minutes: Math.round(planned / 60) })}
      </p>
      <ol className={classes.script}>
        {view.steps.map((step, at) => {
          const item = view.clock.items.find(({ id }) => id === step.id);
          if (!item) return null;
          const { minutes, planned: was } = minutesOf(item, time?.seconds[at] ?? item.seconds);
          const current = item.state === 'current';
          const body = (
            <>
              <span className={classes.dot} aria-hidden>
                {item.state === 'done' ? <IconCheck size={16} stroke={2.3} /> : at + 1}
              </span>
              <span className={classes.scriptWords}>
                <span className={classes.scriptName}>
                  {item.state === 'done' && <VisuallyHidden>{t('script.done')} </VisuallyHidden>}
                  {words(step.name)}
                </span>
                <span className={classes.scriptTime}>
                  {item.state === 'open' && minutes !== was
                    ? t('script.changed', { minutes, planned: was })
                    : t('minutes', { minutes })}
                </span>
              </span>
            </>
          );
          return (
            <li key={step.id} data-state={item.state}>
              {steering && !current ? (
                <UnstyledButton
                  className={classes.scriptStep}
                  onClick={() => steering.act('go', { targetId: step.id })}
                >
                  {body}
                </UnstyledButton>
              ) : (
                <div className={classes.scriptStep} aria-current={current ? 'step' : undefined}>
                  {body}
                </div>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
