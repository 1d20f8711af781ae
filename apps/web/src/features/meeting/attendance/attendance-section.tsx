import { Button, Skeleton } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MeetingAttendanceView, MeetingView } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { Waiting } from '../../../components/loading-state';
import { Panel } from '../../../components/panel';
import { Verdict } from '../../../components/verdict';
import { useNow } from '../../../lib/now';
import { showToast } from '../../../lib/toast';
import { AccreditationPart } from './accreditation-part';
import { attendanceQuery, useAttendanceChanges } from './attendance-data';
import { AttendanceRow } from './attendance-row';
import { countOf } from './attendance-state';
import { CertificateButton } from './certificate-button';
import { OwnAttendance } from './own-attendance';
import classes from './attendance.module.css';

/** Who was there, on the page of a meeting: noted by its leader or the coordinator, for others their own line (SES-13). */
export function AttendanceSection({ meeting }: { meeting: MeetingView }) {
  const now = useNow();
  const { state, startsAt, may } = meeting;
  const begun =
    state === 'closed' || (state === 'planned' && startsAt !== null && Date.parse(startsAt) <= now);
  return begun && (may.manage || may.takePart) ? <Attendance meetingId={meeting.id} /> : null;
}

function Attendance({ meetingId }: { meetingId: string }) {
  const { t } = useTranslation('meeting-attendance');
  const { data, error, refetch } = useQuery(attendanceQuery(meetingId));
  if (!data)
    return (
      <Panel title={t('title')}>
        {error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <Waiting>
            <Skeleton height={40} radius={8} mb={12} />
            <Skeleton height={40} radius={8} mb={12} />
            <Skeleton height={40} radius={8} />
          </Waiting>
        )}
      </Panel>
    );
  if (!data.begun) return null;
  return data.mayRecord ? <Register data={data} /> : <OwnAttendance data={data} />;
}

function Register({ data }: { data: MeetingAttendanceView }) {
  const { t } = useTranslation('meeting-attendance');
  const { meetingId, practices, certificate, accreditation } = data;
  const { total, there, unknown } = countOf(practices);
  return (
    <Panel
      padding="none"
      title={t('title')}
      right={
        unknown > 0 ? (
          <Verdict kind="decide">{t('unknown', { count: unknown })}</Verdict>
        ) : (
          <Verdict kind="ok">{t('there', { there, total })}</Verdict>
        )
      }
    >
      {unknown > 0 && <Everybody data={data} whole={unknown === total} />}
      <ul className={classes.rows}>
        {practices.map((practice) => (
          <AttendanceRow key={practice.practiceId} meeting={data} practice={practice} />
        ))}
      </ul>
      {certificate && (
        <div className={classes.foot}>
          <CertificateButton meetingId={meetingId} />
        </div>
      )}
      {accreditation && (
        <AccreditationPart
          key={accreditation.version}
          meetingId={meetingId}
          accreditation={accreditation}
          anybody={practices.some(({ people }) => people.length > 0)}
        />
      )}
    </Panel>
  );
}

/** One press for all of whom nothing is known yet. */
function Everybody({ data, whole }: { data: MeetingAttendanceView; whole: boolean }) {
  const { t } = useTranslation('meeting-attendance');
  const changes = useAttendanceChanges(data.meetingId);
  const everybody = useMutation({
    mutationFn: async () => {
      const now = await changes.everybody();
      // what somebody else said meanwhile is not taken back with it
      const open = new Map(
        data.practices.filter(({ said }) => !said).map((one) => [one.practiceId, one.version]),
      );
      return now.practices.filter(({ practiceId, version }) => open.get(practiceId) === version - 1);
    },
    onSuccess: (said) =>
      showToast(t('everybody.done'), {
        undo: async () => {
          for (const { practiceId, version } of said)
            await changes.record(practiceId, version, { state: null });
        },
      }),
  });
  return (
    <div className={classes.everybody} data-print="hide">
      <Button
        variant="light"
        leftSection={<IconChecks size={18} />}
        loading={everybody.isPending}
        onClick={() => everybody.mutate()}
      >
        {t(whole ? 'everybody' : 'everybody.rest')}
      </Button>
      {everybody.error ? <ErrorState error={everybody.error} /> : null}
    </div>
  );
}
