import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../lib/i18n';
import { digits, type TimeState } from './hour';
import classes from './live.module.css';

interface ClockFaceProps {
  leftMs: number;
  ofSeconds: number;
  state: TimeState;
  paused: boolean;
  size: 'phone' | 'desk';
}

/** The time of the part that is on. Nobody is told each second: screen readers hear when its state changes (use-news). */
export function ClockFace({ leftMs, ofSeconds, state, paused, size }: ClockFaceProps) {
  const { t } = useTranslation('dialogue-live');
  const language = useLanguage();
  const caption = paused ? t('clock.paused') : t(`clock.${state}`);
  const used = ofSeconds === 0 ? 1 : 1 - leftMs / (ofSeconds * 1000);
  return (
    <div
      role="timer"
      aria-label={t('clock.label')}
      className={classes.clock}
      data-state={state}
      data-size={size}
      data-paused={paused || undefined}
    >
      <span className={classes.caption}>{caption}</span>
      <span className={classes.reading}>
        <span className={classes.digits}>{digits(leftMs, language)}</span>
        <span className={classes.of}>
          {state === 'over'
            ? t('clock.past')
            : t('clock.of', { minutes: Math.max(1, Math.round(ofSeconds / 60)) })}
        </span>
      </span>
      <span className={classes.bar} aria-hidden>
        <span style={{ width: `${Math.min(100, Math.max(0, used * 100))}%` }} />
      </span>
    </div>
  );
}
