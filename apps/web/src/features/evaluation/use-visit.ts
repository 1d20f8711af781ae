import { useEffect, useState, useSyncExternalStore } from 'react';
import type { EvaluationView } from '#libs/contracts';
import { whenRecovered } from '../../lib/connection';
import { DraftShelf, deviceStore } from './draft';
import { senderOf } from './evaluation-data';
import { Visit, type VisitState } from './visit';

/** An evaluation without a closing time leaves nothing behind on a device for longer than this, in ms. */
const LONGEST = 90 * 86_400_000;

/** The visit of this page, with its state; takes up what an earlier page on this device left. */
export function useVisit(token: string, view: EvaluationView): [Visit, VisitState] {
  const [visit] = useState(() => {
    const until = view.closesAt ? new Date(view.closesAt).getTime() : Date.now() + LONGEST;
    return new Visit(view, {
      sender: senderOf(token),
      shelf: new DraftShelf(deviceStore(), token, until),
    });
  });
  const state = useSyncExternalStore(visit.subscribe, visit.snapshot);
  useEffect(() => {
    visit.start();
    const flush = () => visit.flush();
    const warn = (event: BeforeUnloadEvent) => visit.fragile && event.preventDefault();
    const stop = whenRecovered(flush);
    // A phone that goes to sleep sends what it still can; one that wakes up does not wait for its next turn.
    document.addEventListener('visibilitychange', flush);
    window.addEventListener('beforeunload', warn);
    return () => {
      stop();
      document.removeEventListener('visibilitychange', flush);
      window.removeEventListener('beforeunload', warn);
    };
  }, [visit]);
  return [visit, state];
}
