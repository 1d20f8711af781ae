import '@mantine/core/styles/Combobox.css';
import '@mantine/core/styles/Popover.css';
import '@mantine/core/styles/ScrollArea.css';
import { Button, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ActionOwnerView } from '#libs/contracts';
import { useFormat } from '../../../lib/i18n';
import { localTime } from '../../../lib/local-time';
import { useNow } from '../../../lib/now';
import { monthLater, ownerOptions, saysWho } from './owner-choice';
import classes from './actions.module.css';

interface ActionFieldsProps {
  owners: readonly ActionOwnerView[];
  owner: string | null;
  onOwner: (owner: string | null) => void;
  due: string;
  onDue: (due: string) => void;
  /** Local date of the next meeting. */
  nextMeetingOn: string | null;
}

/** Who does it, found by a few letters; and before when, mostly one press. */
export function ActionFields({ owners, owner, onOwner, due, onDue, nextMeetingOn }: ActionFieldsProps) {
  const { t } = useTranslation('meeting-actions');
  const format = useFormat();
  const today = localTime(useNow()).date;
  const picks = [
    ...(nextMeetingOn ? [{ day: nextMeetingOn, label: t('due.next') }] : []),
    { day: monthLater(today), label: t('due.month') },
  ];
  return (
    <div className={classes.fields}>
      <Select
        size="sm"
        searchable
        selectFirstOptionOnChange
        label={t('who')}
        placeholder={t('who.placeholder')}
        nothingFoundMessage={t('who.nobody')}
        data={ownerOptions(owners)}
        value={owner}
        onChange={onOwner}
        // Enter chooses who; it never sends the form with somebody else in it
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        filter={({ options, search }) =>
          options.filter((option) => 'label' in option && saysWho(option.label, search))
        }
      />
      <div>
        <TextInput
          size="sm"
          type="date"
          label={t('due')}
          min={today}
          value={due}
          onChange={(event) => onDue(event.currentTarget.value)}
        />
        <div className={classes.picks}>
          {picks.map(({ day, label }) => (
            <Button
              key={label}
              size="compact-sm"
              variant={due === day ? 'light' : 'default'}
              aria-pressed={due === day}
              title={format.localDate(day)}
              onClick={() => onDue(day)}
            >
              {label}
            </Button>
          ))}
        </div>
      </div>
    </div>
  );
}
