import '@mantine/core/styles/FloatingIndicator.css';
import '@mantine/core/styles/SegmentedControl.css';
import { SegmentedControl } from '@mantine/core';
import { IconCheck, IconReplace, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { MEETING_PRESENCES, type MeetingPresence } from '#libs/contracts';
import classes from '../../../components/segmented-choice.module.css';
import { steppedTo } from './attendance-state';
import own from './attendance.module.css';

const ICON = { present: IconCheck, absent: IconX, replaced: IconReplace } as const;

interface PresenceChoiceProps {
  /** The practice: read aloud as the name of the group. */
  label: string;
  /** Null: nobody knows. */
  value: MeetingPresence | null;
  onChange: (value: MeetingPresence) => void;
}

/**
 * Present, absent or replaced: three radios in a row, with icon and word. A choice is kept at once, so arrows move the focus alone and
 * space or enter chooses, as among radios in a toolbar: on the way to the last one, nobody says the one between.
 */
export function PresenceChoice({ label, value, onChange }: PresenceChoiceProps) {
  const { t } = useTranslation('meeting-attendance');
  const keys = useId();
  return (
    <div className={own.presence}>
      <SegmentedControl
        aria-label={label}
        aria-describedby={keys}
        value={value ?? ''}
        onChange={(chosen) => onChange(chosen as MeetingPresence)}
        onKeyDown={walk}
        classNames={classes}
        data={MEETING_PRESENCES.map((presence) => {
          const Icon = ICON[presence];
          return {
            value: presence as string,
            label: (
              <span className={classes.word}>
                <Icon size={15} stroke={2.2} aria-hidden />
                {t(`state.${presence}`)}
              </span>
            ),
          };
        })}
      />
      <span id={keys} className={own.keys} data-print="hide">
        {t('keys')}
      </span>
    </div>
  );
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const radios = [...event.currentTarget.querySelectorAll('input')];
  const at = radios.findIndex((radio) => radio === event.target);
  const to = steppedTo(event.key, at, radios.length);
  if (event.key === 'Enter') radios[at]?.click();
  else if (to === null) return;
  else radios[to]?.focus();
  event.preventDefault();
}
