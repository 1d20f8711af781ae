import { Button, Skeleton } from '@mantine/core';
import { IconBroadcast, IconClipboardText } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { type MeetingView, meetingRoom } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { LoadingState, Waiting } from '../../../components/loading-state';
import { PageHead } from '../../../components/page-head';
import { PanelColumns } from '../../../components/panels';
import { useFormat, useWords } from '../../../lib/i18n';
import { later } from '../../../lib/later';
import { useMe } from '../../../lib/me';
import { useNow } from '../../../lib/now';
import { asProblem } from '../../../lib/problem';
import { useRoomVersion } from '../../../lib/socket';
import { ActionsSection } from '../actions/actions-section';
import { AgreementSection } from '../agreement/agreement-section';
import { CancelDialog } from './cancel-dialog';
import { CloseButton } from './close-button';
import { meetingKey, meetingQuery } from './meeting-data';
import { MeetingStateMark } from './meeting-state';
import { calledMeeting, hasBegun, hasOpened, isOpen } from './meeting-words';
import { WhenPanel } from './when-panel';
import { WhoPanel } from './who-panel';
import classes from './meeting.module.css';

// what only some meetings have
const NextPanel = later(
  async () => (await import('./next-panel')).NextPanel,
  <LoadingState rows={1} height={120} />,
);
const PollPanel = later(
  async () => (await import('../poll/poll-panel')).PollPanel,
  <LoadingState rows={1} height={120} />,
);
const AttendanceSection = later(
  async () => (await import('../attendance/attendance-section')).AttendanceSection,
);

/** One meeting: when, where and who, with what the group agreed on, does and did. */
export default function MeetingPage() {
  const { meetingId = '' } = useParams();
  useRoomVersion(meetingRoom(meetingId), { keys: [meetingKey(meetingId)] });
  const { data, error, refetch } = useQuery(meetingQuery(meetingId));
  if (data) return <Meeting meeting={data} />;
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  return (
    <Waiting>
      <Skeleton height={30} width={320} mb={12} />
      <Skeleton height={16} width={220} mb={36} />
      <Skeleton height={220} radius={10} mb={20} />
      <Skeleton height={160} radius={10} />
    </Waiting>
  );
}

function Meeting({ meeting }: { meeting: MeetingView }) {
  const { t } = useTranslation('meeting');
  const now = useNow();
  const words = useWords();
  const format = useFormat();
  const { task } = useMe();
  const { groupId, group, state, may, scopeRule, startsAt, theme, title } = meeting;
  const called = calledMeeting(meeting);
  const before = !hasOpened(meeting, now);
  const agreement = <AgreementSection key="agreement" meeting={meeting} />;
  return (
    <>
      <PageHead
        title={called}
        crumbs={
          task
            ? []
            : [
                { label: t('crumb'), to: '/intervisie' },
                groupId === null
                  ? { label: t('list.title'), to: '/intervisie/bijeenkomsten' }
                  : { label: group, to: `/intervisie/groepen/${groupId}` },
                { label: startsAt ? format.date(startsAt) : title },
              ]
        }
        lead={
          <>
            <MeetingStateMark state={state} begun={hasBegun(meeting, now)} />{' '}
            {[
              ...(theme && theme !== title ? [theme] : []),
              ...(groupId === null ? [t(`circle.${meeting.circle}`)] : []),
              ...(meeting.mandatory ? [t('mandatory')] : []),
            ].join(' · ')}
          </>
        }
        action={<HeadActions meeting={meeting} />}
      />
      {scopeRule && <p className={classes.scope}>{words(scopeRule)}</p>}
      <PanelColumns side={<Side meeting={meeting} />}>
        <WhenPanel meeting={meeting} />
        {state === 'polling' && <PollPanel meeting={meeting} />}
        {groupId !== null && state === 'closed' && meeting.next === null && (
          <NextPanel groupId={groupId} next={null} plans={may.manage && !task} />
        )}
        {/* keyed: what somebody types stays when the meeting opens and the order changes */}
        {state !== 'cancelled' && [
          before && agreement,
          <ActionsSection key="actions" meeting={meeting} />,
          hasBegun(meeting, now) && <AttendanceSection key="attendance" meeting={meeting} />,
          !before && agreement,
        ]}
      </PanelColumns>
    </>
  );
}

/** The leader's preparation until half an hour before, then the way in; closing once it began. */
function HeadActions({ meeting }: { meeting: MeetingView }) {
  const { t } = useTranslation('meeting');
  const now = useNow();
  const { id, state, endsAt, may } = meeting;
  const open = isOpen(meeting, now);
  if (state !== 'planned') return null;
  const over = endsAt !== null && Date.parse(endsAt) <= now;
  const begun = hasBegun(meeting, now);
  return (
    <>
      {may.lead && !begun && (
        <Button
          component={Link}
          to={`/bijeenkomst/${id}/voorbereiding`}
          variant={open ? 'default' : 'filled'}
          leftSection={<IconClipboardText size={18} />}
        >
          {t('prepare')}
        </Button>
      )}
      {may.manage && begun && <CloseButton meeting={meeting} over={over} />}
      {may.takePart && open && (
        <Button
          component={Link}
          to={`/bijeenkomst/${id}/live`}
          variant={may.manage && over ? 'default' : 'filled'}
          leftSection={<IconBroadcast size={18} />}
        >
          {t('live')}
        </Button>
      )}
    </>
  );
}

function Side({ meeting }: { meeting: MeetingView }) {
  const { groupId, next, state, may } = meeting;
  return (
    <>
      {groupId !== null && state === 'closed' && next !== null && (
        <NextPanel groupId={groupId} next={next} plans={false} />
      )}
      <WhoPanel meeting={meeting} />
      {may.manage && (state === 'planned' || state === 'polling') && <CallOff meeting={meeting} />}
    </>
  );
}

function CallOff({ meeting }: { meeting: MeetingView }) {
  const { t } = useTranslation('meeting');
  const [asking, setAsking] = useState(false);
  return (
    <div className={classes.manage} data-print="hide">
      <Button variant="subtle" color="brick" onClick={() => setAsking(true)}>
        {t('cancel')}
      </Button>
      <CancelDialog meeting={meeting} opened={asking} onClose={() => setAsking(false)} />
    </div>
  );
}

function Failed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation('meeting');
  const { task } = useMe();
  const { status } = asProblem(error);
  const final = status >= 400 && status < 500;
  return (
    <>
      {final && <PageHead title={t('missing.title')} />}
      <ErrorState error={error} onRetry={final ? undefined : onRetry} />
      {final && !task && (
        <Button component={Link} to="/intervisie/bijeenkomsten" mt="md">
          {t('missing.back')}
        </Button>
      )}
    </>
  );
}
