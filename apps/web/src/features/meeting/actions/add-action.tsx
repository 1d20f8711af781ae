import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingActionsView } from '#libs/contracts';
import { localTime } from '../../../lib/local-time';
import { useNow } from '../../../lib/now';
import { useActionDoors } from './actions-data';
import { ActionFields } from './later-forms';
import { LineForm } from './line-form';
import { monthLater, ownerOptions, ownerValue } from './owner-choice';

/** As the server takes it. */
const LONGEST = 300;

/** What, and Enter. Who and when stand under it, filled in with what is most likely. */
export function AddAction({ actions }: { actions: MeetingActionsView }) {
  const { t } = useTranslation('meeting-actions');
  const { meetingId, owners, ownPracticeIds, nextMeetingOn } = actions;
  const today = localTime(useNow()).date;
  const doors = useActionDoors();
  const [owner, setOwner] = useState<string | null>(null);
  const [due, setDue] = useState<string | null>(null);
  const [first] = ownPracticeIds.length > 0 ? ownPracticeIds : owners.map(({ practiceId }) => practiceId);
  const chosen = owner ?? (first ? ownerValue(first, null) : null);
  const day = due ?? nextMeetingOn ?? monthLater(today);
  const option = ownerOptions(owners).find(({ value }) => value === chosen);
  return (
    <LineForm
      label={t('add')}
      submit={t('add.submit')}
      done={t('add.done')}
      maxLength={LONGEST}
      ready={option !== undefined && day !== ''}
      send={(text, confirmed) =>
        doors.add(meetingId, {
          text,
          ownerPracticeId: option?.practiceId ?? '',
          ownerId: option?.personId ?? null,
          dueOn: day,
          confirmed,
        })
      }
    >
      <ActionFields
        owners={owners}
        owner={chosen}
        onOwner={setOwner}
        due={day}
        onDue={setDue}
        nextMeetingOn={nextMeetingOn}
      />
    </LineForm>
  );
}
