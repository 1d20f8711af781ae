import { Injectable } from '@nestjs/common';
import { Facts } from '#libs/platform';
import { PrivacyTestsService } from './privacy-tests.service.js';
import { ReleasesService } from './releases.service.js';

/** What is to be released or taken away when data sets, groups and agreements change: planned in the publisher's transaction. */
@Injectable()
export class ReleasesReactions {
  constructor(releases: ReleasesService, tests: PrivacyTestsService, facts: Facts) {
    facts.on('data-set.approved', async (actor, { dataSetId }) => {
      await tests.end(actor, dataSetId, 'approved');
      await releases.plan(actor, dataSetId);
    });
    facts.on('data-set.withdrawn', async (actor, { dataSetId, why }) => {
      await tests.end(actor, dataSetId, 'gone');
      await releases.withdrawFor(actor, dataSetId, why);
    });
    facts.on('open-mode.activated', (actor, { openModeId }) => releases.planOpen(actor, openModeId));
    facts.on('round.published', (actor, { groupIds }) => releases.planGroups(actor, groupIds));
  }
}
