import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import {
  applyMeetingFact,
  type MeetingAudience,
  type MeetingFact,
  type MeetingInputView,
  type MeetingScreen,
} from '#libs/contracts';
import { whenRecovered } from '../../../lib/connection';
import { keptInTab } from '../../../lib/kept-in-tab';
import { type LiveView, useLiveView } from '../../../lib/use-live-view';
import { liveDoors, liveKey, liveQuery } from './live-data';
import { Shelf } from './shelf';
import type { KeptText } from './written-text';

export type LiveMeeting = LiveView<MeetingScreen>;

/** The room of a meeting as this person may see it. Its name comes with the first look: each practice has a room of its own. */
export function useLiveMeeting(meetingId: string, audience: MeetingAudience): LiveMeeting {
  return useLiveView<MeetingScreen, MeetingFact, ReturnType<typeof liveKey>>({
    query: liveQuery(meetingId, audience),
    room: (view) => view?.room ?? null,
    apply: applyMeetingFact,
  });
}

/** What this screen writes: on its way as long as the page is there, kept in the tab when it is not. */
export function useShelf(live: LiveMeeting, view: MeetingScreen): Shelf {
  const client = useQueryClient();
  const { meetingId, audience, own } = view;
  const [shelf] = useState(() => {
    const drawer = keptInTab<Record<string, KeptText>>(
      `meeting.${meetingId}.${view.practice?.id ?? 'leader'}`,
    );
    return new Shelf(
      {
        send: (stepId, body) => liveDoors(meetingId).write(stepId, body),
        saved: (input: MeetingInputView) =>
          client.setQueryData<MeetingScreen>(liveKey(meetingId, audience), (now) => {
            const known = now?.own.find(
              ({ stepId, practiceId }) => stepId === input.stepId && practiceId === input.practiceId,
            );
            return now && (known?.version ?? -1) < input.version
              ? applyMeetingFact(now, { type: 'own-input', input })
              : now;
          }),
        stale: () => live.reread(),
        read: drawer.read,
        write: drawer.write,
      },
      own,
    );
  });
  useEffect(() => shelf.tell(own), [shelf, own]);
  useEffect(() => {
    shelf.open();
    const back = () => shelf.flush();
    document.addEventListener('visibilitychange', back);
    const stop = whenRecovered(back);
    return () => {
      stop();
      document.removeEventListener('visibilitychange', back);
      shelf.close();
    };
  }, [shelf]);
  return shelf;
}
