import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoteView } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { GuardedField } from '../../../components/guarded-field';
import { SaveState } from '../../../components/save-state';
import { whenRecovered } from '../../../lib/connection';
import { localTime } from '../../../lib/local-time';
import { useNow } from '../../../lib/now';
import { noteDoors } from './actions-data';
import { SharedNote } from './shared-note';
import classes from './actions.module.css';

/** As the server takes it. */
const LONGEST = 10_000;

/** The free note of a meeting. Several people may type at once; it saves itself and takes in what the others wrote. */
export function NotePart({ meetingId, note }: { meetingId: string; note: NoteView }) {
  const { t } = useTranslation('meeting-actions');
  const [shared] = useState(() => new SharedNote(note, noteDoors(meetingId)));
  const state = useSyncExternalStore(shared.subscribe, shared.snapshot);
  const now = useNow();
  // an hour of another day would seem one of today
  const savedToday =
    state.savedAt !== null && localTime(state.savedAt).date === localTime(now).date ? state.savedAt : null;
  const [kept, setKept] = useState<string | null>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const cursor = useRef({ text: state.text, at: 0 });
  useEffect(() => shared.arrive(note), [shared, note]);

  useEffect(() => {
    const flush = () => shared.flush();
    const hidden = () => document.visibilityState === 'hidden' && flush();
    const warn = (event: BeforeUnloadEvent) => shared.unsent && event.preventDefault();
    const stop = whenRecovered(flush);
    document.addEventListener('visibilitychange', hidden);
    window.addEventListener('beforeunload', warn);
    return () => {
      stop();
      document.removeEventListener('visibilitychange', hidden);
      window.removeEventListener('beforeunload', warn);
      flush();
    };
  }, [shared]);

  // words of somebody else came in: the cursor stays with the words that it stood at
  useLayoutEffect(() => {
    const { current: field } = box;
    const { text, at } = cursor.current;
    if (!field || document.activeElement !== field || state.merges === 0) return;
    const before = field.value.startsWith(text.slice(0, at)) ? at : field.value.length - (text.length - at);
    field.setSelectionRange(Math.max(0, before), Math.max(0, before));
  }, [state.merges]);
  const remember = () => {
    if (box.current) cursor.current = { text: box.current.value, at: box.current.selectionStart };
  };
  return (
    <div className={classes.note}>
      <GuardedField
        ref={box}
        id={`note-${meetingId}`}
        label={t('note')}
        description={t('note.help')}
        minRows={3}
        maxLength={LONGEST}
        value={state.text}
        found={state.finding ?? undefined}
        kept={kept === state.text}
        onKeep={() => {
          setKept(state.text);
          shared.confirm();
        }}
        onSelect={remember}
        onChange={(text) => shared.type(text)}
      />
      <SaveState savedAt={savedToday} saving={state.saving} failed={state.failed !== null} />
      {state.failed && state.failed.status >= 400 && state.failed.status < 500 && (
        <ErrorState error={state.failed} />
      )}
    </div>
  );
}
