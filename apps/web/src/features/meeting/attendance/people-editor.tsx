import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Checkbox.css';
import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingAttendeeView, PracticeAttendanceView } from '#libs/contracts';
import { useFormat } from '../../../lib/i18n';
import type { PresenceWish } from './attendance-data';
import { namedIn } from './attendance-state';
import classes from './attendance.module.css';

const MOST_MINUTES = 600;
/** Of what was said before, so many are shown; the log has all. */
const SHOWN = 5;

interface PeopleEditorProps {
  practice: PracticeAttendanceView;
  /** Minutes that the meeting lasted. */
  length: number;
  busy: boolean;
  onChange: (people: NonNullable<PresenceWish['people']>) => void;
}

/** Who of the practice was there and for how long, each kept at once; with who said what before. */
export function PeopleEditor({ practice, length, busy, onChange }: PeopleEditorProps) {
  const { t } = useTranslation('meeting-attendance');
  const format = useFormat();
  const { people, staff, history } = practice;
  const here = new Map(people.map((one) => [one.personId, one]));
  const choices = [...people, ...staff.filter(({ personId }) => !here.has(personId))];
  const kept = people.map((one) => namedIn(one, length));
  return (
    <div className={classes.people}>
      {choices.length === 0 ? (
        <p className="lk-muted">{t('people.nobody')}</p>
      ) : (
        <ul>
          {choices.map(({ personId, name }) => {
            const one = here.get(personId);
            return (
              <li key={personId}>
                <Checkbox
                  label={name}
                  checked={one !== undefined}
                  // who was measured counts as long as nobody else is named
                  disabled={busy || (one?.measured === true && people.length === 1)}
                  onChange={() =>
                    onChange(
                      one ? kept.filter((other) => other.personId !== personId) : [...kept, { personId }],
                    )
                  }
                />
                {one && (
                  <Minutes
                    key={one.minutes}
                    one={one}
                    onSave={(minutes) =>
                      onChange(
                        kept.map((other) => (other.personId === personId ? { personId, minutes } : other)),
                      )
                    }
                  />
                )}
              </li>
            );
          })}
        </ul>
      )}
      {history.length > 0 && (
        <ul className={classes.history} aria-label={t('history')}>
          {history.slice(0, SHOWN).map((step) => (
            <li key={step.at}>
              {t('history.line', {
                state: t(step.state === null ? 'state.back' : `state.${step.state}`),
                by: step.by ?? t('history.gone'),
                at: format.dateTime(step.at),
              })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Real minutes, for who came late or left early: the certificate says them. Kept when the field is left. */
function Minutes({ one, onSave }: { one: MeetingAttendeeView; onSave: (minutes: number) => void }) {
  const { t } = useTranslation('meeting-attendance');
  const [text, setText] = useState(String(one.minutes));
  const minutes = Number(text);
  const fits = Number.isInteger(minutes) && minutes >= 1 && minutes <= MOST_MINUTES;
  const save = () => {
    if (fits && minutes !== one.minutes) onSave(minutes);
  };
  return (
    <TextInput
      size="sm"
      className={classes.minutes}
      inputMode="numeric"
      aria-label={t('minutes.of', { name: one.name })}
      rightSection={<span aria-hidden>{t('minutes')}</span>}
      rightSectionWidth={44}
      value={text}
      error={fits ? null : t('minutes.wrong')}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => event.key === 'Enter' && save()}
    />
  );
}
