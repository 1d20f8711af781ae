/**
 * Puts what is told in a live room in order behind a snapshot (architecture §1.6). What comes while the snapshot is on its way waits and is
 * applied after it, as far as it is newer; what is missing leads to a new snapshot.
 */
export class LiveOrder<Fact> {
  private known: number | null = null;
  /** A snapshot is on its way, of at least this version. */
  private wanted: number | null = 0;
  private waiting = new Map<number, Fact>();

  constructor(private readonly on: { fact: (fact: Fact, version: number) => void; gap: () => void }) {}

  /** True while what is on the screen may be behind. */
  get behind(): boolean {
    return this.wanted !== null;
  }

  /** Version that is on the screen; null before the first snapshot. */
  get version(): number | null {
    return this.known;
  }

  /** A snapshot is on the screen. One that is older than what was missed is asked for again. */
  snapshot(version: number): void {
    if (this.wanted === null) {
      // what was applied here comes back from the page's cache; anything newer was fetched by the page itself
      if (this.known !== null && version <= this.known) return;
    } else if (version < this.wanted) {
      this.known = version;
      return this.on.gap();
    }
    this.known = version;
    this.wanted = null;
    this.drain();
  }

  told(version: number, fact: Fact): void {
    if (this.wanted === null && version <= (this.known ?? 0)) return;
    this.waiting.set(version, fact);
    if (this.wanted === null) this.drain();
  }

  /**
   * In the room (again), which is at this version now. Also right after a database was put back to an earlier state.
   * @param asked what was on the screen when it knocked: only an answer older than that is of an earlier state. What was told while the
   *   answer was on its way is newer than the answer, and nothing was missed.
   */
  joined(version: number, asked = this.known): void {
    if (this.wanted === null && this.known !== null && (asked ?? 0) <= version && version <= this.known)
      return;
    if (this.known !== null && version < this.known) this.waiting.clear();
    // before the first snapshot the page is fetching one already
    if (this.known === null) this.wanted = Math.max(this.wanted ?? 0, version);
    else this.ask(version);
  }

  /** Asks for a snapshot; also again, when the last one did not come. */
  ask(version = this.known ?? 0): void {
    this.wanted = version;
    this.on.gap();
  }

  private drain(): void {
    for (;;) {
      const known = this.known ?? 0;
      for (const version of this.waiting.keys()) if (version <= known) this.waiting.delete(version);
      if (this.waiting.size === 0) return;
      const next = this.waiting.get(known + 1);
      if (next === undefined) return this.ask(Math.max(...this.waiting.keys()));
      this.waiting.delete(known + 1);
      this.known = known + 1;
      if (isReload(next)) return this.ask(known + 1);
      this.on.fact(next, known + 1);
    }
  }
}

function isReload(fact: unknown): boolean {
  return (fact as { type?: string } | null)?.type === 'reload';
}
