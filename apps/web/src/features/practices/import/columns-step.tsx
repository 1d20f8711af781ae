import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PRACTICE_FIELDS, type ImportView, type PracticeField } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { PageHead } from '../../../components/page-head';
import { PlainTable } from '../../../components/plain-table';
import { Steps } from '../../../components/steps';
import { announce } from '../../../lib/announce';
import { api, ifMatch, view } from '../../../lib/api';
import { importKey, importQuery } from './import-data';
import classes from './import.module.css';
import { useStepNames } from './use-step-names';

const NEEDED = ['agb', 'name'] as const;

interface ColumnsStepProps {
  imported: ImportView;
  onDone: () => void;
  /** Back to the check without a change; only when there is one. */
  onBack?: () => void;
}

/** Step 2: which column is which field. A field belongs to one column: choosing it elsewhere moves it. */
export function ColumnsStep({ imported, onDone, onBack }: ColumnsStepProps) {
  const { t } = useTranslation('imports');
  const client = useQueryClient();
  const steps = useStepNames();
  const [mapping, setMapping] = useState(imported.mapping);
  const [pressed, setPressed] = useState(false);
  const missing = NEEDED.filter((field) => !Object.values(mapping).includes(field));
  const save = useMutation({
    mutationFn: () =>
      view<ImportView>(
        api.PUT('/api/imports/{id}/mapping', {
          params: { path: { id: imported.id } },
          ...ifMatch(imported.version),
          body: { mapping },
        }),
      ),
    onSuccess: async (next) => {
      client.setQueryData(importQuery(next.id).queryKey, next);
      client.removeQueries({ queryKey: [...importKey(next.id), 'rows'] });
      onDone();
    },
    onError: () => client.invalidateQueries({ queryKey: importKey(imported.id) }),
  });
  const choose = (heading: string, field: PracticeField | null) => {
    const next = { ...mapping, [heading]: field };
    for (const [other, its] of Object.entries(mapping)) {
      if (field && its === field && other !== heading) {
        next[other] = null;
        announce(t('columns.moved', { field: t(`field.${field}`), heading: other }));
      }
    }
    setMapping(next);
  };
  return (
    <>
      <PageHead
        takeFocus
        crumbs={[{ label: t('practices'), to: '/praktijken' }, { label: t('title') }]}
        title={t('columns.title')}
        lead={t(imported.mappingRemembered ? 'columns.remembered' : 'columns.lead')}
        action={
          <>
            {onBack ? (
              <Button variant="default" onClick={onBack}>
                {t('columns.back')}
              </Button>
            ) : (
              <Button component={Link} to="/praktijken/inlezen" variant="default">
                {t('columns.otherFile')}
              </Button>
            )}
            <Button
              loading={save.isPending}
              onClick={() => {
                setPressed(true);
                if (missing.length === 0) save.mutate();
              }}
            >
              {t('columns.save')}
            </Button>
          </>
        }
      />
      <Steps steps={steps} active={1} />
      <div className={classes.stack}>
        {pressed && missing.length > 0 && (
          <p role="alert" className={classes.alert} data-tone="bad">
            {t('columns.missing', { fields: missing.map((field) => t(`field.${field}`)).join(', ') })}
          </p>
        )}
        {save.error && <ErrorState error={save.error} />}
        <div className={classes.sheet}>
          <PlainTable role="table" className={classes.columns}>
            <thead role="rowgroup">
              <tr role="row">
                <th role="columnheader">{t('columns.heading')}</th>
                <th role="columnheader">{t('columns.samples')}</th>
                <th role="columnheader">{t('columns.field')}</th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              {imported.headings.map((heading) => (
                <tr key={heading} role="row">
                  <th scope="row" role="rowheader">
                    {heading}
                  </th>
                  <td role="cell" className={classes.samples}>
                    {(imported.samples[heading] ?? []).join(' · ') || t('columns.empty')}
                  </td>
                  <td role="cell">
                    <NativeSelect
                      size="sm"
                      aria-label={t('columns.for', { heading })}
                      value={mapping[heading] ?? ''}
                      onChange={(event) =>
                        choose(heading, (event.currentTarget.value || null) as PracticeField | null)
                      }
                      data={[
                        { value: '', label: t('columns.leaveOut') },
                        ...PRACTICE_FIELDS.map((field) => ({ value: field, label: t(`field.${field}`) })),
                      ]}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </PlainTable>
        </div>
      </div>
    </>
  );
}
