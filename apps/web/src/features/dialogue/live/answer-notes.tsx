import '@mantine/core/styles/FloatingIndicator.css';
import '@mantine/core/styles/SegmentedControl.css';
import { SegmentedControl } from '@mantine/core';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionAnswerView, ReferralTiming } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { GuardedField } from '../../../components/guarded-field';
import { SaveState } from '../../../components/save-state';
import { findingsOf } from '../../../lib/guard';
import { asProblem } from '../../../lib/problem';
import { liveDoors, type AnswerPart } from './live-data';
import classes from './live.module.css';

const TIMINGS: ReferralTiming[] = ['too-early', 'on-time', 'too-late', 'other'];
const FIELDS = {
  'too-early': 'tooEarly',
  'on-time': 'onTime',
  'too-late': 'tooLate',
  other: 'note',
} as const;
type Field = (typeof FIELDS)[ReferralTiming];
const PAUSE = 900;
const NOTHING: QuestionAnswerView = {
  timing: null,
  tooEarly: '',
  onTime: '',
  tooLate: '',
  note: '',
  version: 0,
};

interface AnswerNotesProps {
  sessionId: string;
  questionId: string;
  answer: QuestionAnswerView | undefined;
}

/**
 * What is noted at the question that is on: too early, on time, too late, or a note (DIA-12). Saved while typing, field by field, so that
 * moderator and specialist can write beside each other.
 */
export function AnswerNotes({ sessionId, questionId, answer = NOTHING }: AnswerNotesProps) {
  const { t } = useTranslation('dialogue-live');
  /** The box that is open: the mark's, until another one was pressed. */
  const [opened, setOpened] = useState<ReferralTiming | null>(null);
  const timing = opened ?? answer.timing ?? 'other';
  const field = FIELDS[timing];
  const [typed, setTyped] = useState<Partial<Record<Field, string>>>({});
  const [confirmed, setConfirmed] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const latest = useRef(answer);
  useEffect(() => {
    if (answer.version >= latest.current.version) latest.current = answer;
  }, [answer]);

  const save = async (change: Omit<AnswerPart, 'confirmed'>, tries = 3): Promise<void> => {
    setSaving(true);
    try {
      const words = Object.values(change).filter((value) => typeof value === 'string');
      latest.current = await liveDoors(sessionId).answer(
        questionId,
        { ...change, confirmed: confirmed !== null && words.includes(confirmed) },
        latest.current.version,
      );
      setSavedAt(new Date().getTime());
      setError(null);
      setTyped((before) => {
        const next = { ...before };
        for (const [key, value] of Object.entries(change))
          if (next[key as Field] === value) delete next[key as Field];
        return next;
      });
    } catch (failure) {
      const problem = asProblem(failure);
      const version = problem.details['version'];
      // another field was changed beside this one: what stands here is still what its writer wants
      if (problem.code === 'conflict.stale' && typeof version === 'number' && tries > 0) {
        latest.current = { ...latest.current, version };
        return save(change, tries - 1);
      }
      setError(failure);
    } finally {
      setSaving(false);
    }
  };
  const found = findingsOf(error).find(({ item }) => item === field);
  const value = typed[field] ?? answer[field];
  // kept while the refusal was on its way: it is sent again
  const settled = found?.verdict === 'warn' && confirmed === value;
  const stuck = error !== null && !settled;
  const saveTyped = useEffectEvent(() => {
    if (Object.keys(typed).length > 0 && !saving) void save(typed);
  });
  useEffect(() => {
    if (Object.keys(typed).length === 0 || saving || stuck) return;
    const timer = setTimeout(() => saveTyped(), PAUSE);
    return () => clearTimeout(timer);
  }, [typed, saving, stuck]);
  useEffect(() => () => saveTyped(), []);

  return (
    <div className={classes.notes}>
      <div className={classes.notesBar}>
        <SegmentedControl
          size="sm"
          aria-label={t('notes.timing')}
          // nothing is marked until somebody marks it
          value={answer.timing ?? opened ?? ''}
          data={TIMINGS.map((one) => ({
            value: one,
            label: answer[FIELDS[one]] === '' ? t(`timing.${one}`) : `${t(`timing.${one}`)} ✓`,
          }))}
          onChange={(chosen) => {
            setOpened(chosen as ReferralTiming);
            void save({ timing: chosen as ReferralTiming });
          }}
        />
        <SaveState savedAt={savedAt} saving={saving} failed={stuck} />
      </div>
      <GuardedField
        key={field}
        size="md"
        aria-label={t('notes.label', { timing: t(`timing.${timing}`) })}
        placeholder={t('notes.placeholder')}
        value={value}
        maxLength={field === 'note' ? 4000 : 2000}
        found={found}
        kept={confirmed === value}
        onKeep={() => {
          setConfirmed(value);
          setError(null);
        }}
        onChange={(text) => {
          setTyped((before) => ({ ...before, [field]: text }));
          setError(null);
        }}
        onBlur={() => saveTyped()}
      />
      {error !== null && !found && <ErrorState error={error} onRetry={() => void save(typed)} />}
    </div>
  );
}
