import { Button, Kbd } from '@mantine/core';
import '@mantine/core/styles/Kbd.css';
import { IconArrowRight, IconCheck, IconParking, IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ModeratorLiveView } from '#libs/contracts';
import { Verdict } from '../../../../components/verdict';
import { ClockFace } from '../../../../components/clock-face';
import { lostSeconds, nowOn } from '../hour';
import { type TimeState } from '../../../../lib/live-clock';
import shared from '../live.module.css';
import { usePartName } from '../part-name';
import type { HourTime } from '../../../../lib/use-hour-time';
import type { Steering } from '../use-steering';
import classes from './moderator.module.css';

interface CurrentPanelProps {
  view: ModeratorLiveView;
  time: HourTime;
  limit: TimeState;
  steering: Steering;
}

/** The question that is on, its time, and the three ways on. */
export function CurrentPanel({ view, time, limit, steering }: CurrentPanelProps) {
  const { t } = useTranslation('dialogue-live');
  const partName = usePartName();
  const { item, question, number, of } = nowOn(view);
  const part = item ? partName(item) : '';
  const merged = question ? (view.mergedFrom[question.id] ?? 1) : 1;
  const more = view.clock.items.some(({ state }) => state === 'open');
  return (
    <section className={classes.current} aria-labelledby="current">
      <div className={classes.currentTop}>
        <div>
          <p className={shared.where}>{question ? t('now.place', { part, number, of }) : part}</p>
          <h2 id="current" className={classes.question}>
            {question ? question.text : of === 0 ? t('now.department') : t('now.all')}
          </h2>
          {question && (
            <p className={classes.badges}>
              <Verdict kind="ok" icon={IconUsers}>
                {t('now.practices', { count: question.practices })}
              </Verdict>
              {merged > 1 && <span className={classes.plainBadge}>{t('now.merged', { count: merged })}</span>}
            </p>
          )}
        </div>
        <div className={classes.time}>
          <ClockFace
            label={t('clock.label')}
            caption={t(view.clock.state === 'paused' ? 'clock.paused' : `clock.${limit}`)}
            leftMs={time.itemLeftMs}
            ofSeconds={time.itemSeconds}
            state={limit}
            paused={view.clock.state === 'paused'}
            size="desk"
          />
          <Button.Group>
            {[1, 2, 5].map((minutes) => (
              <Button
                key={minutes}
                size="compact-sm"
                variant="default"
                aria-label={t('extend.label', { minutes })}
                onClick={() => steering.act('extend', { minutes })}
              >
                {t('extend', { minutes })}
              </Button>
            ))}
          </Button.Group>
        </div>
      </div>
      {limit === 'over' && (
        <p className={classes.overLine}>
          {t(lostSeconds(view.clock.items, time.seconds) >= 60 ? 'over.line' : 'over.calm')}
        </p>
      )}
      {question ? (
        <div className={classes.ways}>
          <Button
            size="lg"
            leftSection={<IconCheck size={20} aria-hidden />}
            rightSection={<Key>{t('keys.enter')}</Key>}
            onClick={() => steering.act('answered')}
          >
            {t('way.answered')}
          </Button>
          <Button
            size="lg"
            variant="default"
            leftSection={<IconParking size={20} aria-hidden />}
            rightSection={<Key>{t('keys.p')}</Key>}
            onClick={() => steering.act('park')}
          >
            {t('way.park')}
          </Button>
          <Button
            size="lg"
            variant="default"
            rightSection={<IconArrowRight size={20} aria-hidden />}
            onClick={() => steering.act('skip')}
          >
            {t('way.skip')}
          </Button>
        </div>
      ) : (
        <div className={classes.ways}>
          <Button
            size="lg"
            disabled={!more}
            rightSection={<Key>{t('keys.enter')}</Key>}
            onClick={() => steering.act('next-item')}
          >
            {t('way.next')}
          </Button>
        </div>
      )}
    </section>
  );
}

function Key({ children }: { children: string }) {
  return (
    <Kbd size="xs" className={classes.key} aria-hidden>
      {children}
    </Kbd>
  );
}
