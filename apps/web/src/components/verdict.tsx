import {
  IconAlertTriangle,
  IconCheck,
  IconCircleX,
  IconEqual,
  IconPencil,
  IconPlus,
} from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './verdict.module.css';

export type VerdictKind = 'bad' | 'decide' | 'new' | 'changed' | 'same' | 'ok' | 'warn';
type Tone = 'accent' | 'warn' | 'bad' | 'line';
type Icon = ComponentType<{ size?: number; stroke?: number; className?: string }>;

const LOOK: Record<VerdictKind, { icon: Icon; tone: Tone }> = {
  bad: { icon: IconCircleX, tone: 'bad' },
  decide: { icon: IconAlertTriangle, tone: 'warn' },
  warn: { icon: IconAlertTriangle, tone: 'warn' },
  new: { icon: IconPlus, tone: 'accent' },
  changed: { icon: IconPencil, tone: 'accent' },
  ok: { icon: IconCheck, tone: 'accent' },
  same: { icon: IconEqual, tone: 'line' },
};

/** Icon and word on a tint. Without children it says the usual word of its kind; `icon` where another one says it better. */
export function Verdict({ kind, icon, children }: { kind: VerdictKind; icon?: Icon; children?: ReactNode }) {
  const { t } = useTranslation('components');
  const { icon: usual, tone } = LOOK[kind];
  const Icon = icon ?? usual;
  return (
    <span className={classes.verdict} data-tone={tone}>
      <Icon size={15} stroke={2.2} className="lk-icon" />
      {children ?? t(`verdict.${kind}`)}
    </span>
  );
}
