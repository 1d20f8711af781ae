import {
  weekOf,
  weeksAfter,
  type ReferralGoalView,
  type ReferralKind,
  type ReferralSeriesView,
  type ReferralTimeOutCount,
} from '#libs/contracts';
import { runChart } from '#libs/statistics';

/** How many were put in of one kind, by one GP, in the week of a Monday. */
export interface WeekCount {
  week: string;
  gpId: string;
  gp: string;
  kind: ReferralKind;
  count: number;
  timeOuts: number;
}
export interface GoalRow {
  baselineFrom: string;
  baselineTo: string;
  percent: number;
  version: number;
}

/** Weeks that a chart shows at most. */
export const LONGEST_COURSE = 52;
/** Weeks that "now" is the average of, at most. */
export const RECENT_WEEKS = 8;

/** Mondays from the first week with a list to the last one that is over, or that was talked about. */
export function courseWeeks(counts: readonly WeekCount[], thisWeek: string, thisWeekDone: boolean): string[] {
  const first = counts.reduce((least, { week }) => (week < least ? week : least), thisWeek);
  const last = thisWeekDone ? thisWeek : weeksAfter(thisWeek, -1);
  const weeks: string[] = [];
  for (let week = first; week <= last; week = weeksAfter(week, 1)) weeks.push(week);
  return weeks.slice(-LONGEST_COURSE);
}

/** Counts per week of one kind; null where nothing at all was put in, so that a forgotten list is no quiet week. */
function valuesOf(
  weeks: readonly string[],
  counts: readonly WeekCount[],
  of: (count: WeekCount) => boolean,
): (number | null)[] {
  return weeks.map((week) => {
    const there = counts.filter((one) => one.week === week);
    return there.length === 0 ? null : there.filter(of).reduce((sum, { count }) => sum + count, 0);
  });
}

/** One line of the chart; the median is of the baseline where one was set (Perla et al. 2011). */
export function series(
  who: { personId: string | null; name: string },
  weeks: readonly string[],
  values: (number | null)[],
  baseline: Pick<GoalRow, 'baselineFrom' | 'baselineTo'> | null,
): ReferralSeriesView {
  const range = baseline
    ? ([
        weeks.findIndex((week) => week >= baseline.baselineFrom),
        weeks.findLastIndex((week) => week <= baseline.baselineTo),
      ] as const)
    : undefined;
  const based = range && range[0] >= 0 && range[1] >= range[0] ? runChart(values, range) : runChart(values);
  const chart = based.median === null ? runChart(values) : based;
  return { ...who, values, median: chart.median, signals: chart.signals };
}

/** The practice as a whole, and each GP who referred or takes part (REF-07). */
export function courseSeries(
  practice: string,
  weeks: readonly string[],
  counts: readonly WeekCount[],
  kind: ReferralKind,
  goal: GoalRow | null,
  people: readonly { personId: string; name: string }[],
): { whole: ReferralSeriesView; perGp: ReferralSeriesView[] } {
  const names = new Map(people.map(({ personId, name }) => [personId, name]));
  for (const { gpId, gp } of counts) if (!names.has(gpId)) names.set(gpId, gp);
  const baseline = kind === 'referral' ? goal : null;
  return {
    whole: series(
      { personId: null, name: practice },
      weeks,
      valuesOf(weeks, counts, (one) => one.kind === kind),
      baseline,
    ),
    perGp: [...names]
      .map(([personId, name]) => ({ personId, name }))
      .sort((a, b) => a.name.localeCompare(b.name, 'nl'))
      .map((who) =>
        series(
          who,
          weeks,
          valuesOf(weeks, counts, (one) => one.kind === kind && one.gpId === who.personId),
          baseline,
        ),
      ),
  };
}

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/** How far the practice is with its goal (REF-07): referrals a week in the baseline, and in the last weeks after it. */
export function goalView(
  goal: GoalRow,
  weeks: readonly string[],
  counts: readonly WeekCount[],
): ReferralGoalView {
  const values = valuesOf(weeks, counts, (one) => one.kind === 'referral');
  const within = (from: string, to: string): number[] =>
    weeks.flatMap((week, at) => {
      const value = values[at];
      return week >= from && week <= to && value !== null && value !== undefined ? [value] : [];
    });
  const baseline = mean(within(goal.baselineFrom, goal.baselineTo));
  const now = mean(within(weeksAfter(goal.baselineTo, 1), '9999').slice(-RECENT_WEEKS));
  const target = baseline === null ? null : baseline * (1 + goal.percent / 100);
  const reached = now !== null && target !== null && (goal.percent < 0 ? now <= target : now >= target);
  return {
    ...goal,
    baselineFrom: weekOf(goal.baselineFrom),
    baselineTo: weekOf(goal.baselineTo),
    baseline,
    target,
    now,
    changePercent:
      baseline === null || baseline === 0 || now === null ? null : ((now - baseline) / baseline) * 100,
    reached,
  };
}

/** Time-outs of a stretch of weeks, and how many became an advice consult (REF-11). */
export function timeOutCount(counts: readonly WeekCount[], from: string, to: string): ReferralTimeOutCount {
  const there = counts.filter(({ week }) => week >= from && week <= to);
  const sum = (of: (one: WeekCount) => boolean): number =>
    there.filter(of).reduce((total, { timeOuts }) => total + timeOuts, 0);
  return {
    weeks: new Set(there.map(({ week }) => week)).size,
    timeOuts: sum(() => true),
    advice: sum(({ kind }) => kind === 'advice'),
  };
}
