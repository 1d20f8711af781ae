import { Anchor, Button } from '@mantine/core';
import { IconCalendarCheck, IconCircleCheck, IconHourglass, IconUserOff } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GuardedForm } from '../../../components/guarded-form';
import type { AttendeeKind, PracticeSessionView } from '#libs/contracts';
import { showToast } from '../../../lib/toast';
import { PersonForm } from './person-form';
import { type At, type Goer, practiceDoors, practiceSessionKey, practiceSessionQuery } from './practice-data';
import classes from './practice.module.css';

export const REGISTRATION_FORM = 'registration-form';

/** Registering, replacing and excusing, each answer taken over on the page; who was too late sees what happened meanwhile. */
export function useRegistration(at: At) {
  const client = useQueryClient();
  const send = async (call: Promise<PracticeSessionView>) => {
    try {
      const page = await call;
      client.setQueryData(practiceSessionQuery(at).queryKey, page);
      void client.invalidateQueries({ queryKey: ['home'] });
      return page;
    } catch (error) {
      await client.invalidateQueries({ queryKey: practiceSessionKey(at) });
      throw error;
    }
  };
  return {
    register: (version: number, goer: Goer, kind: AttendeeKind) =>
      send(practiceDoors.register(at, version, goer, kind)),
    excuse: (version: number, reason: string, confirmed: boolean) =>
      send(practiceDoors.excuse(at, version, reason, confirmed)),
  };
}

interface WhoGoesProps {
  at: At;
  page: PracticeSessionView;
  /** Nothing can be changed any more. */
  closed: boolean;
}

/** Who goes for the practice: one person (DIA-07). */
export function WhoGoes({ at, page, closed }: WhoGoesProps) {
  const { t } = useTranslation('dialogue-practice');
  const doors = useRegistration(at);
  const [asking, setAsking] = useState<'nothing' | 'person' | 'excuse'>('nothing');
  const [reason, setReason] = useState('');
  const { registration, session } = page;
  const version = registration?.version ?? 0;
  const coming = registration !== null && registration.state !== 'excused';

  const register = async (goer: Goer, kind: AttendeeKind) => {
    const next = await doors.register(version, goer, kind);
    setAsking('nothing');
    const state = next.registration?.state;
    showToast(
      state === 'waiting'
        ? t('done.waiting', { place: next.registration?.waitingPlace ?? 1 })
        : t('done.registered', { name: next.registration?.person.name ?? '' }),
    );
  };
  const excuse = async (text: string, confirmed: boolean) => {
    const next = await doors.excuse(version, text, confirmed);
    setAsking('nothing');
    setReason('');
    const back = registration;
    showToast(t('done.excused'), {
      undo:
        back && coming
          ? () =>
              doors.register(next.registration?.version ?? 0, { personId: back.person.id }, back.attendeeKind)
          : undefined,
    });
  };
  const excuseForm = (
    <GuardedForm
      id="excuse"
      label={t('excuse.reason')}
      description={t('excuse.reason.why')}
      value={reason}
      onChange={setReason}
      maxLength={300}
      optional
      submit={t(coming ? 'excuse.send' : 'excuse.send.unregistered')}
      variant="default"
      send={excuse}
      onCancel={() => setAsking('nothing')}
    />
  );

  if (closed)
    return (
      <Standing icon={<IconUserOff size={22} stroke={1.7} aria-hidden />}>
        <p>
          {coming && registration.state === 'registered'
            ? t('closed.went', { name: registration.person.name })
            : t('closed.none', { practice: page.practice.name })}
        </p>
      </Standing>
    );
  if (!coming && asking === 'excuse') return excuseForm;
  if (!coming)
    return (
      <div className={classes.stack}>
        {registration && (
          <Standing icon={<IconUserOff size={22} stroke={1.7} aria-hidden />}>
            <p>{t('excused', { practice: page.practice.name })}</p>
            {registration.excuse && <p className="lk-muted">{registration.excuse}</p>}
          </Standing>
        )}
        {session.placesLeft === 0 && <p className={classes.note}>{t('full')}</p>}
        <PersonForm
          id={REGISTRATION_FORM}
          page={page}
          submit={t(
            session.placesLeft === 0 ? 'register.waiting' : registration ? 'register.again' : 'register',
          )}
          send={register}
        />
        {!registration && (
          <Anchor
            component="button"
            type="button"
            className={classes.quiet}
            onClick={() => setAsking('excuse')}
          >
            {t('excuse.start')}
          </Anchor>
        )}
      </div>
    );
  if (asking === 'person')
    return (
      <PersonForm
        page={page}
        submit={t('replace.save')}
        send={register}
        onCancel={() => setAsking('nothing')}
      />
    );
  const waiting = registration.state === 'waiting';
  return (
    <div className={classes.stack}>
      <Standing
        tone={waiting ? 'wait' : 'good'}
        icon={
          waiting ? (
            <IconHourglass size={22} stroke={1.7} aria-hidden />
          ) : (
            <IconCircleCheck size={22} stroke={1.7} aria-hidden />
          )
        }
      >
        <p>
          <b>{t(waiting ? 'standing.waiting' : 'standing.registered', { name: registration.person.name })}</b>{' '}
          <span className="lk-muted">{t(`kind.${registration.attendeeKind}`)}</span>
        </p>
        {waiting ? (
          <p className="lk-muted">{t('standing.place', { place: registration.waitingPlace ?? 1 })}</p>
        ) : (
          <p className={classes.calendar}>
            <IconCalendarCheck size={17} stroke={1.7} className="lk-icon" aria-hidden />
            <span>{t('standing.calendar', { email: registration.person.email })}</span>
          </p>
        )}
      </Standing>
      {asking === 'excuse' ? (
        excuseForm
      ) : (
        <div className={classes.buttons}>
          <Button variant="default" size="sm" onClick={() => setAsking('person')}>
            {t('replace')}
          </Button>
          <Button variant="subtle" size="sm" onClick={() => setAsking('excuse')}>
            {t('excuse')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Standing({
  icon,
  tone,
  children,
}: {
  icon: ReactNode;
  tone?: 'good' | 'wait';
  children: ReactNode;
}) {
  return (
    <div className={classes.standing} data-tone={tone}>
      {icon}
      <div>{children}</div>
    </div>
  );
}
