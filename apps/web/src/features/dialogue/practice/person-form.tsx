import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttendeeKind, PracticeSessionView } from '#libs/contracts';
import { ChoiceCards } from '../../../components/choice-cards';
import { ErrorState } from '../../../components/error-state';
import { looksLikeMail } from '../../../lib/mail-address';
import { useMe } from '../../../lib/me';
import { ATTENDEE_KINDS, kindOf } from './attendee-kind';
import type { Goer } from './practice-data';
import classes from './practice.module.css';

const OTHER = 'other';

interface PersonFormProps {
  page: PracticeSessionView;
  submit: string;
  /** Lets a button elsewhere on the page send it. */
  id?: string;
  send: (goer: Goer, kind: AttendeeKind) => Promise<unknown>;
  onCancel?: () => void;
}

/** Who goes: real radios, the one of last time chosen already. */
export function PersonForm({ page, submit, id, send, onCancel }: PersonFormProps) {
  const { t } = useTranslation(['dialogue-practice', 'components']);
  const me = useMe();
  const { people, registration, mayAddPeople } = page;
  const now = registration && registration.state !== 'excused' ? registration.person.id : null;
  const usual =
    people.find((one) => one.lastTime) ?? people.find((one) => one.id === me.person.id) ?? people[0];
  const start = now ?? usual?.id ?? (mayAddPeople ? OTHER : null);
  const titleOf = (personId: string | null) => people.find((one) => one.id === personId)?.jobTitle ?? null;
  const [chosen, setChosen] = useState<string | null>(start);
  const [kind, setKind] = useState<AttendeeKind>(
    now ? (registration?.attendeeKind ?? 'gp') : kindOf(titleOf(start)),
  );
  const [colleague, setColleague] = useState({ name: '', email: '', jobTitle: '' });
  const [checked, setChecked] = useState(false);
  const sending = useMutation({ mutationFn: (goer: Goer) => send(goer, kind) });
  const noName = !/\p{L}/u.test(colleague.name);
  const noMail = !looksLikeMail(colleague.email.trim());

  const choose = (value: string) => {
    setChosen(value);
    if (value !== OTHER) setKind(kindOf(titleOf(value)));
    sending.reset();
  };
  const go = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (chosen === null) return;
    if (chosen !== OTHER) return sending.mutate({ personId: chosen });
    if (noName || noMail) return document.getElementById(noName ? 'goer-name' : 'goer-email')?.focus();
    const jobTitle = colleague.jobTitle.trim();
    sending.mutate({
      person: {
        name: colleague.name.trim(),
        email: colleague.email.trim(),
        ...(jobTitle ? { jobTitle } : {}),
      },
    });
  };
  const fill = (field: keyof typeof colleague) => (event: { currentTarget: { value: string } }) =>
    setColleague({ ...colleague, [field]: event.currentTarget.value });

  return (
    <form id={id} noValidate className={classes.form} onSubmit={go}>
      <ChoiceCards
        legend={t('who.legend')}
        hideLegend
        columns={people.length > 3 ? 2 : 1}
        value={chosen}
        onChange={choose}
        error={checked && chosen === null ? t('who.choose') : null}
        choices={[
          ...people.map((one) => ({
            value: one.id,
            label: one.id === me.person.id ? t('who.you', { name: one.name }) : one.name,
            text:
              [one.jobTitle, one.lastTime ? t('who.lastTime') : null].filter(Boolean).join(' · ') ||
              undefined,
          })),
          ...(mayAddPeople ? [{ value: OTHER, label: t('who.other'), text: t('who.other.text') }] : []),
        ]}
      />
      {chosen === OTHER && (
        <div className={classes.colleague}>
          <TextInput
            id="goer-name"
            label={t('who.name')}
            maxLength={120}
            autoComplete="off"
            value={colleague.name}
            onChange={fill('name')}
            error={checked && noName ? t('who.name.wrong') : null}
          />
          <TextInput
            id="goer-email"
            type="email"
            label={t('who.email')}
            description={t('who.email.why')}
            maxLength={254}
            autoComplete="off"
            value={colleague.email}
            onChange={fill('email')}
            error={checked && noMail ? t('who.email.wrong') : null}
          />
          <TextInput
            label={t('who.jobTitle')}
            maxLength={80}
            autoComplete="off"
            value={colleague.jobTitle}
            onChange={fill('jobTitle')}
          />
        </div>
      )}
      <NativeSelect
        size="md"
        className={classes.kind}
        label={t('kind.label')}
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value as AttendeeKind)}
        data={ATTENDEE_KINDS.map((one) => ({ value: one, label: t(`kind.${one}`) }))}
      />
      {sending.error ? <ErrorState error={sending.error} /> : null}
      <Group gap={8}>
        <Button type="submit" loading={sending.isPending}>
          {submit}
        </Button>
        {onCancel && (
          <Button variant="subtle" onClick={onCancel}>
            {t('components:confirm.cancel')}
          </Button>
        )}
      </Group>
    </form>
  );
}
