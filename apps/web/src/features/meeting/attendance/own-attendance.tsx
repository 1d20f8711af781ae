import { useTranslation } from 'react-i18next';
import type { MeetingAttendanceView, PracticeAttendanceView } from '#libs/contracts';
import { Panel } from '../../../components/panel';
import { Verdict } from '../../../components/verdict';
import { CertificateButton } from './certificate-button';
import classes from './attendance.module.css';

/** A practice reads its own line, and whoever was there has a certificate. */
export function OwnAttendance({ data }: { data: MeetingAttendanceView }) {
  const { t } = useTranslation('meeting-attendance');
  const { meetingId, practices, certificate } = data;
  if (practices.length === 0 && !certificate) return null;
  return (
    <Panel title={t('title')}>
      <ul className={classes.own}>
        {practices.map((practice) => (
          <OwnLine key={practice.practiceId} practice={practice} />
        ))}
      </ul>
      {certificate && (
        <div className={classes.buttons}>
          <CertificateButton meetingId={meetingId} />
        </div>
      )}
    </Panel>
  );
}

function OwnLine({
  practice: { practice, state, people, replacedBy },
}: {
  practice: PracticeAttendanceView;
}) {
  const { t } = useTranslation('meeting-attendance');
  const who = [
    ...people.map(({ name, minutes }) => t('person', { name, minutes })),
    ...(replacedBy === null ? [] : [t('replacedBy', { name: replacedBy })]),
  ];
  return (
    <li>
      <div>
        <b>{practice}</b>
        {state === null ? (
          <Verdict kind="same">{t('state.unknown')}</Verdict>
        ) : (
          <Verdict kind={state === 'absent' ? 'same' : 'ok'}>{t(`state.${state}`)}</Verdict>
        )}
      </div>
      <p className="lk-muted">{state === null ? t('own.waits') : who.join(' · ')}</p>
    </li>
  );
}
