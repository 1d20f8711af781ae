import { Injectable } from '@nestjs/common';
import { Facts } from '#libs/platform';
import { OccasionsService } from './campaigns/occasions.service.js';

/** What surveys do when a meeting or a session is over: its evaluation is planned in the publisher's transaction (DIA-15, SUR-15). */
@Injectable()
export class SurveysReactions {
  constructor(occasions: OccasionsService, facts: Facts) {
    facts.on('session.ended', (actor, fact) => occasions.sessionEnded(actor, fact));
    facts.on('meeting.closed', (actor, fact) => occasions.meetingClosed(actor, fact));
  }
}
