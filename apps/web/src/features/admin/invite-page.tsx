import { Button, Group, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { PersonView } from '#libs/contracts';
import { ErrorState } from '../../components/error-state';
import { PageHead } from '../../components/page-head';
import { Panel } from '../../components/panel';
import { api, view } from '../../lib/api';
import { looksLikeMail } from '../../lib/mail-address';
import { showToast } from '../../lib/toast';
import { peopleKey } from './admin-data';
import classes from './admin.module.css';
import { type RoleChoice, RoleFields, isComplete } from './role-fields';

/** Somebody new, with a first role. */
export default function InvitePage() {
  const { t } = useTranslation(['admin', 'components']);
  const client = useQueryClient();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [choice, setChoice] = useState<RoleChoice>({ role: 'practice-contact', scopeId: null });
  const [checked, setChecked] = useState(false);
  const invite = useMutation({
    mutationFn: () =>
      view<PersonView>(
        api.POST('/api/people', {
          body: {
            name: name.trim(),
            email: email.trim(),
            role: choice.role,
            ...(choice.scopeId && { scopeId: choice.scopeId }),
          },
        }),
      ),
    onSuccess: async (person) => {
      showToast(t('invite.done', { name: person.name }));
      await client.invalidateQueries({ queryKey: peopleKey });
      await navigate(`/beheer/mensen/${person.id}`, { replace: true });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (name.trim() && looksLikeMail(email) && isComplete(choice)) invite.mutate();
  };
  return (
    <>
      <PageHead
        crumbs={[
          { label: t('title'), to: '/beheer' },
          { label: t('people.title'), to: '/beheer/mensen' },
          { label: t('invite') },
        ]}
        title={t('invite')}
        lead={t('invite.lead')}
      />
      <Panel>
        <form noValidate onSubmit={submit} className={classes.form}>
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
          <RoleFields
            value={choice}
            onChange={setChoice}
            error={checked && !isComplete(choice) ? t('wrong.scope') : null}
          />
          {invite.error && <ErrorState error={invite.error} />}
          <Group gap={10}>
            <Button type="submit" loading={invite.isPending}>
              {t('invite.save')}
            </Button>
            <Button component={Link} to="/beheer/mensen" variant="default">
              {t('components:confirm.cancel')}
            </Button>
          </Group>
        </form>
      </Panel>
    </>
  );
}
