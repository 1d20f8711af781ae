/** What a reader of the result has to know; the closed list that screens translate. */
export type WarningCode =
  | 'few-events'
  | 'too-few-events'
  | 'small-sample'
  | 'log-undefined'
  | 'not-overdispersed'
  | 'too-few-points'
  | 'no-variation'
  | 'no-events'
  | 'limit-below-zero'
  | 'exact-not-computed'
  | 'separation'
  | 'quasi-separation'
  | 'events-per-variable'
  | 'wide-interval'
  | 'beyond-range'
  | 'no-convergence';

/** One warning: a code, one English sentence, and the term or field it is about, if any. */
export interface StatisticsWarning {
  code: WarningCode;
  message: string;
  about?: string;
}

export function warning(code: WarningCode, message: string, about?: string): StatisticsWarning {
  return about === undefined ? { code, message } : { code, message, about };
}
