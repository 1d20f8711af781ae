import type { Database, Log } from '#libs/platform';
import { writeOutcomes, type Outcome } from './mails.queries.js';

/** Pauses before an outcome that the database did not take is written again, within the lease of its mail. */
const AGAIN_MS = [100, 500, 2_000, 5_000] as const;

/**
 * Writes down how the attempts of one turn ended. Each is written at once when nothing is being written, or else together
 * with all others that came in meanwhile: one statement for many where the database is the slower one, and never a mail that
 * waits for others to be sent. Whoever sends awaits `note` before the next mail, so that a killed worker leaves at most one
 * accepted but unwritten mail per connection.
 */
export class Outcomes {
  private gathered: Outcome[] = [];
  private writing: Promise<void> = Promise.resolve();
  private next: Promise<void> | null = null;

  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly by: { regionId: string; holder: number; now: () => Date },
  ) {}

  /** Resolves when the row says it. @throws when the database stays out of reach. */
  note(outcome: Outcome): Promise<void> {
    this.gathered.push(outcome);
    if (!this.next) {
      this.next = this.writing
        .catch(() => undefined)
        .then(() => {
          const outcomes = this.gathered;
          this.gathered = [];
          this.next = null;
          return this.write(outcomes);
        });
      this.writing = this.next;
    }
    return this.next;
  }

  private async write(outcomes: readonly Outcome[]): Promise<void> {
    const { regionId, holder, now } = this.by;
    for (const pause of [...AGAIN_MS, null]) {
      try {
        await this.database.transaction({ regionId }, () =>
          writeOutcomes(this.database, outcomes, { now: now(), holder }),
        );
        return;
      } catch (error) {
        if (pause === null) throw error;
        this.log.warn({ err: error, mails: outcomes.length }, 'outcome not written yet');
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  }
}
