import { Anchor, Button } from '@mantine/core';
import { IconExternalLink, IconMail, IconPhone, IconPlus, IconStethoscope } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DepartmentView } from '#libs/contracts';
import { EmptyState } from '../../../components/empty-state';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { PageHead } from '../../../components/page-head';
import { Panel } from '../../../components/panel';
import { Verdict } from '../../../components/verdict';
import { useMay } from '../../../lib/me';
import { showToast } from '../../../lib/toast';
import { DialogueTabs } from '../sessions/list/dialogue-tabs';
import { departmentDoors, departmentsQuery } from './agenda-data';
import { DepartmentForm } from './department-form';
import classes from './agenda.module.css';

/** The departments of the region: whom to call, how to ask for advice, and who answers when dates are asked. */
export default function DepartmentsPage() {
  const { t } = useTranslation('dialogue-agenda');
  const manages = useMay('dialogue.manage');
  const { data, error, refetch } = useQuery(departmentsQuery);
  /** Id of the department that is being changed, `new`, or null. */
  const [open, setOpen] = useState<string | null>(null);
  const add = (
    <Button leftSection={<IconPlus size={18} />} onClick={() => setOpen('new')}>
      {t('department.new')}
    </Button>
  );
  return (
    <>
      <PageHead
        crumbs={[{ label: t('crumb'), to: '/dialoog' }, { label: t('departments') }]}
        title={t('departments')}
        lead={t(manages ? 'departments.lead' : 'departments.lead.read')}
        action={manages && open !== 'new' && (data?.length ?? 0) > 0 && add}
      />
      <DialogueTabs />
      {open === 'new' && (
        <div className={classes.apart}>
          <Panel title={t('department.new')}>
            <DepartmentForm onDone={() => setOpen(null)} />
          </Panel>
        </div>
      )}
      {!data ? (
        error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <LoadingState rows={5} height={92} />
        )
      ) : data.length === 0 ? (
        open !== 'new' && (
          <EmptyState
            icon={IconStethoscope}
            title={t('departments.none')}
            text={t(manages ? 'departments.none.text' : 'departments.none.read')}
            action={manages && add}
          />
        )
      ) : (
        <Panel padding="none">
          <ul className={classes.rows}>
            {data.map((department) => (
              <li key={department.id} className={classes.department}>
                {open === department.id ? (
                  <DepartmentForm department={department} onDone={() => setOpen(null)} />
                ) : (
                  <Department
                    department={department}
                    manages={manages}
                    onChange={() => setOpen(department.id)}
                  />
                )}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

interface DepartmentProps {
  department: DepartmentView;
  manages: boolean;
  onChange: () => void;
}

function Department({ department, manages, onChange }: DepartmentProps) {
  const { t } = useTranslation('dialogue-agenda');
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: departmentsQuery.queryKey });
  const archive = useMutation({
    mutationFn: () => departmentDoors.archive(department.id),
    onSuccess: async () => {
      await again();
      showToast(t('department.archived', { name: department.name }), {
        undo: () => departmentDoors.restore(department.id).then(again),
      });
    },
  });
  const { name, hospital, phone, phoneHours, adviceConsult, agreementUrl, contact } = department;
  return (
    <div className={classes.split}>
      <div className={classes.words}>
        <h2 className={classes.name}>
          {name}
          {hospital && <span className="lk-muted">{hospital}</span>}
        </h2>
        <ul className={classes.lines}>
          {phone && (
            <li>
              <IconPhone size={16} stroke={1.8} className="lk-icon" aria-label={t('field.phone')} />
              {[phone, phoneHours].filter(Boolean).join(', ')}
            </li>
          )}
          {adviceConsult && <li>{t('department.advice', { text: adviceConsult })}</li>}
          {agreementUrl && (
            <li>
              <IconExternalLink size={16} stroke={1.8} className="lk-icon" aria-hidden />
              <Anchor href={agreementUrl} target="_blank" rel="noreferrer">
                {t('department.agreement')}
              </Anchor>
            </li>
          )}
          {contact && (
            <li>
              <IconMail size={16} stroke={1.8} className="lk-icon" aria-label={t('field.contact')} />
              {contact.name} · {contact.email}
            </li>
          )}
          {manages && !contact && (
            <li>
              <Verdict kind="warn">{t('department.noContact')}</Verdict>
            </li>
          )}
        </ul>
        {archive.error ? <ErrorState error={archive.error} /> : null}
      </div>
      {manages && (
        <div className={classes.acts}>
          <Button size="sm" variant="default" aria-label={t('change.label', { name })} onClick={onChange}>
            {t('change')}
          </Button>
          <Button
            size="sm"
            variant="subtle"
            aria-label={t('archive.label', { name })}
            loading={archive.isPending}
            onClick={() => archive.mutate()}
          >
            {t('archive')}
          </Button>
        </div>
      )}
    </div>
  );
}
