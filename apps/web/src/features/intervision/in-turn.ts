let last: Promise<unknown> = Promise.resolve();

/**
 * Only one change of a round at a time: each needs the version that the one before it made. A question whose answer depends
 * on what was just typed goes through here as well, so that it is asked after the saves before it.
 */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const next = last.then(work, work);
  last = next.catch(() => {});
  return next;
}
