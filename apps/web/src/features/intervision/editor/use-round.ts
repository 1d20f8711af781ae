import { useQueryClient } from '@tanstack/react-query';
import type { RoundAsk, RoundRules, RoundView } from '#libs/contracts';
import { api, ifMatch, view } from '../../../lib/api';
import { asProblem } from '../../../lib/problem';
import { inTurn } from '../in-turn';
import { roundKey, roundQuery, roundsQuery } from '../round-data';
import type { dateWishes, themeWishes } from './drafts';

export interface RoundPatch {
  name?: string;
  introduction?: string | null;
  answerUntil?: string;
  asks?: RoundAsk[];
  rules?: Partial<RoundRules>;
  reminderDays?: number[];
}

/** The changes of a round. Each answer is the round as it is now; the version is read at the moment of sending. */
export function useRound(id: string) {
  const client = useQueryClient();
  const { queryKey } = roundQuery(id);
  const path = { params: { path: { id } } };
  const version = () => ifMatch(client.getQueryData(queryKey)?.version ?? 0);
  const send = (call: () => Promise<RoundView>) =>
    inTurn(async () => {
      try {
        const round = await call();
        client.setQueryData(queryKey, round);
        // who would get mail may have been asked before this was saved
        void client.invalidateQueries({ queryKey: [...roundKey(id), 'open-preview'] });
        void client.invalidateQueries({ queryKey: roundsQuery.queryKey });
        return round;
      } catch (error) {
        // The page shows what the other did, beside what was typed here.
        if (asProblem(error).code === 'conflict.stale') await client.invalidateQueries({ queryKey });
        throw error;
      }
    });
  return {
    change: (body: RoundPatch) =>
      send(() => view<RoundView>(api.PATCH('/api/rounds/{id}', { ...path, ...version(), body }))),
    setThemes: (themes: ReturnType<typeof themeWishes>) =>
      send(() =>
        view<RoundView>(api.PUT('/api/rounds/{id}/themes', { ...path, ...version(), body: { themes } })),
      ),
    setDates: (dates: ReturnType<typeof dateWishes>) =>
      send(() =>
        view<RoundView>(api.PUT('/api/rounds/{id}/dates', { ...path, ...version(), body: { dates } })),
      ),
    setParticipants: async (practiceIds: string[]) => {
      const round = await send(() =>
        view<RoundView>(
          api.PUT('/api/rounds/{id}/participants', { ...path, ...version(), body: { practiceIds } }),
        ),
      );
      await client.invalidateQueries({ queryKey: [...roundKey(id), 'participants'] });
      return round;
    },
    setParticipant: async (practiceId: string, body: { takingPart?: boolean; withoutAnswer?: boolean }) => {
      const round = await send(() =>
        view<RoundView>(
          api.PUT('/api/rounds/{id}/participants/{practiceId}', {
            params: { path: { id, practiceId } },
            body,
          }),
        ),
      );
      await client.invalidateQueries({ queryKey: [...roundKey(id), 'participants'] });
      return round;
    },
    /** A day as deadline lasts until its end. */
    open: (answerUntil: string) =>
      send(() =>
        view<RoundView>(api.POST('/api/rounds/{id}/open', { ...path, ...version(), body: { answerUntil } })),
      ),
    reopen: (answerUntil: string) =>
      send(() =>
        view<RoundView>(
          api.POST('/api/rounds/{id}/reopen', { ...path, ...version(), body: { answerUntil } }),
        ),
      ),
    close: () => send(() => view<RoundView>(api.POST('/api/rounds/{id}/close', { ...path, ...version() }))),
    discard: () => inTurn(() => api.DELETE('/api/rounds/{id}', path)),
  };
}
export type RoundChanges = ReturnType<typeof useRound>;
