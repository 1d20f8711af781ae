import { type QueryClient, queryOptions, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { AnswerPageView, RoundAnswerView } from '#libs/contracts';
import { api, view } from '../../lib/api';
import { whenRecovered } from '../../lib/connection';
import { useMe } from '../../lib/me';
import { type AnswerChange, changedAnswer, mergedChange } from './change';
import { Outbox, type OutboxState } from './outbox';

const PATH = '/api/rounds/{id}/answers/{practiceId}';

/** Everything the answer page needs. */
export const answerPageQuery = (roundId: string, practiceId: string) =>
  queryOptions({
    queryKey: ['answer', roundId, practiceId],
    queryFn: ({ signal }) =>
      view<AnswerPageView>(api.GET(PATH, { params: { path: { id: roundId, practiceId } }, signal })),
  });

/**
 * One per person and answer, for as long as the window lives: leaving the page, or signing in again in between, loses
 * nothing that was not saved yet.
 */
const outboxes = new Map<string, Outbox>();

function outboxOf(personId: string, roundId: string, practiceId: string, client: QueryClient): Outbox {
  const key = [personId, roundId, practiceId].join(' ');
  const known = outboxes.get(key);
  if (known) return known;
  const { queryKey } = answerPageQuery(roundId, practiceId);
  const path = { id: roundId, practiceId };
  const keep = async (page: AnswerPageView) => {
    // A page that was asked for earlier must not put back the answer as it was.
    await client.cancelQueries({ queryKey });
    client.setQueryData(queryKey, page);
  };
  const outbox = new Outbox({
    // `keepalive` lets a save that is on its way arrive when the page is closed.
    save: async (body) =>
      keep(await view<AnswerPageView>(api.PATCH(PATH, { params: { path }, body, keepalive: true }))),
    submit: async () => {
      await keep(await view<AnswerPageView>(api.POST(`${PATH}/submit`, { params: { path } })));
      void client.invalidateQueries({ queryKey: ['home'] });
    },
  });
  const warn = (event: BeforeUnloadEvent) => event.preventDefault();
  outbox.subscribe(() => {
    if (outbox.unsent) window.addEventListener('beforeunload', warn);
    else window.removeEventListener('beforeunload', warn);
  });
  whenRecovered(() => outbox.flush());
  // A phone may stop a page that is out of sight without asking.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') outbox.flush();
  });
  outboxes.set(key, outbox);
  return outbox;
}

export interface OwnAnswer {
  /** As given, also where it is not saved yet. */
  answer: RoundAnswerView;
  outbox: OutboxState;
  give: (change: AnswerChange) => void;
  submit: () => void;
}

/** The answer of the page with what was given since; every change is saved by itself. */
export function useAnswer(page: AnswerPageView): OwnAnswer {
  const client = useQueryClient();
  const { person } = useMe();
  const { roundId, practice } = page.answer;
  const outbox = outboxOf(person.id, roundId, practice.id, client);
  const state = useSyncExternalStore(outbox.subscribe, outbox.snapshot);
  useEffect(() => outbox.resume(), [outbox]);
  const stopped = state.stopped !== null;
  useEffect(() => {
    if (stopped) void client.invalidateQueries({ queryKey: ['answer', roundId, practice.id] });
  }, [client, stopped, roundId, practice.id]);
  const answer = useMemo(() => {
    const { sending, waiting } = state;
    return changedAnswer(page, sending ? mergedChange(sending, waiting ?? {}) : waiting);
  }, [page, state]);
  return {
    answer,
    outbox: state,
    give: (change) => outbox.give(change),
    submit: () => outbox.submit(),
  };
}
