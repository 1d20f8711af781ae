import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReferralPersonView } from '#libs/contracts';
import { GuardedForm } from '../../components/guarded-form';
import { useMe } from '../../lib/me';
import { referralDoors } from './referrals-data';
import classes from './referrals.module.css';
import { useReferrals } from './use-referrals';
import { daysAfter, today } from './week-words';

interface ActionFormProps {
  id: string;
  people: readonly ReferralPersonView[];
  referralId?: string;
  onDone: () => void;
  onCancel?: () => void;
}

/** What is going to be done otherwise, by whom and until when (REF-09). */
export function ActionForm({ id, people, referralId, onDone, onCancel }: ActionFormProps) {
  const { t } = useTranslation('referrals');
  const me = useMe();
  const { refresh } = useReferrals(id);
  const [text, setText] = useState('');
  const [owner, setOwner] = useState(
    people.some(({ personId }) => personId === me.person.id) ? me.person.id : (people[0]?.personId ?? ''),
  );
  const [dueOn, setDueOn] = useState(() => daysAfter(today(), 14));
  return (
    <GuardedForm
      id={`action-${referralId ?? 'new'}`}
      takeFocus
      size="sm"
      label={t('action.text')}
      submit={t('action.save')}
      value={text}
      onChange={setText}
      maxLength={300}
      send={async (plain, confirmed) => {
        await referralDoors.addAction(id, {
          text: plain,
          ownerId: owner,
          dueOn,
          referralId: referralId ?? null,
          confirmed,
        });
        setText('');
        await refresh();
        onDone();
      }}
      onCancel={onCancel}
    >
      <div className={classes.fields}>
        <NativeSelect
          size="sm"
          label={t('action.owner')}
          value={owner}
          onChange={({ currentTarget: { value } }) => setOwner(value)}
          data={people.map(({ personId, name }) => ({ value: personId, label: name }))}
        />
        <TextInput
          size="sm"
          type="date"
          label={t('action.due')}
          value={dueOn}
          min={today()}
          required
          onChange={({ currentTarget: { value } }) => value && setDueOn(value)}
        />
      </div>
    </GuardedForm>
  );
}
