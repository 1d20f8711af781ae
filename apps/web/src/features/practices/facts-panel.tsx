import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PracticeDetailView } from '#libs/contracts';
import { Panel } from '../../components/panel';
import { api, ifMatch, view } from '../../lib/api';
import { useFormat } from '../../lib/i18n';
import { asProblem } from '../../lib/problem';
import { showToast } from '../../lib/toast';
import { changedValues, draftOf, onFreshBase } from './practice-draft';
import { PracticeForm } from './practice-form';
import { practiceQuery, practicesKey } from './practices-data';
import classes from './practices.module.css';

/** What is known about the practice, and the form that takes its place when it is changed. */
export function FactsPanel({ practice, editable }: { practice: PracticeDetailView; editable: boolean }) {
  const { t } = useTranslation('practices');
  const [editing, setEditing] = useState(false);
  return (
    <Panel
      title={t('facts')}
      right={
        editable &&
        !editing && (
          <Button
            variant="subtle"
            size="compact-md"
            leftSection={<IconPencil size={16} />}
            onClick={() => setEditing(true)}
          >
            {t('edit')}
          </Button>
        )
      }
    >
      {editing ? (
        <Edit practice={practice} onDone={() => setEditing(false)} />
      ) : (
        <Facts practice={practice} />
      )}
    </Panel>
  );
}

function Facts({ practice }: { practice: PracticeDetailView }) {
  const { t } = useTranslation('practices');
  const format = useFormat();
  const { contact, holder } = practice;
  const place = [practice.postcode, practice.town].filter(Boolean).join(' ');
  const person = (who: typeof contact) =>
    who && (who.email ? `${who.name} (${who.email})` : `${who.name} (${t('noMail')})`);
  const rows: [string, ReactNode][] = [
    [
      t('field.agb'),
      <span key="agb" className="lk-num">
        {practice.agb}
      </span>,
    ],
    [t('field.listSize'), practice.listSize === null ? null : format.number(practice.listSize)],
    [t('field.address'), [practice.street, place].filter(Boolean).join(', ')],
    [t('field.district'), practice.district],
    [t('field.ftoGroup'), practice.ftoGroup],
    [t('field.dtoGroup'), practice.dtoGroup],
    [t('field.contact'), person(contact)],
    [t('field.holder'), person(holder)],
    [t('field.startQuarter'), practice.startQuarter],
    [t('field.startWave'), practice.startWave],
    [t('field.consultant'), practice.consultant],
    [
      t('field.motivation'),
      practice.motivation === null ? null : t('ofFive', { value: practice.motivation }),
    ],
    [t('field.solo'), t(practice.solo ? 'yes' : 'no')],
  ];
  return (
    <dl className={classes.facts}>
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value ? value : <span className="lk-muted">{t('unknown')}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}

function Edit({ practice, onDone }: { practice: PracticeDetailView; onDone: () => void }) {
  const { t } = useTranslation('practices');
  const client = useQueryClient();
  const [base, setBase] = useState(practice);
  const [draft, setDraft] = useState(draftOf(practice));
  const [renewed, setRenewed] = useState(false);
  const key = practiceQuery(practice.id).queryKey;
  const change = useMutation({
    mutationFn: () =>
      view<PracticeDetailView>(
        api.PATCH('/api/practices/{id}', {
          params: { path: { id: practice.id } },
          ...ifMatch(base.version),
          body: changedValues(draftOf(base), draft),
        }),
      ),
    onSuccess: async (next) => {
      client.setQueryData(key, next);
      showToast(t('edit.done'));
      onDone();
      await client.invalidateQueries({ queryKey: practicesKey });
    },
  });
  const renew = useMutation({
    mutationFn: () => client.fetchQuery({ ...practiceQuery(practice.id), staleTime: 0 }),
    onSuccess: (fresh) => {
      setDraft(onFreshBase(draftOf(base), draft, draftOf(fresh)));
      setBase(fresh);
      setRenewed(true);
      change.reset();
    },
  });
  const stale = change.error !== null && asProblem(change.error).code === 'conflict.stale';
  const save = () => {
    if (Object.keys(changedValues(draftOf(base), draft)).length === 0) return onDone();
    change.mutate();
  };
  return (
    <PracticeForm
      draft={draft}
      onChange={(next) => {
        setDraft(next);
        if (!stale) change.reset();
      }}
      onSave={save}
      onCancel={onDone}
      save={t('edit.save')}
      busy={change.isPending}
      error={change.error ?? renew.error}
      notice={
        stale ? (
          <div role="alert" className={classes.stale}>
            <p>
              <b>{t('stale.title')}</b> {t('stale.text')}
            </p>
            <Button variant="default" size="sm" loading={renew.isPending} onClick={() => renew.mutate()}>
              {t('stale.renew')}
            </Button>
          </div>
        ) : renewed ? (
          <p role="status" className={classes.quiet}>
            {t('stale.renewed')}
          </p>
        ) : undefined
      }
    />
  );
}
