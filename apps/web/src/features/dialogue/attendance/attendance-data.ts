import { queryOptions } from '@tanstack/react-query';
import type { AttendanceReportView, AttendanceView, SessionParticipantView } from '#libs/contracts';
import { api, fileBody, ifMatch, view } from '../../../lib/api';

const at = (id: string) => ({ params: { path: { id } } });

/** Who comes and who came: one call makes all of it stale. */
export const attendanceKey = (sessionId: string) => ['dialogue-attendance', sessionId] as const;

export const participantsQuery = (sessionId: string) =>
  queryOptions({
    queryKey: [...attendanceKey(sessionId), 'participants'],
    queryFn: ({ signal }) =>
      view<SessionParticipantView[]>(
        api.GET('/api/dialogue-sessions/{id}/registrations', { ...at(sessionId), signal }),
      ),
  });

export const attendanceQuery = (sessionId: string) =>
  queryOptions({
    queryKey: [...attendanceKey(sessionId), 'attendance'],
    queryFn: ({ signal }) =>
      view<AttendanceView[]>(api.GET('/api/dialogue-sessions/{id}/attendance', { ...at(sessionId), signal })),
  });

export interface Correction {
  personId: string;
  says: 'present' | 'absent' | 'measured';
  /** Local Dutch time. */
  joinedAt?: string;
  leftAt?: string;
}

export const attendanceDoors = {
  correct: (sessionId: string, practiceId: string, version: number, body: Correction) =>
    view<AttendanceView[]>(
      api.PUT('/api/dialogue-sessions/{id}/attendance/{practiceId}', {
        params: { path: { id: sessionId, practiceId } },
        ...ifMatch(version),
        body,
      }),
    ),
  report: (sessionId: string, file: File) =>
    view<AttendanceReportView>(
      api.POST('/api/dialogue-sessions/{id}/attendance/report', { ...at(sessionId), ...fileBody(file) }),
    ),
};

export const accreditationHref = (sessionId: string): string =>
  `/api/dialogue-sessions/${sessionId}/attendance/accreditation`;
