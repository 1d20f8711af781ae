/**
 * How long the platform keeps what it no longer needs (AVG art. 5.1e; models/security.md #23). After these periods the worker
 * empties or removes rows; the audit log is the exception, it is only ever added to.
 */
export const RETENTION = {
  /** What an uploaded practice list said, after it was read in: 24 months. Who read it when stays. */
  importMonths: 24,
  /** Receiver and contents of a mail: 24 months, as long as the list that named the receiver. That it was sent stays. */
  mailMonths: 24,
  /** Sign-in mails and codes that were asked for; they work for ten minutes. */
  signInDays: 1,
  /** Sessions and task links that ended: 30 days, as invitations after closing. */
  endedAccessDays: 30,
  /** Who was asked in a campaign: 30 days after it closed or stopped. */
  invitationDays: 30,
  /** What only served a dialogue session: names under proposals, proposals that were not chosen, excuses: 30 days after it. */
  sessionDays: 30,
  /** Who was in the room of a dialogue session, and when: 24 months after it; accreditation is long over. */
  presenceMonths: 24,
  /** What only served to come to a meeting and prepare it: who could when, and what its leader noted for herself: 30 days after it. */
  meetingDays: 30,
  /** Referrals that a practice looked at, what was judged, closed actions and hours: 24 months; the longest course shows 12. */
  referralMonths: 24,
  /** Figures that were loaded and that nobody approved: 30 days. That they were loaded stays. */
  unapprovedDays: 30,
  /** Name and address of a person without any role: 24 months. */
  personMonths: 24,
  /** The audit log, at least (NEN 7513, MedMij A.12.4.1); nothing removes entries. */
  auditYears: 5,
} as const;
