import '@mantine/core/styles/FloatingIndicator.css';
import '@mantine/core/styles/SegmentedControl.css';
import { SegmentedControl } from '@mantine/core';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionAnswerView, ReferralTiming, TextFindingView } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { SaveState } from '../../../components/save-state';
import { asProblem } from '../../../lib/problem';
import { GuardedField } from './guarded-field';
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
  const [timing, setTiming] = useState<ReferralTiming>(answer.timing ?? 'other');
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
  const saveTyped = useEffectEvent(() => {
    if (Object.keys(typed).length > 0 && !saving) void save(typed);
  });
  useEffect(() => {
    if (Object.keys(typed).length === 0 || saving || error !== null) return;
    const timer = setTimeout(() => saveTyped(), PAUSE);
    return () => clearTimeout(timer);
  }, [typed, saving, error]);
  useEffect(() => () => saveTyped(), []);

  const problem = error === null ? null : asProblem(error);
  const findings = problem?.code === 'text.identifiers' ? problem.details['findings'] : null;
  const found = Array.isArray(findings)
    ? ((findings as TextFindingView[]).find(({ item }) => item === field) ?? null)
    : null;
  const value = typed[field] ?? answer[field];
  return (
    <div className={classes.notes}>
      <div className={classes.notesBar}>
        <SegmentedControl
          size="sm"
          aria-label={t('notes.timing')}
          value={timing}
          data={TIMINGS.map((one) => ({
            value: one,
            label: answer[FIELDS[one]] === '' ? t(`timing.${one}`) : `${t(`timing.${one}`)} ✓`,
          }))}
          onChange={(chosen) => {
            setTiming(chosen as ReferralTiming);
            void save({ timing: chosen as ReferralTiming });
          }}
        />
        <SaveState savedAt={savedAt} saving={saving} failed={problem !== null} />
      </div>
      <GuardedField
        key={field}
        name={field}
        label={null}
        ariaLabel={t('notes.label', { timing: t(`timing.${timing}`) })}
        placeholder={t('notes.placeholder')}
        value={value}
        maxLength={field === 'note' ? 4000 : 2000}
        found={found}
        confirmed={confirmed === value}
        onConfirm={() => {
          setConfirmed(value);
          setError(null);
        }}
        onChange={(text) => {
          setTyped((before) => ({ ...before, [field]: text }));
          setError(null);
        }}
        onBlur={() => saveTyped()}
      />
      {problem && !found && <ErrorState error={problem} onRetry={() => void save(typed)} />}
    </div>
  );
}
