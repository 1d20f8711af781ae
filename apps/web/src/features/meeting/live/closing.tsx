import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingScreen } from '#libs/contracts';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { useMe } from '../../../lib/me';
import { LiveActions } from '../actions/live-actions';
import { LiveInsights } from '../actions/live-insights';
import { meetingQuery } from '../page/meeting-data';
import { NextPanel } from '../page/next-panel';
import classes from './live.module.css';
import type { Steering } from './use-steering';
import { Here } from './here';

interface ClosingProps {
  view: MeetingScreen;
  steering: Steering;
  onBack: () => void;
}

/** The last five minutes of who leads: who was there, what is agreed, what may leave the group, and when the group meets again (GRP-14). */
export function Closing({ view, steering, onBack }: ClosingProps) {
  const { t } = useTranslation('meeting-live');
  const { task } = useMe();
  const [asks, setAsks] = useState(false);
  const { data: meeting } = useQuery(meetingQuery(view.meetingId));
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const plans = (meeting?.may.manage ?? false) && !task;
  return (
    <div className={classes.closing}>
      <div>
        <h2 ref={title} tabIndex={-1} className={classes.stepTitle}>
          {t('closing.title')}
        </h2>
        <p className={classes.instruction}>{t('closing.lead')}</p>
      </div>
      <section className={classes.card} aria-labelledby="there">
        <h2 id="there">{t('closing.there')}</h2>
        <Here view={view} />
        <p className={classes.small}>{t('closing.there.text')}</p>
      </section>
      <section className={classes.card}>
        <LiveActions meetingId={view.meetingId} />
      </section>
      <section className={classes.card}>
        <LiveInsights meetingId={view.meetingId} />
      </section>
      {meeting?.groupId && <NextPanel groupId={meeting.groupId} next={meeting.next} plans={plans} />}
      <div className={classes.bar}>
        <Button variant="subtle" onClick={onBack}>
          {t('closing.back')}
        </Button>
        <p className={classes.barWords} />
        <Button size="md" onClick={() => setAsks(true)}>
          {t('end')}
        </Button>
      </div>
      <ConfirmDialog
        opened={asks}
        onClose={() => setAsks(false)}
        onConfirm={() => {
          steering.act('end');
          setAsks(false);
        }}
        title={t('end.title')}
        confirm={t('end.do')}
        busy={steering.busy}
      >
        <p>{t('end.text')}</p>
      </ConfirmDialog>
    </div>
  );
}
