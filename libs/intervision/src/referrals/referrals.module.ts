import { Module } from '@nestjs/common';
import { KeptReferrals } from './kept-referrals.service.js';
import { ReferralActions } from './referral-actions.service.js';
import { ReferralCourse } from './referral-course.service.js';
import { ReferralExport } from './referral-export.service.js';
import { ReferralLists } from './referral-lists.service.js';
import { ReferralPractice } from './referral-practice.service.js';
import { ReferralReminders } from './referral-reminders.service.js';
import { ReferralSettings } from './referral-settings.service.js';
import { ReferralTime } from './referral-time.service.js';
import { ReferralWeeks } from './referral-weeks.service.js';
import { ReferralsReactions } from './referrals.reactions.js';

const DOORS = [
  ReferralSettings,
  ReferralLists,
  ReferralWeeks,
  ReferralActions,
  ReferralTime,
  ReferralCourse,
  ReferralExport,
  ReferralReminders,
  KeptReferrals,
  ReferralPractice,
];

/** The review of referrals inside one practice (REF-01…11). */
@Module({ providers: [...DOORS, ReferralsReactions], exports: DOORS })
export class ReferralsModule {}
