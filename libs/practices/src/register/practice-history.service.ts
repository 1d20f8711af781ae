import { Injectable } from '@nestjs/common';
import type { PracticeDetailView } from '#libs/contracts';
import type { Actor } from '#libs/platform';

export type PracticeGroups = PracticeDetailView['groups'];

/** Tells which groups a practice belongs or belonged to, newest first, inside the open transaction. */
export type PracticeHistorySource = (actor: Actor, practiceId: string) => Promise<PracticeGroups>;

/**
 * The groups on a practice's page belong to a context above this one, so that context registers how to read them; without
 * it a practice simply has none.
 */
@Injectable()
export class PracticeHistory {
  private readonly sources: PracticeHistorySource[] = [];

  register(source: PracticeHistorySource): void {
    this.sources.push(source);
  }

  async groups(actor: Actor, practiceId: string): Promise<PracticeGroups> {
    const groups: PracticeGroups = [];
    for (const source of this.sources) groups.push(...(await source(actor, practiceId)));
    return groups.sort((a, b) => (a.since < b.since ? 1 : a.since > b.since ? -1 : 0));
  }
}
