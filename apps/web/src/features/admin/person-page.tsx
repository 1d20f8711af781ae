import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { PersonView, RoleView } from '#libs/contracts';
import { ErasePerson } from '../../components/erase-person';
import { ErrorState } from '../../components/error-state';
import { LoadingState } from '../../components/loading-state';
import { PageHead } from '../../components/page-head';
import { Panel } from '../../components/panel';
import { api } from '../../lib/api';
import { useFormat } from '../../lib/i18n';
import { useMay } from '../../lib/me';
import { showToast } from '../../lib/toast';
import { peopleKey, personQuery } from './admin-data';
import classes from './admin.module.css';
import { AddRole, HandOver, PersonDetails } from './person-forms';

/** One person: address, roles now, and the roles before. */
export default function PersonPage() {
  const { t } = useTranslation('admin');
  const { id = '' } = useParams();
  const person = useQuery(personQuery(id));
  const audits = useMay('audit.read');
  return (
    <>
      <PageHead
        crumbs={[
          { label: t('title'), to: '/beheer' },
          { label: t('people.title'), to: '/beheer/mensen' },
          { label: person.data?.name ?? t('person') },
        ]}
        title={person.data?.name ?? t('person')}
        lead={person.data?.email}
      />
      {person.data ? (
        <div className={classes.stack}>
          <Roles person={person.data} />
          <Panel title={t('person.details')}>
            <PersonDetails key={person.data.id} person={person.data} />
          </Panel>
          <ErasePerson person={person.data} />
          {audits && (
            <p className={classes.quiet}>
              <Link to={`/beheer/logboek?onderwerp=${id}`}>{t('person.log')}</Link>
            </p>
          )}
        </div>
      ) : person.error ? (
        <ErrorState error={person.error} onRetry={() => void person.refetch()} />
      ) : (
        <LoadingState rows={2} height={120} />
      )}
    </>
  );
}

function Roles({ person }: { person: PersonView }) {
  const { t } = useTranslation(['admin', 'app']);
  const format = useFormat();
  const client = useQueryClient();
  const [adding, setAdding] = useState(false);
  const reload = () => client.invalidateQueries({ queryKey: peopleKey });
  const end = useMutation({
    mutationFn: (role: RoleView) => api.DELETE('/api/roles/{id}', { params: { path: { id: role.id } } }),
    onSuccess: async (_, role) => {
      showToast(t('role.ended', { role: t(`app:role.${role.role}`) }), {
        undo: async () => {
          const { scopeId, jobTitle, bigNumber } = role;
          await api.POST('/api/people/{id}/roles', {
            params: { path: { id: person.id } },
            body: {
              role: role.role,
              ...(scopeId && { scopeId }),
              ...(jobTitle && { jobTitle }),
              ...(bigNumber && { bigNumber }),
            },
          });
          await reload();
        },
      });
      await reload();
    },
  });
  const now = person.roles.filter((role) => role.until === null);
  const before = person.roles.filter((role) => role.until !== null);
  return (
    <Panel
      title={t('roles')}
      padding="none"
      right={
        !adding && (
          <Button variant="subtle" size="compact-md" onClick={() => setAdding(true)}>
            {t('role.add')}
          </Button>
        )
      }
    >
      {adding && (
        <div className={classes.inset}>
          <AddRole person={person} onDone={() => setAdding(false)} />
        </div>
      )}
      {end.error && (
        <div className={classes.inset}>
          <ErrorState error={end.error} />
        </div>
      )}
      {now.length === 0 && <p className={`${classes.quiet} ${classes.inset}`}>{t('roles.none')}</p>}
      <ul className={classes.rows}>
        {now.map((role) => (
          <RoleRow
            key={role.id}
            person={person}
            role={role}
            elsewhere={now.filter((one) => one.role === role.role).length - 1}
            busy={end.isPending}
            onEnd={() => end.mutate(role)}
          />
        ))}
      </ul>
      {before.length > 0 && (
        <details className={classes.former}>
          <summary>{t('roles.before', { count: before.length })}</summary>
          <ul>
            {before.map((role) => (
              <li key={role.id}>
                {t('role.was', {
                  role: [t(`app:role.${role.role}`), role.scopeName].filter(Boolean).join(', '),
                  from: format.date(role.since),
                  until: format.date(role.until ?? role.since),
                })}
                {role.handedOverTo && ` ${t('role.handedOver', { name: role.handedOverTo })}`}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  );
}

interface RoleRowProps {
  person: PersonView;
  role: RoleView;
  elsewhere: number;
  busy: boolean;
  onEnd: () => void;
}
function RoleRow({ person, role, elsewhere, busy, onEnd }: RoleRowProps) {
  const { t } = useTranslation(['admin', 'app']);
  const format = useFormat();
  const [handing, setHanding] = useState(false);
  const name = t(`app:role.${role.role}`);
  const which = [name, role.scopeName].filter(Boolean).join(', ');
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <b>{role.jobTitle ? `${name} (${role.jobTitle})` : name}</b>
        <p>
          {[role.scopeName, t('role.since', { date: format.date(role.since) })].filter(Boolean).join(' · ')}
        </p>
      </div>
      <div className={classes.buttons}>
        <Button
          variant="default"
          size="xs"
          aria-expanded={handing}
          aria-label={t('handOver.label', { role: which })}
          onClick={() => setHanding(!handing)}
        >
          {t('handOver')}
        </Button>
        <Button
          variant="default"
          size="xs"
          disabled={busy}
          aria-label={t('role.end.label', { role: which })}
          onClick={onEnd}
        >
          {t('role.end')}
        </Button>
      </div>
      {handing && (
        <div className={classes.wide}>
          <HandOver person={person} role={role} elsewhere={elsewhere} onDone={() => setHanding(false)} />
        </div>
      )}
    </li>
  );
}
