import '@mantine/core/styles/FloatingIndicator.css';
import '@mantine/core/styles/SegmentedControl.css';
import { Button, SegmentedControl } from '@mantine/core';
import { IconCalendarClock } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MeetingLiveSetupView } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { LiveFrame } from '../../../components/live-frame';
import { useFormat, useLanguage } from '../../../lib/i18n';
import { digits } from '../../../lib/live-clock';
import { useServerNow } from '../../../lib/use-server-now';
import { liveDoors } from './live-data';
import classes from './live.module.css';
import { MethodChoice } from './method-choice';
import { type Chosen, RoleFields } from './role-fields';

interface BeforeOpeningProps {
  setup: MeetingLiveSetupView;
  onOpened: () => void;
}

/** Until the room is open: who may open it chooses how the meeting works, everybody else sees when it begins. */
export function BeforeOpening({ setup, onOpened }: BeforeOpeningProps) {
  const { t } = useTranslation('meeting-live');
  const format = useFormat();
  const language = useLanguage();
  const now = useServerNow(0, 1000);
  const left = Date.parse(setup.startsAt) - now;
  const chooses = setup.leads || setup.mayOpen;
  const day = format.date(setup.startsAt);
  const period = format.period(setup.startsAt, setup.endsAt);
  return (
    <LiveFrame wide={chooses} title={setup.group} sub={period.startsWith(day) ? period : `${day}, ${period}`}>
      {chooses ? (
        <Choosing setup={setup} now={now} onOpened={onOpened} />
      ) : (
        <section className={classes.notice}>
          <IconCalendarClock size={44} stroke={1.5} aria-hidden />
          <h2>{left > 0 ? t('early.title', { time: format.time(setup.startsAt) }) : t('early.waiting')}</h2>
          {left > 0 && left < 86_400_000 && (
            <p role="timer" aria-label={t('early.left')} className={classes.countdown}>
              {digits(left, language)}
            </p>
          )}
          <p>{t('early.text')}</p>
          <Button component={Link} to={`/bijeenkomst/${setup.meetingId}`} variant="default">
            {t('toMeeting')}
          </Button>
        </section>
      )}
    </LiveFrame>
  );
}

type Length = 'method' | 'meeting';

function Choosing({ setup, now, onOpened }: BeforeOpeningProps & { now: number }) {
  const { t } = useTranslation('meeting-live');
  const format = useFormat();
  const { methods, minutesAvailable } = setup;
  const [best] = methods.filter(({ allowed }) => allowed);
  const [methodId, setMethodId] = useState<string | null>(
    (methods.find(({ advice, allowed }) => allowed && advice === 'good') ?? best)?.methodId ?? null,
  );
  const [length, setLength] = useState<Length>('method');
  const [chosen, setChosen] = useState<Chosen>({});
  const method = methods.find((one) => one.methodId === methodId);
  const usual = Math.min(method?.minutes ?? minutesAvailable, minutesAvailable);
  const open = useMutation({
    mutationFn: () =>
      liveDoors(setup.meetingId).open({
        methodId: methodId ?? '',
        ...(length === 'meeting' ? { minutes: minutesAvailable } : {}),
        roles: setup.roles.map(({ role, practiceId }) => ({
          role,
          practiceId: (role in chosen ? chosen[role] : practiceId) ?? null,
        })),
      }),
    onSuccess: onOpened,
  });
  const opens = now >= Date.parse(setup.opensAt);
  return (
    <form
      className={classes.choosing}
      onSubmit={(event) => {
        event.preventDefault();
        if (methodId && opens) open.mutate();
      }}
    >
      <div className={classes.stack}>
        <MethodChoice methods={methods} value={methodId} onChange={setMethodId} />
      </div>
      <aside className={classes.choosingSide} aria-label={t('role.title')}>
        <h2>{t('role.title')}</h2>
        <p className={classes.small}>{t('role.lead')}</p>
        <RoleFields roles={setup.roles} practices={setup.practices} chosen={chosen} onChange={setChosen} />
        {usual < minutesAvailable && (
          <div className={classes.section}>
            <span className={classes.label}>{t('length')}</span>
            <SegmentedControl
              aria-label={t('length')}
              value={length}
              onChange={(value) => setLength(value as Length)}
              data={[
                { value: 'method', label: t('minutes', { minutes: usual }) },
                { value: 'meeting', label: t('minutes', { minutes: minutesAvailable }) },
              ]}
            />
          </div>
        )}
        {!setup.leads && <p className={classes.small}>{t('open.instead')}</p>}
        {open.error ? <ErrorState error={open.error} /> : null}
        <Button type="submit" size="lg" loading={open.isPending} disabled={!opens || !methodId}>
          {t('open')}
        </Button>
        <p className={classes.small}>
          {opens ? t('open.text') : t('open.from', { moment: format.dateTime(setup.opensAt) })}
        </p>
      </aside>
    </form>
  );
}
