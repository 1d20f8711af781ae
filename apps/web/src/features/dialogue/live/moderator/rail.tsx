import { UnstyledButton } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LiveItemView, ModeratorLiveView } from '#libs/contracts';
import { useLanguage } from '../../../../lib/i18n';
import { lostSeconds, tally } from '../hour';
import { digits, type TimeState } from '../../../../lib/live-clock';
import { usePartName } from '../part-name';
import type { HourTime } from '../../../../lib/use-hour-time';
import type { Steering } from '../use-steering';
import classes from './moderator.module.css';

interface RailProps {
  view: ModeratorLiveView;
  time: HourTime;
  limit: TimeState;
  steering: Steering;
}

/** The parts of the hour: what each took, what the open ones get by now, and how far ahead or behind. */
export function Rail({ view, time, limit, steering }: RailProps) {
  const { t } = useTranslation('dialogue-live');
  const counts = tally(view.questions);
  const ahead = Math.trunc(time.aheadSeconds / 60);
  const lost = lostSeconds(view.clock.items, time.seconds);
  return (
    <>
      <h2 className={classes.railTitle}>{t('rail.title')}</h2>
      <ol className={classes.parts}>
        {view.clock.items.map((item, at) => (
          <li key={item.id}>
            <Part
              item={item}
              seconds={time.seconds[at] ?? item.seconds}
              spent={
                item.state === 'current'
                  ? (time.seconds[at] ?? 0) - time.itemLeftMs / 1000
                  : item.spentSeconds
              }
              limit={limit}
              questions={view.questions.filter(({ categoryId }) => categoryId === item.id)}
              steering={steering}
            />
          </li>
        ))}
      </ol>
      <p className={classes.schedule} data-behind={ahead < 0 || undefined}>
        {ahead === 0
          ? t('schedule.on')
          : t(ahead > 0 ? 'schedule.ahead' : 'schedule.behind', { count: Math.abs(ahead) })}
        {lost >= 60 && ` ${t('schedule.replanned', { count: Math.round(lost / 60) })}`}
      </p>
      <dl className={classes.tally}>
        {(['answered', 'parked', 'open'] as const).map((what) => (
          <div key={what}>
            <dt>{t(`tally.${what}`)}</dt>
            <dd>{counts[what]}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

interface PartProps {
  item: LiveItemView;
  seconds: number;
  spent: number;
  limit: TimeState;
  questions: ModeratorLiveView['questions'];
  steering: Steering;
}
function Part({ item, seconds, spent, limit, questions, steering }: PartProps) {
  const { t } = useTranslation('dialogue-live');
  const language = useLanguage();
  const partName = usePartName();
  const handled = questions.filter(({ state }) => state === 'answered' || state === 'parked').length;
  const minutes = (value: number) => Math.max(0, Math.round(value / 60));
  const planned = minutes(item.plannedSeconds);
  const begun = item.state !== 'open' || item.spentSeconds > 0;
  const late = item.state === 'current' ? limit : spent > item.plannedSeconds + 30 ? 'over' : 'calm';
  return (
    <UnstyledButton
      className={classes.part}
      data-state={item.state}
      aria-current={item.state === 'current' ? 'step' : undefined}
      disabled={item.state === 'current'}
      onClick={() => steering.act('next-item', { targetId: item.id })}
    >
      <span className={classes.partName}>
        {item.state === 'done' && <IconCheck size={17} stroke={2.3} aria-label={t('rail.done')} />}
        {partName(item)}
      </span>
      <span className={classes.partLine}>
        <span>
          {questions.length === 0
            ? t('rail.department')
            : begun
              ? t('rail.handled', { count: handled, of: questions.length })
              : t('rail.questions', { count: questions.length })}
        </span>
        <span className="lk-num" data-late={late}>
          {begun
            ? t('rail.spent', {
                spent: digits(spent * 1000, language),
                minutes: item.state === 'current' ? minutes(seconds) : planned,
              })
            : minutes(seconds) === planned
              ? t('rail.minutes', { minutes: planned })
              : t('rail.changed', { minutes: minutes(seconds), planned })}
        </span>
      </span>
      {begun && (
        <span className={classes.partBar} data-late={late} aria-hidden>
          <span
            style={{ width: `${seconds === 0 ? 100 : Math.min(100, Math.max(0, (spent / seconds) * 100))}%` }}
          />
        </span>
      )}
    </UnstyledButton>
  );
}
