import { type QueryClient, keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type {
  DateAnswer,
  DatePollPracticeView,
  DatePollView,
  MeetingPollView,
  PollDaysView,
} from '#libs/contracts';
import { api, ifMatch, view } from '../../../lib/api';
import { whenRecovered } from '../../../lib/connection';
import { useMe } from '../../../lib/me';
import { asProblem } from '../../../lib/problem';
import { type AnswerChange, mergedChange } from '../../answer/change';
import { Outbox, type OutboxState } from '../../answer/outbox';
import { meetingKey, meetingsKey } from '../page/meeting-data';

export const pollKey = (id: string) => ['date-poll', id] as const;
const at = (id: string) => ({ params: { path: { id } } });

export const pollQuery = (id: string) =>
  queryOptions({
    queryKey: pollKey(id),
    queryFn: ({ signal }) => view<DatePollView>(api.GET('/api/date-polls/{id}', { ...at(id), signal })),
  });

/** The poll of a meeting; stale with everything else of it. */
export const meetingPollQuery = (meetingId: string) =>
  queryOptions({
    queryKey: [...meetingKey(meetingId), 'date-poll'],
    queryFn: ({ signal }) =>
      view<MeetingPollView>(api.GET('/api/meetings/{id}/date-poll', { ...at(meetingId), signal })),
  });

/** Holidays between two local dates. */
export const daysQuery = (from: string, until: string) =>
  queryOptions({
    queryKey: ['date-poll-days', from, until],
    queryFn: ({ signal }) =>
      view<PollDaysView>(api.GET('/api/date-polls/days', { params: { query: { from, until } }, signal })),
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });

export interface OptionWish {
  date: string;
  startTime: string;
  endTime: string;
}
export interface PollWish {
  meetingId?: string;
  groupId?: string;
  options: OptionWish[];
  answerUntil: string;
  reminderDays: number[];
}

/** What who leads does to a poll. Each answer is how it stands now. */
export function usePollChanges() {
  const client = useQueryClient();
  const send = async (id: string | null, call: Promise<DatePollView>) => {
    try {
      const poll = await call;
      client.setQueryData(pollKey(poll.id), poll);
      void client.invalidateQueries({ queryKey: meetingKey(poll.meetingId) });
      void client.invalidateQueries({ queryKey: meetingsKey });
      void client.invalidateQueries({ queryKey: ['home'] });
      return poll;
    } catch (error) {
      // The page shows what happened meanwhile, beside why this did not.
      if (id) void client.invalidateQueries({ queryKey: pollKey(id) });
      throw error;
    }
  };
  type Held = Pick<DatePollView, 'id' | 'version'>;
  const option = ({ id, version }: Held, optionId: string) => ({
    params: { path: { id, optionId } },
    ...ifMatch(version),
  });
  return {
    ask: (body: PollWish) => send(null, view<DatePollView>(api.POST('/api/date-polls', { body }))),
    change: ({ id, version }: Held, body: { answerUntil?: string; reminderDays?: number[] }) =>
      send(
        id,
        view<DatePollView>(api.PATCH('/api/date-polls/{id}', { ...at(id), ...ifMatch(version), body })),
      ),
    add: ({ id, version }: Held, body: OptionWish) =>
      send(
        id,
        view<DatePollView>(
          api.POST('/api/date-polls/{id}/options', { ...at(id), ...ifMatch(version), body }),
        ),
      ),
    move: (poll: Held, optionId: string, body: OptionWish) =>
      send(
        poll.id,
        view<DatePollView>(
          api.PATCH('/api/date-polls/{id}/options/{optionId}', { ...option(poll, optionId), body }),
        ),
      ),
    remove: (poll: Held, optionId: string) =>
      send(
        poll.id,
        view<DatePollView>(api.DELETE('/api/date-polls/{id}/options/{optionId}', option(poll, optionId))),
      ),
    restore: (poll: Held, optionId: string) =>
      send(
        poll.id,
        view<DatePollView>(
          api.POST('/api/date-polls/{id}/options/{optionId}/restore', option(poll, optionId)),
        ),
      ),
    close: ({ id }: Held) => send(id, view<DatePollView>(api.POST('/api/date-polls/{id}/close', at(id)))),
    reopen: ({ id }: Held, answerUntil: string) =>
      send(
        id,
        view<DatePollView>(api.POST('/api/date-polls/{id}/reopen', { ...at(id), body: { answerUntil } })),
      ),
    choose: ({ id, version }: Held, optionId: string) =>
      send(
        id,
        view<DatePollView>(
          api.POST('/api/date-polls/{id}/choose', { ...at(id), ...ifMatch(version), body: { optionId } }),
        ),
      ),
  };
}

const ANSWER = '/api/date-polls/{id}/answers/{practiceId}';
interface AnswerBody {
  answers?: Record<string, DateAnswer | null>;
  all?: 'yes';
}

/** One per person, poll and practice, for as long as the window lives: leaving the page loses nothing. */
const outboxes = new Map<string, Outbox>();

function outboxOf(personId: string, pollId: string, practiceId: string, client: QueryClient): Outbox {
  const key = [personId, pollId, practiceId].join(' ');
  const known = outboxes.get(key);
  if (known) return known;
  const queryKey = pollKey(pollId);
  const path = { id: pollId, practiceId };
  const send = async (body: AnswerBody) => {
    // `keepalive` lets a save that is on its way arrive when the page is closed.
    const poll = await view<DatePollView>(api.PATCH(ANSWER, { params: { path }, body, keepalive: true }));
    // A page that was asked for earlier must not put back the answer as it was.
    await client.cancelQueries({ queryKey });
    client.setQueryData(queryKey, poll);
    void client.invalidateQueries({ queryKey: ['home'] });
  };
  const outbox = new Outbox({
    save: async ({ dates, allDates }) => {
      const body = { ...(dates && { answers: dates }), ...(allDates && { all: allDates }) };
      try {
        await send(body);
      } catch (error) {
        const { code, details } = asProblem(error);
        if (code !== 'date-poll.option-gone') throw error;
        // A date went meanwhile: what was said of the others is saved all the same.
        const gone = (details['optionIds'] as string[] | undefined) ?? [];
        const rest = Object.fromEntries(Object.entries(dates ?? {}).filter(([id]) => !gone.includes(id)));
        if (allDates || Object.keys(rest).length > 0) await send({ ...body, answers: rest });
        void client.invalidateQueries({ queryKey });
        throw error;
      }
    },
    submit: async () => {},
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

export interface OwnPollAnswer {
  /** As given, also where it is not saved yet. */
  answers: Record<string, DateAnswer>;
  outbox: OutboxState;
  give: (change: Pick<AnswerChange, 'dates' | 'allDates'>) => void;
}

/** What a practice answers, with what was given since; every click is saved by itself. */
export function usePollAnswer(poll: DatePollView, practice: DatePollPracticeView): OwnPollAnswer {
  const client = useQueryClient();
  const { person } = useMe();
  const outbox = outboxOf(person.id, poll.id, practice.practiceId, client);
  const state = useSyncExternalStore(outbox.subscribe, outbox.snapshot);
  useEffect(() => outbox.resume(), [outbox]);
  const stopped = state.stopped !== null;
  useEffect(() => {
    if (stopped) void client.invalidateQueries({ queryKey: pollKey(poll.id) });
  }, [client, stopped, poll.id]);
  const answers = useMemo(() => {
    const { sending, waiting } = state;
    const change = sending ? mergedChange(sending, waiting ?? {}) : waiting;
    const all = change?.allDates ? poll.options.map(({ id }) => [id, 'yes'] as const) : [];
    const given = { ...practice.answers, ...Object.fromEntries(all), ...change?.dates };
    return Object.fromEntries(
      Object.entries(given).flatMap(([id, value]) => (value === null ? [] : [[id, value as DateAnswer]])),
    );
  }, [state, poll.options, practice.answers]);
  return { answers, outbox: state, give: (change) => outbox.give(change) };
}

/** Saves what the practice adds in words. @throws text.identifiers */
export function useNoteSaver(pollId: string, practiceId: string) {
  const client = useQueryClient();
  return async (note: string, confirmed: boolean) => {
    const poll = await view<DatePollView>(
      api.PATCH(ANSWER, { params: { path: { id: pollId, practiceId } }, body: { note, confirmed } }),
    );
    client.setQueryData(pollKey(pollId), poll);
    return poll;
  };
}
