import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { type MeetingAudience, meetingRoom } from '#libs/contracts';
import { useOwnConnectionWords } from '../../../lib/connection';
import { later } from '../../../lib/later';
import { useRoomVersion } from '../../../lib/socket';
import { DeskScreen } from './desk-screen';
import { Door } from './door';
import { setupKey, setupQuery } from './live-data';
import { useLiveMeeting } from './use-live-meeting';

const BeforeOpening = later(async () => (await import('./before-opening')).BeforeOpening);
const BigScreen = lazy(() => import('./big-screen').then((module) => ({ default: module.BigScreen })));

/** The live meeting: before it is open, as who leads or takes part, and after its end. `?scherm=1`: for one laptop in the room. */
export default function LivePage() {
  const { meetingId = '' } = useParams();
  useOwnConnectionWords();
  useRoomVersion(meetingRoom(meetingId), { keys: [setupKey(meetingId)] });
  const { data, error, refetch } = useQuery(setupQuery(meetingId));
  const reread = () => void refetch();
  if (!data) return error ? <Door error={error} onRetry={reread} /> : null;
  if (!data.open && !data.ended) return <BeforeOpening setup={data} onOpened={reread} />;
  const audience = data.leads ? 'leader' : 'participant';
  return <Room key={`${meetingId}/${audience}`} meetingId={meetingId} audience={audience} />;
}

function Room({ meetingId, audience }: { meetingId: string; audience: MeetingAudience }) {
  const client = useQueryClient();
  const [search] = useSearchParams();
  const live = useLiveMeeting(meetingId, audience);
  if (live.refusal)
    return (
      <Door
        error={live.refusal}
        onRetry={() => {
          // the lead may have been handed on
          void client.invalidateQueries({ queryKey: setupKey(meetingId) });
          live.reread();
        }}
      />
    );
  if (!live.view) return null;
  const Screen = search.get('scherm') === '1' && live.view.clock.state !== 'ended' ? BigScreen : DeskScreen;
  return (
    <Suspense fallback={null}>
      <Screen live={live} view={live.view} />
    </Suspense>
  );
}
