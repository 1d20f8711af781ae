import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { alikePairs, type AlikePair } from './likeness.rules.js';

/** Desks that are open at once in one process; the one that was looked at longest ago goes first. */
const MOST_SESSIONS = 20;

/** Questions that look alike, worked out once for as long as their words stay: at some hundreds of questions that takes a second. */
@Injectable()
export class AlikeQuestions {
  private readonly known = new Map<string, { mark: string; pairs: AlikePair[] }>();

  /** @param questions id and the words for everybody, as `alikePairs` */
  of(sessionId: string, questions: readonly { id: string; text: string }[]): AlikePair[] {
    const mark = createHash('sha256')
      .update(JSON.stringify(questions.map(({ id, text }) => [id, text])))
      .digest('base64');
    const before = this.known.get(sessionId);
    const pairs = before?.mark === mark ? before.pairs : alikePairs(questions);
    this.known.delete(sessionId);
    this.known.set(sessionId, { mark, pairs });
    for (const oldest of this.known.keys()) {
      if (this.known.size <= MOST_SESSIONS) break;
      this.known.delete(oldest);
    }
    return pairs;
  }
}
