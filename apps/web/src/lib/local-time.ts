import { ZONE } from './format';

/** A moment as two form fields hold it, in the zone of the practices: `2026-11-23` and `09:00`. */
export interface LocalTime {
  date: string;
  time: string;
}

const parts = new Intl.DateTimeFormat('sv-SE', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

export function localTime(moment: string | number | Date): LocalTime {
  const [date = '', time = ''] = parts.format(new Date(moment)).split(' ');
  return { date, time };
}

/** Null while it is not a whole moment. The server reads a time without offset as Dutch local time. */
export function momentText({ date, time }: LocalTime): string | null {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && /^\d{2}:\d{2}$/.test(time) ? `${date}T${time}` : null;
}

/** True when the moment has passed. Local times of one zone compare as text. */
export function isPast(at: LocalTime, now: number): boolean {
  const text = momentText(at);
  return text !== null && text < (momentText(localTime(now)) ?? '');
}

/** The first working day after `now`, at nine: nobody is asked in the evening or on a Sunday. */
export function nextWorkday(now: number): LocalTime {
  const day = new Date(`${localTime(now).date}T12:00:00Z`);
  do day.setUTCDate(day.getUTCDate() + 1);
  while (day.getUTCDay() === 0 || day.getUTCDay() === 6);
  return { date: day.toISOString().slice(0, 10), time: '09:00' };
}
