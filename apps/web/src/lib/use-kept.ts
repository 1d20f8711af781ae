import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { asProblem } from './problem';

/** How long nothing changes before a draft is saved, in ms. */
const PAUSE = 800;

interface KeptOptions<Draft, Version> {
  /** What the server has, as a draft. Asked only when it is taken over. */
  server: () => Draft;
  version: Version;
  /** Saves what was based on `based`; answers with the version it became. @throws conflict.stale */
  save: (draft: Draft, based: Version) => Promise<Version>;
  /** False: this draft is not one that the server takes yet. */
  valid?: (draft: Draft) => boolean;
}
export interface Kept<Draft> {
  draft: Draft;
  set: (draft: Draft) => void;
  /** Differs from what is kept. */
  dirty: boolean;
  saving: boolean;
  savedAt: number | null;
  error: unknown;
  /** Somebody else changed it while something was typed here. */
  stale: boolean;
  saveNow: () => Promise<void>;
  takeTheirs: () => void;
  keepMine: () => void;
}

/**
 * A draft that is saved by itself, never over somebody else's change: each save names the version that was on the screen. What
 * comes from elsewhere is taken over as long as nothing was typed here; else the person chooses.
 */
export function useKept<Draft, Version>(options: KeptOptions<Draft, Version>): Kept<Draft> {
  const { version } = options;
  const [draft, setDraft] = useState(options.server);
  const [kept, setKept] = useState(draft);
  const [based, setBased] = useState(version);
  const [saving, setSaving] = useState(false);
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const busy = useRef(false);
  const dirty = draft !== kept;

  const takeOver = () => {
    const next = options.server();
    setDraft(next);
    setKept(next);
    setBased(version);
    setError(null);
  };
  if (!saving && !dirty && version !== based) takeOver();
  const refused = error !== null && asProblem(error).code === 'conflict.stale';
  const stale = refused || (!saving && dirty && version !== based);

  const send = async (from: Version) => {
    const sent = draft;
    if (busy.current || (options.valid && !options.valid(sent))) return;
    busy.current = true;
    setSaving(true);
    try {
      const now = await options.save(sent, from);
      setKept(sent);
      setBased(now);
      setSavedAt(Date.now());
      setError(null);
    } catch (failure) {
      setError(failure);
    } finally {
      busy.current = false;
      setSaving(false);
    }
  };
  const sendLatest = useEffectEvent(() => void send(based));
  const held = error !== null || stale;
  useEffect(() => {
    if (!dirty || saving || held) return;
    const timer = setTimeout(() => sendLatest(), PAUSE);
    return () => clearTimeout(timer);
  }, [dirty, saving, held, draft]);

  const leave = useEffectEvent(() => {
    if (dirty && !held) void send(based);
  });
  useEffect(() => () => leave(), []);
  useEffect(() => {
    if (!dirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [dirty]);

  return {
    draft,
    set: (next) => {
      setDraft(next);
      // What was refused may be right now; a clash stays until the person chooses.
      if (!refused) setError(null);
    },
    dirty,
    saving,
    savedAt,
    error,
    stale,
    saveNow: () => send(based),
    takeTheirs: takeOver,
    keepMine: () => {
      setError(null);
      setBased(version);
      void send(version);
    },
  };
}
