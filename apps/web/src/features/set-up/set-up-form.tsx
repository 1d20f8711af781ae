import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { HolidayRegion, SignedInView } from '#libs/contracts';
import { ChoiceCards } from '../../components/choice-cards';
import { ErrorState } from '../../components/error-state';
import { ErrorSummary } from '../../components/error-summary';
import { Panel } from '../../components/panel';
import { api, view } from '../../lib/api';
import { useLanguage } from '../../lib/i18n';
import { looksLikeMail } from '../../lib/mail-address';
import { safeReturnPath } from '../../lib/return-path';
import { showToast } from '../../lib/toast';
import classes from './set-up.module.css';

const HOLIDAY_REGIONS: readonly HolidayRegion[] = ['noord', 'midden', 'zuid'];
interface Answers {
  regionName: string;
  name: string;
  email: string;
  code: string;
}
type Field = keyof Answers;

export function SetUpForm({ mail }: { mail: boolean }) {
  const { t } = useTranslation('set-up');
  const language = useLanguage();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [answers, setAnswers] = useState<Answers>({ regionName: '', name: '', email: '', code: '' });
  const [holidayRegion, setHolidayRegion] = useState<HolidayRegion>('midden');
  const [wrong, setWrong] = useState<readonly Field[]>([]);
  const create = useMutation({
    mutationFn: () =>
      view<SignedInView | undefined>(
        api.POST('/api/setup', {
          body: {
            code: answers.code.trim(),
            region: { name: answers.regionName.trim(), holidayRegion },
            coordinator: { name: answers.name.trim(), email: answers.email.trim() },
            language,
          },
        }),
      ),
    onSuccess: async (signedIn) => {
      client.clear();
      await navigate(safeReturnPath(signedIn?.href), { replace: true });
    },
  });
  const test = useMutation({
    mutationFn: () =>
      api.POST('/api/setup/mail-test', {
        body: { code: answers.code.trim(), email: answers.email.trim(), language },
      }),
    onSuccess: () => showToast(t('mail.tested', { email: answers.email.trim() })),
  });
  const isWrong = (field: Field) =>
    field === 'email' ? !looksLikeMail(answers.email) : answers[field].trim() === '';
  const text = (field: Field) => (field === 'email' ? t('email.wrong') : t('required'));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const bad = (Object.keys(answers) as Field[]).filter(isWrong);
    setWrong(bad);
    if (bad.length === 0) create.mutate();
  };
  const label = { regionName: t('region.name'), name: t('you.name'), email: t('you.email'), code: t('code') };
  const input = (
    field: Field,
    description: string | null,
    more: { type?: string; autoComplete?: string } = {},
  ) => (
    <TextInput
      id={field}
      label={label[field]}
      description={description}
      value={answers[field]}
      onChange={(event) => setAnswers({ ...answers, [field]: event.currentTarget.value })}
      error={wrong.includes(field) && isWrong(field) ? text(field) : null}
      {...more}
    />
  );
  return (
    <form onSubmit={submit} noValidate className={classes.form}>
      <ErrorSummary
        errors={wrong.filter(isWrong).map((field) => ({ field, text: `${label[field]}: ${text(field)}` }))}
      />
      <Panel title={t('region.title')}>
        <div className={classes.fields}>
          {input('regionName', t('region.name.why'), { autoComplete: 'organization' })}
          <div>
            <ChoiceCards
              legend={t('holiday')}
              columns={3}
              choices={HOLIDAY_REGIONS.map((value) => ({ value, label: t(`holiday.${value}`) }))}
              value={holidayRegion}
              onChange={setHolidayRegion}
            />
            <p className={classes.why}>{t('holiday.why')}</p>
          </div>
        </div>
      </Panel>
      <Panel title={t('you.title')}>
        <div className={classes.fields}>
          {input('name', null, { autoComplete: 'name' })}
          {input('email', t('you.email.why'), { type: 'email', autoComplete: 'email' })}
        </div>
      </Panel>
      <Panel title={t('code.title')}>{input('code', t('code.why'), { autoComplete: 'off' })}</Panel>
      {mail ? (
        <div>
          <Button
            variant="default"
            loading={test.isPending}
            disabled={isWrong('email') || isWrong('code')}
            onClick={() => test.mutate()}
          >
            {t('mail.test')}
          </Button>
          <p className={classes.why}>{t('mail.test.why')}</p>
          {test.error && <ErrorState error={test.error} />}
        </div>
      ) : (
        <p className={classes.why}>{t('mail.none')}</p>
      )}
      {create.error && <ErrorState error={create.error} />}
      <Button type="submit" size="lg" loading={create.isPending}>
        {t('submit')}
      </Button>
    </form>
  );
}
