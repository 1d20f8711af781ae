import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { QuestionDeskView } from '#libs/contracts';
import type { Board } from './board';
import classes from './desk.module.css';

/** The hour as it is divided now: each part as wide as its minutes. */
export function PlanBar({ view, board }: { view: QuestionDeskView; board: Board }) {
  const { t } = useTranslation('dialogue-desk');
  const inCategories = view.categories.reduce((sum, one) => sum + one.plannedMinutes, 0);
  const loose = view.plannedMinutes - inCategories;
  const parts = [
    ...view.categories.map(({ id, name, kind, plannedMinutes }) => ({
      id,
      name,
      minutes: plannedMinutes,
      kind: kind as string,
    })),
    ...(board.loose.length > 0 && loose > 0
      ? [{ id: 'loose', name: t('loose'), kind: 'loose', minutes: loose }]
      : []),
  ].filter(({ minutes }) => minutes > 0);
  const over = view.plannedMinutes - view.minutes;
  if (parts.length === 0) return null;
  return (
    <section className={classes.plan} aria-label={t('plan', { minutes: view.minutes })}>
      <ol className={classes.bar}>
        {parts.map(({ id, name, kind, minutes }) => (
          <li key={id} data-kind={kind} style={{ flexGrow: minutes }} title={`${name} · ${minutes}`}>
            <span className={classes.partName}>{name}</span>
            <span className={classes.partMinutes}>{t('minutes', { count: minutes })}</span>
          </li>
        ))}
      </ol>
      {over > 0 && (
        <p className={classes.over} role="status">
          <IconAlertTriangle size={17} stroke={1.9} className="lk-icon" aria-hidden />
          {t('plan.over', { count: over, minutes: view.minutes })}
        </p>
      )}
    </section>
  );
}
