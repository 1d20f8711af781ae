import { Button, NativeSelect } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/i18n';
import classes from './new.module.css';
import { daysAfter, FIRST_DAYS, weekdaySeries } from './poll-draft';
import shared from './poll.module.css';

interface SeriesProps {
  today: string;
  times: { startTime: string; endTime: string };
  disabled: boolean;
  onAdd: (dates: string[]) => void;
}

/** Every Tuesday of the coming six weeks, in one press. */
export function SeriesFields({ today, times, disabled, onAdd }: SeriesProps) {
  const { t } = useTranslation('meeting-poll');
  const format = useFormat();
  const [weekday, setWeekday] = useState(2);
  const [weeks, setWeeks] = useState(6);
  return (
    <fieldset className={classes.series}>
      <legend>{t('series')}</legend>
      <div className={shared.fields}>
        <NativeSelect
          size="sm"
          label={t('series.day')}
          value={weekday}
          onChange={(event) => setWeekday(Number(event.currentTarget.value))}
          data={([1, 2, 3, 4, 5, 6, 7] as const).map((day) => ({
            value: String(day),
            label: t(`weekday.${day}`),
          }))}
        />
        <NativeSelect
          size="sm"
          label={t('series.weeks')}
          value={weeks}
          onChange={(event) => setWeeks(Number(event.currentTarget.value))}
          data={[3, 4, 6, 8, 10].map((count) => ({
            value: String(count),
            label: t('series.count', { count }),
          }))}
        />
      </div>
      <Button
        size="sm"
        mt={10}
        variant="default"
        disabled={disabled}
        leftSection={<IconPlus size={17} />}
        onClick={() => onAdd(weekdaySeries(daysAfter(today, FIRST_DAYS - 1), weekday, weeks))}
      >
        {t('series.add', { time: format.clock(times.startTime) })}
      </Button>
    </fieldset>
  );
}
