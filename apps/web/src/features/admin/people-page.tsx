import { Anchor, Button, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, IconUserPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type PersonView, ROLES, type Role } from '#libs/contracts';
import { type Column, DataTable } from '../../components/data-table';
import { ErrorState } from '../../components/error-state';
import { LoadMore } from '../../components/load-more';
import { LoadingState } from '../../components/loading-state';
import { itemsOf } from '../../lib/pages';
import { peoplePages } from './admin-data';
import { AdminHead } from './admin-head';
import classes from './admin.module.css';

/** Of somebody with one role in many places, so many are named in the list. */
const SCOPES = 3;

/** Who has a role in the region. */
export default function PeoplePage() {
  const { t } = useTranslation(['admin', 'app']);
  const columns = usePeopleColumns();
  const [typed, setTyped] = useState('');
  const [role, setRole] = useState<Role | ''>('');
  const [q] = useDebouncedValue(typed.trim(), 250);
  const pages = useInfiniteQuery(peoplePages({ ...(q && { q }), ...(role && { role }) }));
  const rows = pages.data ? itemsOf(pages.data) : [];
  return (
    <>
      <AdminHead
        section="people"
        action={
          <Button component={Link} to="nieuw" leftSection={<IconUserPlus size={18} />}>
            {t('invite')}
          </Button>
        }
      />
      {pages.data ? (
        <>
          <DataTable
            label={t('people.title')}
            columns={columns}
            rows={rows}
            rowKey={(person) => person.id}
            server={{ sort: null, onSort: () => {} }}
            tools={
              <>
                <TextInput
                  type="search"
                  size="sm"
                  leftSection={<IconSearch size={16} />}
                  aria-label={t('people.search')}
                  placeholder={t('people.search')}
                  value={typed}
                  onChange={(event) => setTyped(event.currentTarget.value)}
                />
                <NativeSelect
                  size="sm"
                  aria-label={t('role')}
                  value={role}
                  onChange={(event) => setRole(event.currentTarget.value as Role | '')}
                  data={[
                    { value: '', label: t('role.all') },
                    ...ROLES.map((one) => ({ value: one, label: t(`app:role.${one}`) })),
                  ]}
                />
              </>
            }
          />
          {rows.length === 0 && <p className={classes.quiet}>{t('people.nothing')}</p>}
          <LoadMore
            shown={rows.length}
            total={pages.data.pages[0]?.total ?? rows.length}
            more={pages.hasNextPage}
            busy={pages.isFetchingNextPage}
            onMore={() => void pages.fetchNextPage()}
          />
        </>
      ) : pages.error ? (
        <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
      ) : (
        <LoadingState rows={8} height={56} />
      )}
    </>
  );
}

function usePeopleColumns(): Column<PersonView>[] {
  const { t } = useTranslation(['admin', 'app']);
  /** A line per role, with where; the person's own page has them all. */
  const roles = (person: PersonView) => {
    const now = person.roles.filter((one) => one.until === null);
    return [...new Set(now.map(({ role }) => role))].map((role) => {
      const where = now.flatMap((one) => (one.role === role && one.scopeName ? [one.scopeName] : []));
      const left = where.length - SCOPES;
      const line = [t(`app:role.${role}`), ...where.slice(0, SCOPES)].join(', ');
      return left > 0 ? t('roles.more', { line, count: left }) : line;
    });
  };
  return [
    {
      id: 'name',
      header: t('name'),
      value: (person) => person.name,
      sortable: false,
      cell: (person) => (
        <Anchor component={Link} to={`/beheer/mensen/${person.id}`} className={classes.strong}>
          {person.name}
        </Anchor>
      ),
    },
    { id: 'email', header: t('email'), value: (person) => person.email, sortable: false },
    {
      id: 'roles',
      header: t('roles'),
      value: (person) => roles(person).join('; '),
      sortable: false,
      cell: (person) => (
        <ul className={classes.bare}>
          {roles(person).map((role) => (
            <li key={role}>{role}</li>
          ))}
          {roles(person).length === 0 && <li className="lk-muted">{t('roles.none')}</li>}
        </ul>
      ),
    },
  ];
}
