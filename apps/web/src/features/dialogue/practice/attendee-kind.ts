import type { AttendeeKind } from '#libs/contracts';

export const ATTENDEE_KINDS: readonly AttendeeKind[] = ['gp', 'locum', 'trainee', 'other'];

/** What somebody most probably comes as, by the job title that the practice gave (ORG-12): one click less. */
export function kindOf(jobTitle: string | null): AttendeeKind {
  const title = (jobTitle ?? '').toLowerCase();
  if (/waarne|locum/.test(title)) return 'locum';
  if (/aios|haio|opleiding|trainee/.test(title)) return 'trainee';
  if (/assist|ondersteuner|poh|verpleeg|manager|nurse/.test(title)) return 'other';
  return 'gp';
}
