import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { ActionIcon, Button, Checkbox } from '@mantine/core';
import { IconAlarm, IconPencil } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionItemView, ActionOwnerView } from '#libs/contracts';
import { GuardedForm } from '../../../components/guarded-form';
import { useProblemText } from '../../../components/problem-text';
import { useFormat } from '../../../lib/i18n';
import { showToast } from '../../../lib/toast';
import { useActionDoors } from './actions-data';
import { ActionFields } from './later-forms';
import { ownerOptions, ownerValue } from './owner-choice';
import { useReturnFocus } from './return-focus';
import classes from './actions.module.css';

const LONGEST = 300;

interface ActionRowProps {
  action: ActionItemView;
  /** Who can own it; without them it cannot be changed here, only ticked off. */
  owners?: readonly ActionOwnerView[];
  nextMeetingOn?: string | null;
  /** Where it comes from, in a list of several groups. */
  showGroup?: boolean;
}

/** What, who and before when. The box ticks it off, and on again. */
export function ActionRow({ action, owners, nextMeetingOn = null, showGroup = false }: ActionRowProps) {
  const { t } = useTranslation('meeting-actions');
  const format = useFormat();
  const problemText = useProblemText();
  const doors = useActionDoors();
  const [editing, setEditing] = useState(false);
  const { button, back } = useReturnFocus();
  // the box follows the press at once, and the server a moment later
  const [pressed, setPressed] = useState<'open' | 'done' | null>(null);
  const toggle = useMutation({
    mutationFn: (state: 'open' | 'done') => doors.change(action, { state }),
    onError: (error) => showToast(problemText(error), { kind: 'failed' }),
    onSettled: () => setPressed(null),
  });
  const press = (state: 'open' | 'done') => {
    if (toggle.isPending) return;
    setPressed(state);
    toggle.mutate(state);
  };
  const state = pressed ?? action.state;
  const done = state === 'done';
  if (editing && owners)
    return (
      <li className={classes.row}>
        <EditAction
          action={action}
          owners={owners}
          nextMeetingOn={nextMeetingOn}
          onDone={() => {
            setEditing(false);
            back();
          }}
        />
      </li>
    );
  const who = action.owner ? `${action.owner}, ${action.ownerPractice}` : action.ownerPractice;
  const when =
    state === 'open' ? t('row.due', { date: format.day(`${action.dueOn}T12:00:00Z`) }) : t(`state.${state}`);
  return (
    <li className={classes.row} data-state={state}>
      <Checkbox
        className={classes.check}
        checked={done}
        disabled={state === 'dropped'}
        onChange={() => press(done ? 'open' : 'done')}
        label={<span dir="auto">{action.text}</span>}
        description={
          <>
            {action.late && state === 'open' && (
              <>
                <span className={classes.late}>
                  <IconAlarm size={15} stroke={2} className="lk-icon" aria-hidden />
                  {t('row.late')}
                </span>
                {' · '}
              </>
            )}
            {[who, when, ...(showGroup ? [action.group ?? action.meeting] : [])].join(' · ')}
          </>
        }
      />
      {state === 'dropped' ? (
        <Button size="compact-sm" variant="subtle" data-print="hide" onClick={() => press('open')}>
          {t('row.reopen')}
        </Button>
      ) : (
        owners && (
          <ActionIcon
            ref={button}
            variant="subtle"
            color="gray"
            size={32}
            data-print="hide"
            aria-label={t('row.change', { text: action.text })}
            onClick={() => setEditing(true)}
          >
            <IconPencil size={17} stroke={1.8} />
          </ActionIcon>
        )
      )}
    </li>
  );
}

interface EditActionProps {
  action: ActionItemView;
  owners: readonly ActionOwnerView[];
  nextMeetingOn: string | null;
  onDone: () => void;
}

function EditAction({ action, owners, nextMeetingOn, onDone }: EditActionProps) {
  const { t } = useTranslation('meeting-actions');
  const problemText = useProblemText();
  const doors = useActionDoors();
  const [before] = useState(() => ({ ...action, owner: ownerValue(action.ownerPracticeId, action.ownerId) }));
  const [text, setText] = useState(before.text);
  const [owner, setOwner] = useState<string | null>(before.owner);
  const [due, setDue] = useState(before.dueOn);
  const drop = useMutation({
    mutationFn: () => doors.change(action, { state: 'dropped' }),
    onSuccess: (dropped) =>
      showToast(t('row.dropped'), { undo: () => doors.change(dropped, { state: 'open' }) }),
    onError: (error) => showToast(problemText(error), { kind: 'failed' }),
  });
  return (
    <div className={classes.edit}>
      <GuardedForm
        id={`action-${action.id}`}
        label={t('row.text')}
        size="sm"
        minRows={1}
        maxLength={LONGEST}
        takeFocus
        value={text}
        onChange={setText}
        submit={t('row.save')}
        onCancel={onDone}
        send={async (said, confirmed) => {
          const option = ownerOptions(owners).find(({ value }) => value === owner);
          // only what was changed here: what a colleague changed meanwhile stays
          await doors.change(action, {
            ...(said !== before.text && { text: said }),
            ...(option &&
              owner !== before.owner && { ownerPracticeId: option.practiceId, ownerId: option.personId }),
            ...(due !== '' && due !== before.dueOn && { dueOn: due }),
            confirmed,
          });
          onDone();
        }}
      >
        <ActionFields
          owners={owners}
          owner={owner}
          onOwner={setOwner}
          due={due}
          onDue={setDue}
          nextMeetingOn={nextMeetingOn}
        />
      </GuardedForm>
      <Button
        className={classes.drop}
        size="compact-sm"
        variant="subtle"
        color="gray"
        loading={drop.isPending}
        onClick={() => drop.mutate()}
      >
        {t('row.drop')}
      </Button>
    </div>
  );
}
