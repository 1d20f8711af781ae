import type { ItemAnswer } from '#libs/contracts';
import type { PendingSend } from './delivery';

/** What this device keeps of an evaluation until it is sent: a phone that sleeps or reloads the page loses nothing. */
export interface Draft {
  /**
   * Anonymous: every answer, for they are nowhere else. Otherwise only what the server does not have yet; null takes an
   * answer back.
   */
  given: Record<string, ItemAnswer | null>;
  /** The item that was on the screen. */
  at: string | null;
  /** Texts that the writer wants to send although the guard asked. */
  confirmed: string[];
  pending: PendingSend | null;
  /** It was sent from this device. The answers themselves are gone by then. */
  sent: boolean;
}
type Kept = Draft & { version: 1; until: number };
type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const PREFIX = 'leerkring.evaluation.';
export const EMPTY_DRAFT: Draft = { given: {}, at: null, confirmed: [], pending: null, sent: false };

/** The drafts on this device. Never holds a whole token: who reads the store cannot open the link with it. */
export class DraftShelf {
  private readonly name: string;

  /**
   * @param store null where the browser keeps nothing; then `works` is false and the page must say so.
   * @param until after this moment, in ms, the draft has no use and is thrown away by any later visit.
   */
  constructor(
    private readonly store: Store | null,
    token: string,
    private readonly until: number,
    private readonly now: () => number = Date.now,
  ) {
    // A third of the token tells links apart; the rest stays unguessable.
    this.name = PREFIX + token.slice(0, 12);
    this.sweep();
  }

  get works(): boolean {
    return this.store !== null;
  }

  read(): Draft | null {
    const kept = parsed(this.store?.getItem(this.name) ?? null);
    if (!kept || kept.until < this.now()) return null;
    const { given, at, confirmed, pending, sent } = kept;
    return { given, at, confirmed, pending, sent };
  }

  /** @returns false when the device is full or keeps nothing. */
  write(draft: Draft): boolean {
    if (!this.store) return false;
    try {
      const kept: Kept = { version: 1, until: this.until, ...draft };
      this.store.setItem(this.name, JSON.stringify(kept));
      return true;
    } catch {
      return false;
    }
  }

  clear(): void {
    this.store?.removeItem(this.name);
  }

  /** Throws away what outlived its evaluation, of any link. */
  private sweep(): void {
    if (!this.store) return;
    const names = Array.from({ length: this.store.length }, (_, i) => this.store?.key(i) ?? '');
    for (const name of names) {
      if (!name.startsWith(PREFIX)) continue;
      const kept = parsed(this.store.getItem(name));
      if (!kept || kept.until < this.now()) this.store.removeItem(name);
    }
  }
}

/** The browser's own store when it really keeps something; private windows and full devices may refuse. */
export function deviceStore(): Storage | null {
  try {
    const probe = `${PREFIX}?`;
    localStorage.setItem(probe, '1');
    localStorage.removeItem(probe);
    return localStorage;
  } catch {
    return null;
  }
}

function parsed(text: string | null): Kept | null {
  if (!text) return null;
  try {
    const kept = JSON.parse(text) as Partial<Kept>;
    const whole = kept.version === 1 && typeof kept.until === 'number' && typeof kept.given === 'object';
    return whole ? (kept as Kept) : null;
  } catch {
    return null;
  }
}
