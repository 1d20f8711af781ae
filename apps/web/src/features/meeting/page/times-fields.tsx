import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isPast, localTime } from '../../../lib/local-time';
import { useNow } from '../../../lib/now';
import type { TimesDraft } from './times-draft';
import classes from './meeting.module.css';

interface TimesFieldsProps {
  value: TimesDraft;
  onChange: (value: TimesDraft) => void;
  /** Somebody asked to save: what is missing is said. */
  checked: boolean;
  /** It was held already. */
  held?: boolean;
}

/** Date, begin and end of a meeting. */
export function TimesFields({ value, onChange, checked, held = false }: TimesFieldsProps) {
  const { t } = useTranslation(['meeting', 'meeting-attendance']);
  const now = useNow();
  const { date, startTime, endTime } = value;
  const past = date !== '' && isPast({ date, time: endTime }, now);
  return (
    <div className={classes.fields}>
      <TextInput
        type="date"
        label={t('times.date')}
        min={held ? undefined : localTime(now).date}
        max={held ? localTime(now).date : undefined}
        value={date}
        error={
          past && !held
            ? t('times.past')
            : held && date !== '' && !past
              ? t('meeting-attendance:held.future')
              : checked && !date
                ? t('times.missing')
                : null
        }
        onChange={(event) => onChange({ ...value, date: event.currentTarget.value })}
      />
      <TextInput
        type="time"
        label={t('times.start')}
        value={startTime}
        error={checked && !startTime ? t('times.missing') : null}
        onChange={(event) => onChange({ ...value, startTime: event.currentTarget.value })}
      />
      <TextInput
        type="time"
        label={t('times.end')}
        value={endTime}
        error={endTime > startTime ? null : t('times.order')}
        onChange={(event) => onChange({ ...value, endTime: event.currentTarget.value })}
      />
    </div>
  );
}
