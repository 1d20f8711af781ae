declare const passed: unique symbol;

/**
 * A figure of others that passed the gate (architecture §6). Views about others demand it, so that an undisclosed number cannot
 * get into one by mistake.
 */
export type Disclosed<T> = T & { readonly [passed]: true };

/** A stored figure with what says that it may be read. */
export interface ReleasedRow<T> {
  body: T;
  state: string;
}

/** The only place where a figure becomes `Disclosed`: what is stored as released is what the gate let through. */
export function disclosed<T extends object>(row: ReleasedRow<T>): Disclosed<T> {
  if (row.state !== 'released') throw new Error('Only what is released can be shown.');
  return row.body as Disclosed<T>;
}
