/** Minutes to wait after each failed attempt; after the last one the mail is failed and a person decides. */
export const BACK_OFF_MINUTES = [1, 5, 15, 60, 240] as const;

/** Mails that one turn takes at most; the next region is served after it. */
export const TURN_MAILS = 100;

/**
 * How long things may take within a lease. A turn begins no new mail after a twelfth of it and gives back what is left; one
 * delivery is broken off after half of it. So a lease never ends while its mail is still being handed over.
 */
export function spansOf(leaseSeconds: number): { leaseMs: number; turnMs: number; deliveryMs: number } {
  const leaseMs = leaseSeconds * 1000;
  return { leaseMs, turnMs: leaseMs / 12, deliveryMs: leaseMs / 2 };
}

/** What the mail server or the connection to it said. */
export interface SendFailure {
  responseCode?: number;
  /** The SMTP command that was refused, e.g. `RCPT TO`. */
  command?: string;
  message: string;
}

export type AfterFailure = { state: 'planned'; nextAttemptAt: Date } | { state: 'failed' };

/**
 * A refusal of this message or this receiver for good (5xx after the connection was accepted) fails at once; everything
 * else (4xx, a dropped connection, a wrong password of ours) is tried again with growing pauses.
 */
export function afterFailure(failure: SendFailure, attempts: number, now: Date): AfterFailure {
  const permanent =
    failure.responseCode !== undefined &&
    failure.responseCode >= 500 &&
    /^(MAIL FROM|RCPT TO|DATA|message)/i.test(failure.command ?? '');
  const minutes = BACK_OFF_MINUTES[attempts - 1];
  if (permanent || minutes === undefined) return { state: 'failed' };
  return { state: 'planned', nextAttemptAt: new Date(now.getTime() + minutes * 60_000) };
}
