import { Button, Group, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DialogueSessionView } from '#libs/contracts';
import { ConfirmDialog } from '../../../../components/confirm-dialog';
import { ErrorState } from '../../../../components/error-state';
import { Panel } from '../../../../components/panel';
import { looksLikeMail } from '../../../../lib/mail-address';
import { showToast } from '../../../../lib/toast';
import { focusOnce } from '../focus-once';
import type { SessionChanges } from './use-session';
import classes from '../sessions.module.css';

interface SpecialistsProps {
  session: DialogueSessionView;
  changes: SessionChanges;
}

/** Who answers: added by name and address, without an account. */
export function SpecialistsPanel({ session, changes }: SpecialistsProps) {
  const { t } = useTranslation('dialogue-sessions');
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<DialogueSessionView['specialists'][number] | null>(null);
  const remove = useMutation({
    mutationFn: (personId: string) => changes.removeSpecialist(personId),
    onSuccess: () => {
      setLeaving(null);
      showToast(t('specialists.removed'));
    },
  });
  const open = session.state === 'planned' || session.state === 'live';
  return (
    <Panel title={t('specialists')}>
      {session.specialists.length === 0 && !adding && <p className={classes.hint}>{t('specialists.none')}</p>}
      <ul className={classes.people}>
        {session.specialists.map((one) => (
          <li key={one.personId}>
            <div>
              <b>{one.name}</b>
              <span className="lk-muted">{one.email}</span>
            </div>
            {open && (
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={t('specialists.remove.label', { name: one.name })}
                onClick={() => setLeaving(one)}
              >
                {t('specialists.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {open &&
        (adding ? (
          <AddForm session={session} changes={changes} onDone={() => setAdding(false)} />
        ) : (
          <Button
            size="compact-md"
            variant={session.specialists.length === 0 ? 'filled' : 'default'}
            leftSection={<IconPlus size={16} />}
            onClick={() => setAdding(true)}
          >
            {t('specialists.add')}
          </Button>
        ))}
      <ConfirmDialog
        opened={leaving !== null}
        onClose={() => {
          remove.reset();
          setLeaving(null);
        }}
        onConfirm={() => leaving && remove.mutate(leaving.personId)}
        title={t('specialists.remove.title', { name: leaving?.name ?? '' })}
        confirm={t('specialists.remove')}
        danger
        busy={remove.isPending}
        error={remove.error}
      >
        <p>{t('specialists.remove.text')}</p>
      </ConfirmDialog>
    </Panel>
  );
}

function AddForm({ session, changes, onDone }: SpecialistsProps & { onDone: () => void }) {
  const { t } = useTranslation(['dialogue-sessions', 'components']);
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [checked, setChecked] = useState(false);
  const add = useMutation({
    mutationFn: () => changes.addSpecialist({ name: name.trim(), email: email.trim() }),
    onSuccess: () => {
      showToast(t(session.sharedAt ? 'specialists.added.mailed' : 'specialists.added'));
      onDone();
    },
  });
  const noName = name.trim().length < 2;
  const noMail = !looksLikeMail(email);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!noName && !noMail) add.mutate();
  };
  return (
    <form noValidate onSubmit={submit} className={classes.form}>
      <TextInput
        size="sm"
        label={t('specialists.name')}
        value={name}
        maxLength={120}
        ref={focusOnce}
        error={checked && noName ? t('specialists.name.wrong') : null}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        size="sm"
        type="email"
        label={t('specialists.email')}
        description={t(session.sharedAt ? 'specialists.email.now' : 'specialists.email.later')}
        value={email}
        maxLength={254}
        error={checked && noMail ? t('specialists.email.wrong') : null}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      {add.error ? <ErrorState error={add.error} /> : null}
      <Group gap={8}>
        <Button type="submit" size="compact-md" loading={add.isPending}>
          {t('specialists.add')}
        </Button>
        <Button size="compact-md" variant="default" onClick={onDone}>
          {t('components:confirm.cancel')}
        </Button>
      </Group>
    </form>
  );
}
