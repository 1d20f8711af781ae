import '@mantine/core/styles/Modal.css';
import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/Paper.css';
import '@mantine/core/styles/ScrollArea.css';
import { Button, Modal } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttendeeKind } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { GuardedForm } from '../../../components/guarded-form';
import { LoadingState } from '../../../components/loading-state';
import { showToast } from '../../../lib/toast';
import { PersonForm } from '../practice/person-form';
import { type At, type Goer, practiceSessionQuery } from '../practice/practice-data';
import { useRegistration } from '../practice/who-goes';
import { attendanceKey } from './attendance-data';
import classes from './attendance.module.css';

interface PersonDialogProps {
  at: At;
  title: string;
  submit: string;
  onClose: () => void;
}

/** Registering, replacing or excusing a practice on its behalf: after a phone call. */
export function PersonDialog({ at, title, submit, onClose }: PersonDialogProps) {
  const { t } = useTranslation('dialogue-practice');
  const client = useQueryClient();
  const doors = useRegistration(at);
  const { data, error, refetch } = useQuery(practiceSessionQuery(at));
  const [reason, setReason] = useState<string | null>(null);
  const version = data?.registration?.version ?? 0;
  const done = async (text: string) => {
    await client.invalidateQueries({ queryKey: attendanceKey(at.sessionId) });
    showToast(text);
    onClose();
  };
  const register = async (goer: Goer, kind: AttendeeKind) => {
    const { registration } = await doors.register(version, goer, kind);
    await done(
      registration?.state === 'waiting'
        ? t('done.waiting', { place: registration.waitingPlace ?? 1 })
        : t('done.registered', { name: registration?.person.name ?? '' }),
    );
  };
  return (
    <Modal opened onClose={onClose} title={title} size="lg">
      {data ? (
        reason === null ? (
          <div className={classes.dialog}>
            <PersonForm page={data} submit={submit} send={register} onCancel={onClose} />
            {data.registration?.state !== 'excused' && (
              <Button variant="subtle" size="compact-md" onClick={() => setReason('')}>
                {t('excuse')}
              </Button>
            )}
          </div>
        ) : (
          <GuardedForm
            id="excuse-on-behalf"
            label={t('excuse.reason')}
            value={reason}
            onChange={setReason}
            maxLength={300}
            optional
            submit={t('excuse')}
            send={async (text, confirmed) => {
              await doors.excuse(version, text, confirmed);
              await done(t('excused', { practice: data.practice.name }));
            }}
            onCancel={() => setReason(null)}
          />
        )
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <LoadingState rows={3} height={56} />
      )}
    </Modal>
  );
}
