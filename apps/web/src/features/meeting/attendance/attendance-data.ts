import { queryOptions, useQueryClient } from '@tanstack/react-query';
import type { MandatoryYearView, MeetingAttendanceView, MeetingPresence, MeetingView } from '#libs/contracts';
import { api, ifMatch, view } from '../../../lib/api';
import { meetingQuery, meetingsKey, type NewMeeting } from '../page/meeting-data';
import { newestOf } from './attendance-state';

const at = (id: string) => ({ params: { path: { id } } });

/** Under the key of the meeting: its page fetches it again when the room says so. */
export const attendanceKey = (meetingId: string) => ['meeting', meetingId, 'attendance'] as const;
const mandatoryKey = ['mandatory-meetings'] as const;

export const attendanceQuery = (meetingId: string) =>
  queryOptions({
    queryKey: attendanceKey(meetingId),
    queryFn: ({ signal }) =>
      view<MeetingAttendanceView>(api.GET('/api/meetings/{id}/attendance', { ...at(meetingId), signal })),
  });

export const mandatoryQuery = (year: number) =>
  queryOptions({
    queryKey: [...mandatoryKey, year],
    queryFn: ({ signal }) =>
      view<MandatoryYearView>(api.GET('/api/mandatory-meetings', { params: { query: { year } }, signal })),
  });

export const certificateHref = (meetingId: string): string => `/api/meetings/${meetingId}/certificate`;
export const accreditationHref = (meetingId: string, format: 'xlsx' | 'csv'): string =>
  `/api/meetings/${meetingId}/accreditation?format=${format}`;

/** What somebody says of one practice. */
export interface PresenceWish {
  /** Null takes back what was said. */
  state: MeetingPresence | null;
  people?: { personId: string; minutes?: number | null }[];
  replacedBy?: string | null;
}

/** What somebody notes. Each answer is how the whole list stands now. */
export function useAttendanceChanges(meetingId: string) {
  const client = useQueryClient();
  const { queryKey } = attendanceQuery(meetingId);
  const send = async (call: Promise<MeetingAttendanceView>) => {
    try {
      const now = await call;
      client.setQueryData(queryKey, (before) => newestOf(before, now));
      void client.invalidateQueries({ queryKey: mandatoryKey });
      return now;
    } catch (error) {
      // the list shows what happened meanwhile, beside why this did not
      void client.invalidateQueries({ queryKey });
      throw error;
    }
  };
  return {
    record: (practiceId: string, version: number, body: PresenceWish) =>
      send(
        view<MeetingAttendanceView>(
          api.PUT('/api/meetings/{id}/attendance/{practiceId}', {
            params: { path: { id: meetingId, practiceId } },
            ...ifMatch(version),
            body,
          }),
        ),
      ),
    everybody: () =>
      send(view<MeetingAttendanceView>(api.POST('/api/meetings/{id}/attendance/everybody', at(meetingId)))),
    setActivity: (version: number, activityId: string | null) =>
      send(
        view<MeetingAttendanceView>(
          api.PUT('/api/meetings/{id}/accreditation', {
            ...at(meetingId),
            ...ifMatch(version),
            body: { activityId },
          }),
        ),
      ),
  };
}

/** Keeps a meeting outside groups that was held already (GRP-09). */
export function useHeldMeeting() {
  const client = useQueryClient();
  return async ({ circle = 'other', ...body }: HeldMeeting): Promise<MeetingView> => {
    const meeting = await view<MeetingView>(api.POST('/api/meetings/held', { body: { ...body, circle } }));
    client.setQueryData(meetingQuery(meeting.id).queryKey, meeting);
    void client.invalidateQueries({ queryKey: meetingsKey });
    void client.invalidateQueries({ queryKey: mandatoryKey });
    return meeting;
  };
}
type HeldMeeting = Pick<
  NewMeeting,
  'circle' | 'organiserPracticeId' | 'practiceIds' | 'location' | 'confirmed'
> &
  Required<Pick<NewMeeting, 'title' | 'date' | 'startTime' | 'endTime'>>;
