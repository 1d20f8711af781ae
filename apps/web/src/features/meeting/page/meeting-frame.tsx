import { Outlet } from 'react-router';
import { Shell } from '../../../app/shell';
import { Bare } from '../../../components/bare';
import { useMe } from '../../../lib/me';

/** The sidebar for who is signed in; who came by the link of a mail sees this one page, in a plain frame. */
export function MeetingFrame() {
  const { task, region } = useMe();
  if (task?.kind !== 'meeting') return <Shell />;
  return (
    <Bare beside={region.name} width="wide">
      <Outlet />
    </Bare>
  );
}
