import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Checkbox.css';
import { Checkbox, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
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
  /** Who counts: nobody as long as it is not kept what they are chosen for. */
  people: readonly MeetingAttendeeView[];
  /** What is asked. */
  label: string;
  /** Minutes that the meeting lasted. */
  length: number;
  busy: boolean;
  onChange: (people: NonNullable<PresenceWish['people']>) => void;
  /** Another answer than people of the practice; then one of the two is needed. */
  children?: ReactNode;
}

/** Who of the practice was there and for how long, each kept at once; with who said what before. */
export function PeopleEditor({
  practice,
  people,
  label,
  length,
  busy,
  onChange,
  children,
}: PeopleEditorProps) {
  const { t } = useTranslation('meeting-attendance');
  const format = useFormat();
  const { staff, history } = practice;
  const here = new Map(people.map((one) => [one.personId, one]));
  // who is chosen stays where it stood
  const known = new Set(staff.map(({ personId }) => personId));
  const choices = [...staff, ...people.filter(({ personId }) => !known.has(personId))];
  const kept = people.map((one) => namedIn(one, length));
  /** Who was measured counts as long as nobody else is named, and where somebody came instead there is somebody. */
  const stays = people.length === 1 && (people[0]?.measured === true || children !== undefined);
  return (
    <div className={classes.people}>
      {children && choices.length > 0 && <b aria-hidden>{label}</b>}
      {choices.length === 0 ? (
        !children && <p className="lk-muted">{t('people.nobody')}</p>
      ) : (
        <ul aria-label={label}>
          {choices.map(({ personId, name }) => {
            const one = here.get(personId);
            return (
              <li key={personId}>
                <Checkbox
                  label={name}
                  checked={one !== undefined}
                  // refused without being taken out of reach: the focus stays where it is
                  aria-disabled={(one !== undefined && stays) || undefined}
                  onChange={() => {
                    if (busy || (one && stays)) return;
                    onChange(
                      one ? kept.filter((other) => other.personId !== personId) : [...kept, { personId }],
                    );
                  }}
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
      {children}
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
