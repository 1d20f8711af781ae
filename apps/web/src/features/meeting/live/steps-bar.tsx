import { Button } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconEye } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './live.module.css';
import { showing, type StepNow } from './step-state';
import type { Steering } from './use-steering';

interface StepsBarProps {
  now: StepNow;
  steering: Steering;
  onFinish: () => void;
}

/** The way on for who leads, one click per step; with answers to show, that comes first. */
export function StepsBar({ now, steering, onFinish }: StepsBarProps) {
  const { t } = useTranslation('meeting-live');
  const { open, ready, left, tells } = showing(now);
  const onward = t(now.last ? 'finish' : 'next');
  return (
    <div className={classes.bar}>
      {!now.first && (
        <Button
          variant="subtle"
          aria-label={t('back')}
          className={classes.narrow}
          leftSection={<IconArrowLeft size={18} aria-hidden />}
          onClick={() => steering.act('back')}
        >
          <span className={classes.wideOnly}>{t('back')}</span>
        </Button>
      )}
      <p className={classes.barWords}>
        {open &&
          t(!ready ? 'show.nobody' : tells ? 'show.one' : left > 0 ? 'show.left' : 'show.all', {
            count: left,
          })}
      </p>
      {ready && (
        <Button
          size="md"
          variant={tells ? 'default' : 'filled'}
          leftSection={<IconEye size={18} aria-hidden />}
          onClick={() => steering.show(now.step.id)}
        >
          {t('show')}
        </Button>
      )}
      <Button
        size="md"
        variant={ready && !tells ? 'default' : 'filled'}
        aria-label={onward}
        className={ready ? classes.narrow : undefined}
        rightSection={<IconArrowRight size={18} aria-hidden />}
        onClick={() => (now.last ? onFinish() : steering.act('next'))}
      >
        <span className={ready ? classes.wideOnly : undefined}>{onward}</span>
      </Button>
    </div>
  );
}
