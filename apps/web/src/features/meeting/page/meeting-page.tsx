import { Button, Skeleton } from '@mantine/core';
import { IconBroadcast, IconClipboardText } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { type MeetingView, meetingRoom } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { Waiting } from '../../../components/loading-state';
import { PageHead } from '../../../components/page-head';
import { PanelColumns } from '../../../components/panels';
import { useFormat, useWords } from '../../../lib/i18n';
import { useMe } from '../../../lib/me';
import { useNow } from '../../../lib/now';
import { asProblem } from '../../../lib/problem';
import { useRoomVersion } from '../../../lib/socket';
import { showToast } from '../../../lib/toast';
import { ActionsSection } from '../actions/actions-section';
import { AgreementSection } from '../agreement/agreement-section';
import { AttendanceSection } from '../attendance/attendance-section';
import { PollPanel } from '../poll/poll-panel';
import { CancelDialog } from './cancel-dialog';
import { meetingKey, meetingQuery, useMeetingChanges } from './meeting-data';
import { MeetingStateMark } from './meeting-state';
import { calledMeeting, isOpen } from './meeting-words';
import { NextPanel } from './next-panel';
import { WhenPanel } from './when-panel';
import { WhoPanel } from './who-panel';
import classes from './meeting.module.css';

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
  const words = useWords();
  const format = useFormat();
  const { task } = useMe();
  const { groupId, group, state, may, scopeRule, startsAt, theme, title } = meeting;
  const called = calledMeeting(meeting);
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
            <MeetingStateMark state={state} />{' '}
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
        {groupId !== null && state === 'closed' && (
          <NextPanel groupId={groupId} next={meeting.next} plans={may.manage && !task} />
        )}
        {state !== 'cancelled' && (
          <>
            <AgreementSection meeting={meeting} />
            {may.takePart && <ActionsSection meeting={meeting} />}
            {state !== 'polling' && <AttendanceSection meeting={meeting} />}
          </>
        )}
      </PanelColumns>
    </>
  );
}

/** The way in, from half an hour before; until then the leader's preparation. */
function HeadActions({ meeting }: { meeting: MeetingView }) {
  const { t } = useTranslation('meeting');
  const now = useNow();
  const { id, state, may } = meeting;
  const open = isOpen(meeting, now);
  if (state === 'cancelled' || state === 'polling') return null;
  return (
    <>
      {may.lead && state === 'planned' && (
        <Button
          component={Link}
          to={`/bijeenkomst/${id}/voorbereiding`}
          variant={open ? 'default' : 'filled'}
          leftSection={<IconClipboardText size={18} />}
        >
          {t('prepare')}
        </Button>
      )}
      {may.takePart && open && (
        <Button component={Link} to={`/bijeenkomst/${id}/live`} leftSection={<IconBroadcast size={18} />}>
          {t('live')}
        </Button>
      )}
    </>
  );
}

function Side({ meeting }: { meeting: MeetingView }) {
  return (
    <>
      <WhoPanel meeting={meeting} />
      {meeting.may.manage && <Manage meeting={meeting} />}
    </>
  );
}

/** Closing after it began, calling it off before. */
function Manage({ meeting }: { meeting: MeetingView }) {
  const { t } = useTranslation('meeting');
  const now = useNow();
  const changes = useMeetingChanges();
  const [asking, setAsking] = useState(false);
  const close = useMutation({
    mutationFn: () => changes.close(meeting),
    onSuccess: () => showToast(t('close.done')),
  });
  const { state, startsAt } = meeting;
  if (state !== 'planned' && state !== 'polling') return null;
  const begun = startsAt !== null && Date.parse(startsAt) <= now;
  return (
    <>
      {close.error ? <ErrorState error={close.error} /> : null}
      <div className={classes.manage} data-print="hide">
        {begun && (
          <Button variant="default" loading={close.isPending} onClick={() => close.mutate()}>
            {t('close')}
          </Button>
        )}
        <Button variant="subtle" color="brick" onClick={() => setAsking(true)}>
          {t('cancel')}
        </Button>
      </div>
      <CancelDialog meeting={meeting} opened={asking} onClose={() => setAsking(false)} />
    </>
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
