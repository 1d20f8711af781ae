import { LiveActions } from '../actions/live-actions';
import { LiveInsights } from '../actions/live-insights';

export { Agreement } from './agreement';
export { Closing } from './closing';
export { Ended } from './ended';
export { RolesDialog } from './roles-dialog';
export { Writing } from './writing';

/** What the group agrees and learns, beside the step. */
export function Side({ meetingId }: { meetingId: string }) {
  return (
    <>
      <LiveActions meetingId={meetingId} />
      <LiveInsights meetingId={meetingId} />
    </>
  );
}
