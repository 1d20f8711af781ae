import type { MeetingView } from '#libs/contracts';
import { meetingKey } from '../page/meeting-data';
import { AgreementPanel } from './agreement-panel';

/** What the group agreed on, on the page of a meeting. */
export function AgreementSection({ meeting }: { meeting: MeetingView }) {
  const { groupId, id } = meeting;
  if (groupId === null) return null;
  return <AgreementPanel groupId={groupId} within={meetingKey(id)} />;
}

/** The same on the page of a group. */
export function GroupAgreement({ groupId }: { groupId: string }) {
  return <AgreementPanel groupId={groupId} within={['group', groupId]} />;
}
