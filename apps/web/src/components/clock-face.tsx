import { useTranslation } from 'react-i18next';
import { useLanguage } from '../lib/i18n';
import { digits, type TimeState } from '../lib/live-clock';
import classes from './clock-face.module.css';

interface ClockFaceProps {
  /** What it is the time of. */
  label: string;
  /** How it stands, in words: one for each state, and one for a pause. */
  caption: string;
  leftMs: number;
  ofSeconds: number;
  state: TimeState;
  paused: boolean;
  size: 'phone' | 'desk';
}

/** The time of the part that is on. Nobody is told each second: screen readers hear when its state changes. */
export function ClockFace({ label, caption, leftMs, ofSeconds, state, paused, size }: ClockFaceProps) {
  const { t } = useTranslation('components');
  const language = useLanguage();
  const used = ofSeconds === 0 ? 1 : 1 - leftMs / (ofSeconds * 1000);
  return (
    <div
      role="timer"
      aria-label={label}
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
