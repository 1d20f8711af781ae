import { Module } from '@nestjs/common';
import { IntervisionModule } from '#libs/intervision';
import { ReferralWeeksController } from './referral-weeks.controller.js';
import { ReferralsController } from './referrals.controller.js';

@Module({ imports: [IntervisionModule], controllers: [ReferralsController, ReferralWeeksController] })
export class ReferralsApiModule {}
