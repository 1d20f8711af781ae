import { queryOptions } from '@tanstack/react-query';
import type { Answers, EvaluationReceiptView, EvaluationView, ItemAnswer } from '#libs/contracts';
import { api, view } from '../../lib/api';
import { suggestLanguage } from '../../lib/i18n';

/** A request without an answer for so long is given up; sending tries again by itself. In ms. */
const PATIENCE = 20_000;
/** Browsers let a closing page send at most 64 kB. */
const KEEPALIVE_LIMIT = 30_000;

/** How answers reach the server. Every failure is a `Problem`. */
export interface EvaluationSender {
  /** null takes the answer back. */
  keep(item: string, answer: ItemAnswer | null): Promise<void>;
  /** Whether the link still takes an answer, at this moment. */
  state(): Promise<EvaluationView['state']>;
  send(answers: Answers, confirmed: readonly string[]): Promise<EvaluationReceiptView>;
}

/** The evaluation behind a link. Asked once: what is typed afterwards must not be replaced by an older state. */
export const evaluationQuery = (token: string) =>
  queryOptions({
    queryKey: ['evaluation', token],
    queryFn: async ({ signal }) => {
      const evaluation = await view<EvaluationView>(
        api.POST('/api/evaluations/open', { ...apart, body: { token }, signal }),
      );
      await suggestLanguage(evaluation.language);
      return evaluation;
    },
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });

export function senderOf(token: string): EvaluationSender {
  return {
    keep: async (item, answer) => {
      await api.POST('/api/evaluations/keep', {
        ...apart,
        body: { token, item, answer },
        keepalive: true,
        signal: AbortSignal.timeout(PATIENCE),
      });
    },
    state: async () => {
      const init = { ...apart, body: { token }, signal: AbortSignal.timeout(PATIENCE) };
      return (await view<EvaluationView>(api.POST('/api/evaluations/open', init))).state;
    },
    send: (answers, confirmed) => {
      const body = { token, answers, confirmed: [...confirmed] };
      return view<EvaluationReceiptView>(
        api.POST('/api/evaluations/send', {
          ...apart,
          body,
          // A page that is closed now still delivers.
          keepalive: JSON.stringify(body).length < KEEPALIVE_LIMIT,
          signal: AbortSignal.timeout(PATIENCE),
        }),
      );
    },
  };
}

/** Somebody who is also signed in here must not be recognised by that: these calls carry no cookie at all. */
const apart = { credentials: 'omit' } as const;
