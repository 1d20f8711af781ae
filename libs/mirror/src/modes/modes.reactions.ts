import { Injectable } from '@nestjs/common';
import { Facts } from '#libs/platform';
import { AgreementsService } from './agreements.service.js';

/** What agreements do when groups and practices change, inside the publisher's transaction: another membership is another agreement. */
@Injectable()
export class ModesReactions {
  constructor(agreements: AgreementsService, facts: Facts) {
    facts.on('round.published', (actor, { roundId }) => agreements.roundPublished(actor, roundId));
    facts.on('practice.archived', (actor, { practiceId }) => agreements.practiceClosed(actor, practiceId));
    facts.on('practice.merged', (actor, { practiceId }) => agreements.practiceClosed(actor, practiceId));
  }
}
