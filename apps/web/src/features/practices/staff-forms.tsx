import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { PracticeDetailView, Role, StaffView } from '#libs/contracts';
import { ErrorState } from '../../components/error-state';
import { api } from '../../lib/api';
import { looksLikeMail } from '../../lib/mail-address';
import { useMay, useMe } from '../../lib/me';
import { asProblem, refusedFields } from '../../lib/problem';
import { showToast } from '../../lib/toast';
import { practicesKey } from './practices-data';
import classes from './practices.module.css';

const STAFF_ROLES = [
  'practice-holder',
  'practice-contact',
  'practice-employee',
] as const satisfies readonly Role[];

/** The roles that are held at a practice. */
export type StaffRole = (typeof STAFF_ROLES)[number];

interface WhoFormProps {
  lead: ReactNode;
  submit: string;
  busy: boolean;
  error: unknown;
  onSubmit: (who: { name: string; email: string }) => void;
  onCancel: () => void;
  children?: ReactNode;
}

/** A name and an address, with what else is asked. */
function WhoForm(props: WhoFormProps) {
  const { t } = useTranslation(['practices', 'components']);
  const id = useId();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [checked, setChecked] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const refused = refusedFields(props.error ? asProblem(props.error) : null);
  const noName = (checked && !/\p{L}/u.test(name)) || 'name' in refused;
  const noMail = (checked && !looksLikeMail(email)) || 'email' in refused;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (/\p{L}/u.test(name) && looksLikeMail(email))
      props.onSubmit({ name: name.trim(), email: email.trim() });
  };
  return (
    <form noValidate onSubmit={submit} className={classes.who}>
      <p className={classes.quiet}>{props.lead}</p>
      <div className={classes.fields}>
        <TextInput
          ref={first}
          id={`${id}-name`}
          label={t('staff.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={noName ? t('wrong.person') : null}
          maxLength={120}
        />
        <TextInput
          id={`${id}-email`}
          label={t('staff.email')}
          type="email"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={noMail ? t('wrong.email') : null}
          maxLength={254}
        />
        {props.children}
      </div>
      {props.error && Object.keys(refused).length === 0 ? <ErrorState error={props.error} /> : null}
      <Group gap={8}>
        <Button type="submit" size="sm" loading={props.busy}>
          {props.submit}
        </Button>
        <Button variant="subtle" size="sm" onClick={props.onCancel}>
          {t('components:confirm.cancel')}
        </Button>
      </Group>
    </form>
  );
}

export function AddStaffForm({ practiceId, onDone }: { practiceId: string; onDone: () => void }) {
  const { t } = useTranslation(['practices', 'app']);
  const client = useQueryClient();
  const [role, setRole] = useState<StaffRole>('practice-contact');
  const [jobTitle, setJobTitle] = useState('');
  const [bigNumber, setBigNumber] = useState('');
  const add = useMutation({
    mutationFn: (who: { name: string; email: string }) =>
      api.POST('/api/practices/{id}/staff', {
        params: { path: { id: practiceId } },
        body: {
          ...who,
          role,
          jobTitle: role === 'practice-employee' ? jobTitle.trim() || null : null,
          bigNumber: bigNumber.replace(/\s/g, '') || null,
        },
      }),
    onSuccess: async (_, { name }) => {
      showToast(t('staff.added', { name }));
      await client.invalidateQueries({ queryKey: practicesKey });
      onDone();
    },
  });
  const refused = refusedFields(add.error ? asProblem(add.error) : null);
  return (
    <WhoForm
      lead={t('staff.add.lead')}
      submit={t('staff.add.save')}
      busy={add.isPending}
      error={add.error}
      onSubmit={(who) => add.mutate(who)}
      onCancel={onDone}
    >
      <NativeSelect
        size="md"
        label={t('staff.role')}
        value={role}
        onChange={(event) => setRole(event.currentTarget.value as StaffRole)}
        data={STAFF_ROLES.map((one) => ({ value: one, label: t(`app:role.${one}`) }))}
      />
      {role === 'practice-employee' && (
        <TextInput
          label={t('staff.jobTitle')}
          value={jobTitle}
          onChange={(event) => setJobTitle(event.currentTarget.value)}
          error={'jobTitle' in refused ? t('wrong.jobTitle') : null}
          maxLength={80}
        />
      )}
      <TextInput
        label={t('staff.big')}
        value={bigNumber}
        inputMode="numeric"
        onChange={(event) => setBigNumber(event.currentTarget.value)}
        error={'bigNumber' in refused ? t('wrong.big') : null}
        maxLength={20}
      />
    </WhoForm>
  );
}

interface HandOverFormProps {
  practice: PracticeDetailView;
  person: StaffView;
  onDone: () => void;
}
export function HandOverForm({ practice, person, onDone }: HandOverFormProps) {
  const { t } = useTranslation(['practices', 'app']);
  const client = useQueryClient();
  const navigate = useNavigate();
  const me = useMe();
  const manages = useMay('practices.manage');
  const handOver = useMutation({
    mutationFn: (who: { name: string; email: string }) =>
      api.POST('/api/practices/{id}/staff/{roleId}/hand-over', {
        params: { path: { id: practice.id, roleId: person.role.id } },
        body: who,
      }),
    onSuccess: async (_, { name }) => {
      showToast(t('staff.handOver.done', { from: person.name, to: name }));
      onDone();
      // Who hands over the own role may not see the practice any more.
      if (person.personId === me.person.id && !manages) {
        await navigate('/');
        await client.invalidateQueries();
      } else await client.invalidateQueries({ queryKey: practicesKey });
    },
  });
  return (
    <WhoForm
      lead={t('staff.handOver.lead', { name: person.name, role: t(`app:role.${person.role.role}`) })}
      submit={t('staff.handOver')}
      busy={handOver.isPending}
      error={handOver.error}
      onSubmit={(who) => handOver.mutate(who)}
      onCancel={onDone}
    />
  );
}
