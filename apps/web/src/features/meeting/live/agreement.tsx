import type { MeetingView } from '#libs/contracts';
import { AgreementSection } from '../agreement/agreement-section';

/** What the group agreed on, at the first step of every meeting (SES-01). */
export function Agreement({ meeting }: { meeting: MeetingView }) {
  if (meeting.groupId === null || !meeting.may.takePart) return null;
  return <AgreementSection meeting={meeting} />;
}
