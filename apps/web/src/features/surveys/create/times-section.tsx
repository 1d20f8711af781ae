import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ChoiceCards } from '../../../components/choice-cards';
import { Panel } from '../../../components/panel';
import { useNow } from '../../../lib/now';
import { type LocalTime, isPast, localTime, nextWorkday } from '../../../lib/local-time';
import { WholeInput } from '../../../components/whole-input';
import type { DraftSectionProps } from './about-section';
import { MOST_DAYS } from './draft';
import classes from './create.module.css';

interface TimesSectionProps extends DraftSectionProps {
  /** Null: at once. */
  opening: LocalTime | null;
  onOpening: (opening: LocalTime | null) => void;
}

/** When the mail goes out, how long people have, and when who has not answered is reminded. */
export function TimesSection({ draft, set, faults, opening, onOpening }: TimesSectionProps) {
  const { t } = useTranslation('surveys');
  const now = useNow();
  const late = opening !== null && isPast(opening, now);
  const reminders = faults.includes('reminders') ? t('times.reminders.fault') : null;
  return (
    <Panel title={t('times')}>
      <div className={classes.fields}>
        <ChoiceCards
          legend={t('times.opens')}
          columns={2}
          value={opening ? 'later' : 'now'}
          onChange={(choice) => onOpening(choice === 'now' ? null : nextWorkday(Date.now()))}
          choices={[
            { value: 'later', label: t('times.later'), text: t('times.later.text') },
            { value: 'now', label: t('times.now'), text: t('times.now.text') },
          ]}
        />
        {opening && (
          <div className={classes.times}>
            <TextInput
              type="date"
              label={t('times.date')}
              min={localTime(now).date}
              value={opening.date}
              error={late ? t('times.past') : null}
              onChange={(event) => onOpening({ ...opening, date: event.currentTarget.value })}
            />
            <TextInput
              type="time"
              label={t('times.time')}
              value={opening.time}
              onChange={(event) => onOpening({ ...opening, time: event.currentTarget.value })}
            />
          </div>
        )}
        <WholeInput
          className={classes.days}
          label={t('times.days')}
          value={draft.responseDays}
          error={faults.includes('days') ? t('times.days.fault', { most: MOST_DAYS }) : null}
          onChange={(responseDays) => set({ ...draft, responseDays })}
        />
        <fieldset className={classes.reminders}>
          <legend>{t('times.reminders')}</legend>
          <p>{t('times.reminders.text')}</p>
          <div className={classes.times}>
            {([0, 1] as const).map((place) => (
              <WholeInput
                key={place}
                label={t(place === 0 ? 'times.first' : 'times.second')}
                placeholder={t('times.none')}
                value={draft.reminders[place]}
                error={reminders !== null}
                onChange={(value) => {
                  const next: typeof draft.reminders = [...draft.reminders];
                  next[place] = value;
                  set({ ...draft, reminders: next });
                }}
              />
            ))}
          </div>
          {reminders && (
            <p className={classes.fault} role="status">
              {reminders}
            </p>
          )}
        </fieldset>
      </div>
    </Panel>
  );
}
