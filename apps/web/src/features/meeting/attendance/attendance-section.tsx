import type { MeetingView } from '#libs/contracts';

/** Who was there, on the page of a meeting. */
export function AttendanceSection(_: { meeting: MeetingView }) {
  return null;
}
