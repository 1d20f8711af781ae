import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DialogueYearView } from '#libs/contracts';
import { ErrorState } from '../../../../components/error-state';
import { Panel } from '../../../../components/panel';
import { useFormat } from '../../../../lib/i18n';
import { looksLikeMail } from '../../../../lib/mail-address';
import { showToast } from '../../../../lib/toast';
import { yearDoors } from '../agenda-data';
import { useYearChange } from '../use-year';
import classes from '../agenda.module.css';

/** Who passes the dates on to the departments (ORG-09); without one they get them at once. */
export function CoordinatorPanel({ year }: { year: DialogueYearView }) {
  const { t } = useTranslation(['dialogue-agenda', 'components']);
  const format = useFormat();
  const { coordinator, passedOnAt } = year;
  const [editing, setEditing] = useState(false);
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [checked, setChecked] = useState(false);
  const save = useYearChange(
    year.id,
    (version, wish: { name: string; email: string } | null) =>
      yearDoors.change(year.id, version, { coordinator: wish }),
    () => {
      setEditing(false);
      showToast(t('coordinator.saved'));
    },
  );
  const right = name.trim() !== '' && looksLikeMail(email);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (right) save.mutate({ name: name.trim(), email: email.trim() });
  };
  const edit = () => {
    setName(coordinator?.name ?? '');
    setEmail(coordinator?.email ?? '');
    setChecked(false);
    setEditing(true);
  };
  return (
    <Panel title={t('coordinator')}>
      {editing ? (
        <form noValidate onSubmit={submit} className={classes.form}>
          <TextInput
            label={t('field.contactName')}
            value={name}
            maxLength={120}
            error={checked && !name.trim() ? t('wrong.person') : null}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={t('field.contactEmail')}
            type="email"
            value={email}
            maxLength={254}
            error={checked && !looksLikeMail(email) ? t('wrong.email') : null}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          {save.error ? <ErrorState error={save.error} /> : null}
          <Group gap={8}>
            <Button type="submit" size="sm" loading={save.isPending}>
              {t('save')}
            </Button>
            <Button size="sm" variant="subtle" onClick={() => setEditing(false)}>
              {t('components:confirm.cancel')}
            </Button>
          </Group>
        </form>
      ) : (
        <>
          {coordinator ? (
            <p className={classes.person}>
              <b>{coordinator.name}</b>
              <span className="lk-muted">{coordinator.email}</span>
            </p>
          ) : (
            <p className={classes.person}>{t('coordinator.none')}</p>
          )}
          {passedOnAt && coordinator && (
            <p className="lk-muted">{t('coordinator.passed', { date: format.day(passedOnAt) })}</p>
          )}
          {!passedOnAt && (
            <>
              <p className={classes.lead}>{t(coordinator ? 'coordinator.lead' : 'coordinator.none.lead')}</p>
              <Group gap={8}>
                <Button size="sm" variant="default" onClick={edit}>
                  {t(coordinator ? 'change' : 'coordinator.add')}
                </Button>
                {coordinator && year.state !== 'asking' && (
                  <Button
                    size="sm"
                    variant="subtle"
                    onClick={() => save.mutate(null)}
                    loading={save.isPending}
                  >
                    {t('coordinator.remove')}
                  </Button>
                )}
              </Group>
            </>
          )}
          {save.error ? <ErrorState error={save.error} /> : null}
        </>
      )}
    </Panel>
  );
}
