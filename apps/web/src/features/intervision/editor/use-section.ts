import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { RoundView } from '#libs/contracts';
import { asProblem } from '../../../lib/problem';

/** How long one types nothing before a draft is saved, in ms. */
const PAUSE = 900;

interface SectionOptions<Draft> {
  /** The draft that belongs to the round as the server has it. */
  server: Draft;
  /** What counts as different: leaves out what is never sent, such as a row that is still empty. */
  essence?: (draft: Draft) => unknown;
  /** Nothing is sent while the draft is not right. */
  valid: boolean | ((draft: Draft) => boolean);
  save: (draft: Draft) => Promise<RoundView>;
  /** The draft after a save: the server may have given ids to new rows. */
  settle?: (draft: Draft, sent: Draft, round: RoundView) => Draft;
  /** True: saved by itself after a pause. False (practices are answering): only with the button. */
  auto: boolean;
}
export interface Section<Draft> {
  draft: Draft;
  set: (draft: Draft) => void;
  /** Differs from what is kept. */
  dirty: boolean;
  saving: boolean;
  savedAt: number | null;
  error: unknown;
  /** Somebody else changed the round first. */
  stale: boolean;
  saveNow: () => Promise<void>;
  /** Back to what is kept. */
  revert: () => void;
}

/**
 * One part of the set-up of a round: what is typed stays until it is kept. A change by somebody else comes in as long as
 * nothing was typed here.
 */
export function useSection<Draft>(options: SectionOptions<Draft>): Section<Draft> {
  const { server, auto } = options;
  const text = (value: Draft) => JSON.stringify(options.essence ? options.essence(value) : value);
  const [draft, setDraft] = useState(server);
  const [kept, setKept] = useState(server);
  const [saving, setSaving] = useState(false);
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const busy = useRef(false);
  const dirty = text(draft) !== text(kept);

  const set = (next: Draft) => {
    setDraft(next);
    setError(null);
  };
  const serverText = text(server);
  const [seen, setSeen] = useState(serverText);
  // While saving, the answer brings the new state itself.
  if (seen !== serverText && !saving) {
    setSeen(serverText);
    setKept(server);
    if (!dirty && serverText !== text(draft)) setDraft(server);
  }

  const isValid = (value: Draft) =>
    typeof options.valid === 'function' ? options.valid(value) : options.valid;
  const saveNow = async () => {
    const sent = draft;
    if (busy.current || !isValid(sent)) return;
    busy.current = true;
    setSaving(true);
    try {
      const round = await options.save(sent);
      const settled = (value: Draft) => options.settle?.(value, sent, round) ?? value;
      setKept(settled(sent));
      // What was typed meanwhile stays, with the ids that the server gave.
      setDraft(settled);
      setSavedAt(Date.now());
      setError(null);
    } catch (failure) {
      setError(failure);
    } finally {
      busy.current = false;
      setSaving(false);
    }
  };
  const saveLatest = useEffectEvent(() => void saveNow());
  const draftText = text(draft);
  const blocked = error !== null;
  useEffect(() => {
    if (!auto || !dirty || saving || blocked) return;
    const timer = setTimeout(() => saveLatest(), PAUSE);
    return () => clearTimeout(timer);
  }, [auto, dirty, saving, blocked, draftText]);

  const leave = useEffectEvent(() => {
    if (auto && dirty) void saveNow();
  });
  useEffect(() => () => leave(), []);
  const holding = dirty && !auto;
  useEffect(() => {
    if (!holding) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [holding]);

  return {
    draft,
    set,
    dirty,
    saving,
    savedAt,
    error,
    stale: error !== null && asProblem(error).code === 'conflict.stale',
    saveNow,
    revert: () => set(kept),
  };
}
