import { useTranslation } from 'react-i18next';
import type { MeetingSummaryView } from '#libs/contracts';
import { DateTile } from '../../../components/date-tile';
import { Row, RowList, RowTitle } from '../../../components/row-list';
import { Verdict } from '../../../components/verdict';
import { useFormat } from '../../../lib/i18n';
import { MeetingStateMark } from './meeting-state';
import { calledMeeting } from './meeting-words';

/** Meetings, a row each: when, whose, how many. */
export function MeetingRows({ meetings }: { meetings: readonly MeetingSummaryView[] }) {
  return (
    <RowList>
      {meetings.map((meeting) => (
        <MeetingRow key={meeting.id} meeting={meeting} />
      ))}
    </RowList>
  );
}

function MeetingRow({ meeting }: { meeting: MeetingSummaryView }) {
  const { t } = useTranslation('meeting');
  const format = useFormat();
  const { id, groupId, circle, group, title, state, startsAt, endsAt, mandatory } = meeting;
  const facts = [
    startsAt && endsAt ? format.period(startsAt, endsAt) : t('date.none'),
    ...(groupId === null ? [t(`circle.${circle}`), ...(group === title ? [] : [group])] : []),
    t('practices', { count: meeting.practices }),
  ];
  return (
    <Row lead={<DateTile at={startsAt} />} off={state === 'cancelled'}>
      <RowTitle to={`/bijeenkomst/${id}`} title={calledMeeting(meeting)}>
        {(state === 'polling' || state === 'cancelled') && <MeetingStateMark state={state} />}
        {mandatory && <Verdict kind="same">{t('mandatory')}</Verdict>}
      </RowTitle>
      <p className="lk-muted">{facts.join(' · ')}</p>
    </Row>
  );
}
