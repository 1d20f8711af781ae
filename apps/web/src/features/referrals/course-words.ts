import { useTranslation } from 'react-i18next';
import type { ReferralGoalView, ReferralSeriesView, ReferralSignalView } from '#libs/contracts';
import { useFormat } from '../../lib/i18n';
import { weekNumber } from './week-words';

/** What a chart and a goal say, in a sentence. */
export function useCourseWords() {
  const { t } = useTranslation('referrals');
  const format = useFormat();
  const signalWords = ({ rule, direction }: ReferralSignalView): string =>
    direction
      ? t(`signal.${rule as 'shift' | 'trend'}.${direction}`)
      : t(`signal.${rule as 'few-runs' | 'many-runs'}`);
  return {
    signalWords,
    /** One sentence above the chart: how it is, and whether it changed. */
    reading: (weeks: readonly string[], series: ReferralSeriesView): string => {
      const there = series.values.flatMap((value, at) => (value === null ? [] : [{ value, at }]));
      const last = there.at(-1);
      if (!last || series.median === null) return t('reading.none');
      const now = t('reading.last', {
        week: weekNumber(weeks[last.at] ?? ''),
        count: last.value,
        median: format.number(series.median),
      });
      const change = series.signals.filter(({ rule }) => rule === 'shift' || rule === 'trend').at(-1);
      if (change) return `${now} ${t(change.direction === 'down' ? 'reading.fell' : 'reading.rose')}`;
      return `${now} ${t(there.length < 8 ? 'reading.early' : 'reading.chance')}`;
    },
    /** How far the goal is. */
    goalWords: (goal: ReferralGoalView): string => {
      const { baseline, target, now, changePercent } = goal;
      if (baseline === null || target === null) return t('goal.noBaseline');
      const wanted = t('goal.wanted', {
        percent: format.signed(goal.percent, 0),
        from: format.number(baseline, 1),
        to: format.number(target, 1),
      });
      if (now === null || changePercent === null) return `${wanted} ${t('goal.notYet')}`;
      return `${wanted} ${t(goal.reached ? 'goal.reached' : 'goal.now', {
        now: format.number(now, 1),
        percent: format.signed(changePercent, 0),
      })}`;
    },
  };
}
