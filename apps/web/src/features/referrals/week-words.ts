/** `47` of `2026-W47`. */
export const weekNumber = (week: string): number => Number(week.slice(6));

/** Today as people here date it: `yyyy-mm-dd`. */
export function today(now: number = Date.now()): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam' }).format(now);
}

/** So many days after a local date. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
