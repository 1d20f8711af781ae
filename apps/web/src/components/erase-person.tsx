import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '#libs/contracts';
import { api } from '../lib/api';
import { showToast } from '../lib/toast';
import { ConfirmDialog } from './confirm-dialog';

interface ErasePersonProps {
  person: PersonView;
}

/** Erases a person for good, once no role is left; says before what goes and what stays. */
export function ErasePerson({ person }: ErasePersonProps) {
  return person.archived ? null : (
    <Suspense fallback={null}>
      <Erase person={person} />
    </Suspense>
  );
}

function Erase({ person }: ErasePersonProps) {
  const { t } = useTranslation('privacy');
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { name } = person;
  const erase = useMutation({
    mutationFn: () => api.POST('/api/people/{id}/erase', { params: { path: { id: person.id } } }),
    onSuccess: async () => {
      setAsking(false);
      showToast(t('erased', { name }));
      // the name may stand on any page that was seen before
      await client.invalidateQueries();
    },
  });
  if (person.roles.some((role) => role.until === null))
    return <p className="lk-muted">{t('erase.blocked')}</p>;
  return (
    <div>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('erase')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => erase.mutate()}
        title={t('erase.title', { name })}
        confirm={t('erase.confirm')}
        danger
        busy={erase.isPending}
        error={erase.error}
      >
        <p>{t('erase.what')}</p>
        <p>{t('erase.doors')}</p>
        <p>{t('erase.stays')}</p>
      </ConfirmDialog>
    </div>
  );
}
