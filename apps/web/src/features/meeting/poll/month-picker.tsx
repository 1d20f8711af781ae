import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat, useLanguage, useWords } from '../../../lib/i18n';
import { daysQuery } from './poll-data';
import { daysAfter, FIRST_DAYS, monthAfter, monthWeeks } from './poll-draft';
import shared from './poll.module.css';
import classes from './new.module.css';

interface MonthPickerProps {
  /** Local date: earlier days cannot be picked. */
  today: string;
  picked: ReadonlySet<string>;
  onToggle: (date: string) => void;
}

/** A month in which days are picked; holidays are marked and said under it, and never in the way. */
export function MonthPicker({ today, picked, onToggle }: MonthPickerProps) {
  const { t } = useTranslation('meeting-poll');
  const language = useLanguage();
  const words = useWords();
  const format = useFormat();
  const [month, setMonth] = useState(monthAfter(daysAfter(today, FIRST_DAYS), 0));
  const { data } = useQuery(daysQuery(monthAfter(today, 0), daysAfter(monthAfter(today, 12), -1)));
  const locale = language === 'nl' ? 'nl-NL' : 'en-GB';
  const name = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'long', year: 'numeric' }).format(
    new Date(`${month}T12:00:00Z`),
  );
  const weekday = (style: 'short' | 'long', day: number) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: style }).format(
      new Date(Date.UTC(2027, 1, day)),
    );
  const flags = new Map(
    (data?.days ?? []).map(({ date, flags: all }) => [date, all.map((flag) => words(flag.name)).join(', ')]),
  );
  const weeks = monthWeeks(month);
  const spans = spansOf(
    weeks.flat().flatMap((date) => (date && flags.has(date) ? [[date, flags.get(date) ?? '']] : [])) as [
      string,
      string,
    ][],
  );
  const step = (months: number, label: string, Icon: typeof IconChevronLeft, disabled: boolean) => (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={44}
      aria-label={label}
      disabled={disabled}
      onClick={() => setMonth(monthAfter(month, months))}
    >
      <Icon size={20} />
    </ActionIcon>
  );
  return (
    <div>
      <div className={classes.monthHead}>
        {step(-1, t('month.before'), IconChevronLeft, month <= monthAfter(today, 0))}
        <b aria-live="polite">{name}</b>
        {step(1, t('month.after'), IconChevronRight, month >= monthAfter(today, 11))}
      </div>
      <table className={classes.month}>
        <thead>
          <tr>
            {[1, 2, 3, 4, 5, 6, 7].map((day) => (
              <th key={day} scope="col" abbr={weekday('long', day)}>
                {weekday('short', day).replace('.', '')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week, k) => (
            <tr key={k}>
              {week.map((date, at) => (
                <td key={date ?? `-${at}`}>
                  {date && (
                    <button
                      type="button"
                      className={classes.day}
                      aria-pressed={picked.has(date)}
                      aria-label={[format.localDate(date), flags.get(date)].filter(Boolean).join(', ')}
                      data-flag={flags.has(date) || undefined}
                      disabled={date <= today}
                      onClick={() => onToggle(date)}
                    >
                      {Number(date.slice(8))}
                    </button>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {spans.length > 0 && (
        <ul className={classes.flagged}>
          {spans.map(({ from, until, name: called }) => (
            <li key={`${from} ${called}`}>
              {from === until
                ? `${Number(from.slice(8))}: ${called}`
                : `${Number(from.slice(8))}–${Number(until.slice(8))}: ${called}`}
            </li>
          ))}
        </ul>
      )}
      {data && weeks.flat().some((date) => date && date > data.holidaysKnownUntil) && (
        <p className={shared.hint}>
          {t('holidays.beyond', { date: format.localDate(data.holidaysKnownUntil) })}
        </p>
      )}
    </div>
  );
}

/** Days that follow each other with the same name, as one line. */
function spansOf(
  days: readonly (readonly [string, string])[],
): { from: string; until: string; name: string }[] {
  const spans: { from: string; until: string; name: string }[] = [];
  for (const [date, name] of days) {
    const last = spans.at(-1);
    if (last?.name === name && daysAfter(last.until, 1) === date) last.until = date;
    else spans.push({ from: date, until: date, name });
  }
  return spans;
}
