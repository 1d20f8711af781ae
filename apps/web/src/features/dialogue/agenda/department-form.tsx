import { Button, Group, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DepartmentView } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { looksLikeMail } from '../../../lib/mail-address';
import { asProblem, refusedFields } from '../../../lib/problem';
import { showToast } from '../../../lib/toast';
import { type DepartmentWish, departmentDoors, departmentsQuery } from './agenda-data';
import classes from './agenda.module.css';

const FIELDS = ['name', 'hospital', 'phone', 'phoneHours', 'adviceConsult', 'agreementUrl'] as const;
type Field = (typeof FIELDS)[number];
type Draft = Record<Field | 'contactName' | 'contactEmail', string>;

const draftOf = (department?: DepartmentView): Draft => ({
  name: department?.name ?? '',
  hospital: department?.hospital ?? '',
  phone: department?.phone ?? '',
  phoneHours: department?.phoneHours ?? '',
  adviceConsult: department?.adviceConsult ?? '',
  agreementUrl: department?.agreementUrl ?? '',
  contactName: department?.contact?.name ?? '',
  contactEmail: department?.contact?.email ?? '',
});

function wishOf(draft: Draft): DepartmentWish {
  const text = (field: keyof Draft) => draft[field].trim() || null;
  const email = draft.contactEmail.trim();
  return {
    name: draft.name.trim(),
    hospital: text('hospital'),
    phone: text('phone'),
    phoneHours: text('phoneHours'),
    adviceConsult: text('adviceConsult'),
    agreementUrl: text('agreementUrl'),
    contact: email ? { name: draft.contactName.trim() || email, email } : null,
  };
}

/** A new department, or another text for one that is there. */
export function DepartmentForm({ department, onDone }: { department?: DepartmentView; onDone: () => void }) {
  const { t } = useTranslation(['dialogue-agenda', 'components']);
  const client = useQueryClient();
  const id = useId();
  const first = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState(() => draftOf(department));
  const [checked, setChecked] = useState(false);
  useEffect(() => first.current?.focus(), []);
  const save = useMutation({
    mutationFn: () =>
      department
        ? departmentDoors.change(department.id, department.version, wishOf(draft))
        : departmentDoors.create(wishOf(draft)),
    onSuccess: async ({ name }) => {
      await client.invalidateQueries({ queryKey: departmentsQuery.queryKey });
      showToast(t('department.saved', { name }));
      onDone();
    },
    onError: (error) => {
      if (asProblem(error).code === 'conflict.stale')
        void client.invalidateQueries({ queryKey: departmentsQuery.queryKey });
    },
  });
  const refused = refusedFields(save.error ? asProblem(save.error) : null);
  const named = draft.name.trim() !== '';
  const mailed = draft.contactEmail.trim() === '' || looksLikeMail(draft.contactEmail);
  const linked = draft.agreementUrl.trim() === '' || /^https?:\/\/\S+$/.test(draft.agreementUrl.trim());
  const faults: Partial<Record<keyof Draft, string>> = {
    ...(checked && !named ? { name: t('wrong.name') } : {}),
    ...((checked && !mailed) || 'contact.email' in refused ? { contactEmail: t('wrong.email') } : {}),
    ...((checked && !linked) || 'agreementUrl' in refused ? { agreementUrl: t('wrong.url') } : {}),
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (named && mailed && linked) save.mutate();
  };
  const field = (name: keyof Draft, maxLength: number) => (
    <TextInput
      key={name}
      ref={name === 'name' ? first : undefined}
      id={`${id}-${name}`}
      label={t(`field.${name}`)}
      type={name === 'contactEmail' ? 'email' : name === 'agreementUrl' ? 'url' : 'text'}
      value={draft[name]}
      error={faults[name] ?? null}
      maxLength={maxLength}
      autoComplete="off"
      onChange={(event) => {
        const { value } = event.currentTarget;
        setDraft((before) => ({ ...before, [name]: value }));
        if (save.error) save.reset();
      }}
    />
  );
  return (
    <form noValidate onSubmit={submit} className={classes.form}>
      <div className={classes.fields}>
        {field('name', 120)}
        {field('hospital', 120)}
        {field('phone', 40)}
        {field('phoneHours', 120)}
        {field('adviceConsult', 400)}
        {field('agreementUrl', 500)}
      </div>
      <fieldset className={classes.part}>
        <legend>{t('field.contact')}</legend>
        <p className="lk-muted">{t('contact.why')}</p>
        <div className={classes.fields}>
          {field('contactName', 120)}
          {field('contactEmail', 254)}
        </div>
      </fieldset>
      {save.error && Object.keys(faults).length === 0 ? <ErrorState error={save.error} /> : null}
      <Group gap={8}>
        <Button type="submit" size="sm" loading={save.isPending}>
          {t('save')}
        </Button>
        <Button size="sm" variant="subtle" onClick={onDone}>
          {t('components:confirm.cancel')}
        </Button>
      </Group>
    </form>
  );
}
