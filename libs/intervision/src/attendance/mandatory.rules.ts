import type { MandatoryMeetingView, MandatoryPracticeView, MeetingPresence } from '#libs/contracts';

/** A mandatory meeting that a practice was asked to. */
export interface MandatoryAsked extends MandatoryMeetingView {
  /** It took place; else it is still to come. */
  over: boolean;
  /** Null: nobody knows. */
  presence: MeetingPresence | null;
}

const byDate = (a: MandatoryAsked, b: MandatoryAsked): number =>
  (a.date ?? '9999').localeCompare(b.date ?? '9999') || (a.id < b.id ? -1 : 1);

/**
 * Where a practice stands with its yearly mandatory meeting (GRP-03): being there or being replaced once is enough; else the next one that
 * comes; else why the last one did not count.
 */
export function mandatoryState(
  asked: readonly MandatoryAsked[],
): Pick<MandatoryPracticeView, 'state' | 'reason' | 'meeting'> {
  const sorted = [...asked].sort(byDate);
  const met = sorted.find(
    ({ over, presence }) => over && (presence === 'present' || presence === 'replaced'),
  );
  if (met) return { state: 'met', reason: null, meeting: named(met) };
  const coming = sorted.find(({ over }) => !over);
  if (coming) return { state: 'coming', reason: null, meeting: named(coming) };
  // what nobody noted can still be noted: that is what somebody has to do
  const last = sorted.findLast(({ presence }) => presence === null) ?? sorted.at(-1);
  if (!last) return { state: 'not-yet', reason: 'none', meeting: null };
  return {
    state: 'not-yet',
    reason: last.presence === null ? 'unrecorded' : 'absent',
    meeting: named(last),
  };
}

const named = ({ id, title, group, date }: MandatoryAsked): MandatoryMeetingView => ({
  id,
  title,
  group,
  date,
});
