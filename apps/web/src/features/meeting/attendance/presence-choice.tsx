import '@mantine/core/styles/FloatingIndicator.css';
import '@mantine/core/styles/SegmentedControl.css';
import { SegmentedControl } from '@mantine/core';
import { IconCheck, IconReplace, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { MEETING_PRESENCES, type MeetingPresence } from '#libs/contracts';
import classes from '../../../components/segmented-choice.module.css';

const ICON = { present: IconCheck, absent: IconX, replaced: IconReplace } as const;

interface PresenceChoiceProps {
  /** The practice: read aloud as the name of the group. */
  label: string;
  /** Null: nobody knows. */
  value: MeetingPresence | null;
  onChange: (value: MeetingPresence) => void;
}

/** Present, absent or replaced: three radios in a row, with icon and word. */
export function PresenceChoice({ label, value, onChange }: PresenceChoiceProps) {
  const { t } = useTranslation('meeting-attendance');
  return (
    <SegmentedControl
      aria-label={label}
      value={value ?? ''}
      onChange={(chosen) => onChange(chosen as MeetingPresence)}
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
  );
}
