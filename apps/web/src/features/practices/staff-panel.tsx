import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PracticeDetailView, StaffView } from '#libs/contracts';
import { ErrorState } from '../../components/error-state';
import { Panel } from '../../components/panel';
import { api } from '../../lib/api';
import { useFormat } from '../../lib/i18n';
import { useMay, useMe } from '../../lib/me';
import { showToast } from '../../lib/toast';
import { practicesKey } from './practices-data';
import classes from './practices.module.css';
import { AddStaffForm, HandOverForm, type StaffRole } from './staff-forms';

/** Who works here and in which role, now and before. The coordinator and the holder arrange it (ORG-03). */
export function StaffPanel({ practice }: { practice: PracticeDetailView }) {
  const { t } = useTranslation('practices');
  const me = useMe();
  const manages = useMay('practices.manage');
  const holds = me.roles.some(
    (one) => one.role === 'practice-holder' && one.scopeId === practice.id && one.until === null,
  );
  const mayArrange = (manages || holds) && practice.archivedAt === null;
  const [adding, setAdding] = useState(false);
  const end = useEndRole(practice.id);
  const { staff, formerStaff } = practice;
  return (
    <Panel
      title={t('staff')}
      padding="none"
      right={
        mayArrange &&
        !adding && (
          <Button
            variant="subtle"
            size="compact-md"
            leftSection={<IconUserPlus size={16} />}
            onClick={() => setAdding(true)}
          >
            {t('staff.add')}
          </Button>
        )
      }
    >
      {adding && (
        <div className={classes.inset}>
          <AddStaffForm practiceId={practice.id} onDone={() => setAdding(false)} />
        </div>
      )}
      {end.error && (
        <div className={classes.inset}>
          <ErrorState error={end.error} />
        </div>
      )}
      {staff.length === 0 ? (
        <p className={`${classes.quiet} ${classes.inset}`}>{t('staff.none')}</p>
      ) : (
        <ul className={classes.rows}>
          {staff.map((one) => (
            <StaffRow
              key={one.role.id}
              practice={practice}
              person={one}
              mayArrange={mayArrange}
              busy={end.isPending}
              onEnd={() => end.mutate(one)}
            />
          ))}
        </ul>
      )}
      {formerStaff.length > 0 && <Former people={formerStaff} />}
    </Panel>
  );
}

function useEndRole(practiceId: string) {
  const { t } = useTranslation('practices');
  const client = useQueryClient();
  const reload = () => client.invalidateQueries({ queryKey: practicesKey });
  return useMutation({
    mutationFn: ({ role }: StaffView) =>
      api.DELETE('/api/practices/{id}/staff/{roleId}', {
        params: { path: { id: practiceId, roleId: role.id } },
      }),
    onSuccess: async (_, { name, email, role }) => {
      showToast(t('staff.ended', { name }), {
        // The role starts anew: the history keeps both.
        undo: async () => {
          const { jobTitle, bigNumber } = role;
          await api.POST('/api/practices/{id}/staff', {
            params: { path: { id: practiceId } },
            body: { name, email, role: role.role as StaffRole, jobTitle, bigNumber },
          });
          await reload();
        },
      });
      await reload();
    },
  });
}

interface StaffRowProps {
  practice: PracticeDetailView;
  person: StaffView;
  mayArrange: boolean;
  busy: boolean;
  onEnd: () => void;
}
function StaffRow({ practice, person, mayArrange, busy, onEnd }: StaffRowProps) {
  const { t } = useTranslation(['practices', 'app']);
  const format = useFormat();
  const [handing, setHanding] = useState(false);
  const { role, name, email } = person;
  const roleName = t(`app:role.${role.role}`);
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <b>{name}</b>
        <p>{email || t('noMail')}</p>
      </div>
      <div className={classes.words}>
        <span>{role.jobTitle ? `${roleName} (${role.jobTitle})` : roleName}</span>
        <p>{t('staff.since', { date: format.date(role.since) })}</p>
      </div>
      {mayArrange && (
        <div className={classes.buttons}>
          <Button
            variant="default"
            size="xs"
            aria-expanded={handing}
            aria-label={t('staff.handOver.label', { name })}
            onClick={() => setHanding(!handing)}
          >
            {t('staff.handOver')}
          </Button>
          <Button
            variant="default"
            size="xs"
            disabled={busy}
            aria-label={t('staff.end.label', { name })}
            onClick={onEnd}
          >
            {t('staff.end')}
          </Button>
        </div>
      )}
      {handing && (
        <div className={classes.wide}>
          <HandOverForm practice={practice} person={person} onDone={() => setHanding(false)} />
        </div>
      )}
    </li>
  );
}

function Former({ people }: { people: readonly StaffView[] }) {
  const { t } = useTranslation(['practices', 'app']);
  const format = useFormat();
  return (
    <details className={classes.former}>
      <summary>{t('staff.former', { count: people.length })}</summary>
      <ul>
        {people.map(({ name, role }) => (
          <li key={role.id}>
            {t('staff.was', {
              name,
              role: t(`app:role.${role.role}`),
              from: format.date(role.since),
              until: format.date(role.until ?? role.since),
            })}
            {role.handedOverTo && ` ${t('staff.handedOver', { name: role.handedOverTo })}`}
          </li>
        ))}
      </ul>
    </details>
  );
}
