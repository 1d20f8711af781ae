import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { Button, Checkbox, Group, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language, PersonView, RoleView } from '#libs/contracts';
import { ErrorState } from '../../components/error-state';
import { api, view } from '../../lib/api';
import { LANGUAGES } from '../../lib/i18n';
import { looksLikeMail } from '../../lib/mail-address';
import { showToast } from '../../lib/toast';
import { peopleKey, personQuery } from './admin-data';
import classes from './admin.module.css';
import { type RoleChoice, RoleFields, isComplete } from './role-fields';

/** Name, address and language. */
export function PersonDetails({ person }: { person: PersonView }) {
  const { t } = useTranslation(['admin', 'app']);
  const client = useQueryClient();
  const [name, setName] = useState(person.name);
  const [email, setEmail] = useState(person.email);
  const [language, setLanguage] = useState(person.language);
  const change = useMutation({
    mutationFn: () =>
      view<PersonView>(
        api.PATCH('/api/people/{id}', {
          params: { path: { id: person.id } },
          body: { name: name.trim(), email: email.trim(), language },
        }),
      ),
    onSuccess: async (next) => {
      client.setQueryData(personQuery(next.id).queryKey, next);
      showToast(t('saved'));
      await client.invalidateQueries({ queryKey: peopleKey });
    },
  });
  const changed =
    name.trim() !== person.name || email.trim() !== person.email || language !== person.language;
  const valid = name.trim() !== '' && looksLikeMail(email);
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (changed && valid) change.mutate();
      }}
    >
      <TextInput
        label={t('name')}
        value={name}
        maxLength={120}
        onChange={(event) => setName(event.currentTarget.value)}
        error={name.trim() ? null : t('wrong.name')}
      />
      <TextInput
        label={t('email')}
        description={t('email.why')}
        type="email"
        value={email}
        maxLength={254}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={looksLikeMail(email) ? null : t('wrong.email')}
      />
      <NativeSelect
        size="md"
        label={t('language')}
        value={language}
        onChange={(event) => setLanguage(event.currentTarget.value as Language)}
        data={LANGUAGES.map((one) => ({ value: one, label: t(`app:language.${one}`) }))}
      />
      {change.error && <ErrorState error={change.error} />}
      {changed && (
        <Group>
          <Button type="submit" size="sm" loading={change.isPending}>
            {t('save')}
          </Button>
        </Group>
      )}
    </form>
  );
}

export function AddRole({ person, onDone }: { person: PersonView; onDone: () => void }) {
  const { t } = useTranslation(['admin', 'app', 'components']);
  const client = useQueryClient();
  const [choice, setChoice] = useState<RoleChoice>({ role: 'practice-contact', scopeId: null });
  const [checked, setChecked] = useState(false);
  const grant = useMutation({
    mutationFn: () =>
      api.POST('/api/people/{id}/roles', {
        params: { path: { id: person.id } },
        body: { role: choice.role, ...(choice.scopeId && { scopeId: choice.scopeId }) },
      }),
    onSuccess: async () => {
      showToast(t('role.added', { role: t(`app:role.${choice.role}`) }));
      await client.invalidateQueries({ queryKey: peopleKey });
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (isComplete(choice)) grant.mutate();
  };
  return (
    <form noValidate onSubmit={submit} className={classes.form}>
      <RoleFields
        value={choice}
        onChange={setChoice}
        error={checked && !isComplete(choice) ? t('wrong.scope') : null}
      />
      {grant.error && <ErrorState error={grant.error} />}
      <Buttons submit={t('role.add')} busy={grant.isPending} onCancel={onDone} />
    </form>
  );
}

interface HandOverProps {
  person: PersonView;
  role: RoleView;
  /** In how many other places the person holds this role now. */
  elsewhere: number;
  onDone: () => void;
}

/** The same role to somebody else, in one step; both stay in the history (XCT-09). */
export function HandOver({ person, role, elsewhere, onDone }: HandOverProps) {
  const { t } = useTranslation(['admin', 'app']);
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [all, setAll] = useState(false);
  const [checked, setChecked] = useState(false);
  const handOver = useMutation({
    mutationFn: () =>
      api.POST('/api/roles/{id}/hand-over', {
        params: { path: { id: role.id } },
        body: { to: { name: name.trim(), email: email.trim() }, all },
      }),
    onSuccess: async () => {
      showToast(t('handOver.done', { from: person.name, to: name.trim() }));
      await client.invalidateQueries({ queryKey: peopleKey });
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (name.trim() && looksLikeMail(email)) handOver.mutate();
  };
  return (
    <form noValidate onSubmit={submit} className={classes.form}>
      <p className={classes.quiet}>
        {t('handOver.lead', { role: t(`app:role.${role.role}`), name: person.name })}
      </p>
      <TextInput
        label={t('name')}
        value={name}
        maxLength={120}
        onChange={(event) => setName(event.currentTarget.value)}
        error={checked && !name.trim() ? t('wrong.name') : null}
      />
      <TextInput
        label={t('email')}
        type="email"
        value={email}
        maxLength={254}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={checked && !looksLikeMail(email) ? t('wrong.email') : null}
      />
      {role.scopeKind !== 'region' && elsewhere > 0 && (
        <Checkbox
          label={t(`handOver.all.${role.scopeKind}`, { count: elsewhere })}
          checked={all}
          onChange={(event) => setAll(event.currentTarget.checked)}
        />
      )}
      {handOver.error && <ErrorState error={handOver.error} />}
      <Buttons submit={t('handOver')} busy={handOver.isPending} onCancel={onDone} />
    </form>
  );
}

function Buttons({ submit, busy, onCancel }: { submit: string; busy: boolean; onCancel: () => void }) {
  const { t } = useTranslation('components');
  return (
    <Group gap={8}>
      <Button type="submit" size="sm" loading={busy}>
        {submit}
      </Button>
      <Button variant="subtle" size="sm" onClick={onCancel}>
        {t('confirm.cancel')}
      </Button>
    </Group>
  );
}
