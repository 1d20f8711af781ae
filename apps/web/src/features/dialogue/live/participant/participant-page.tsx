import { Button } from '@mantine/core';
import { IconCheck, IconUsers, IconVideo } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { ParticipantLiveView } from '#libs/contracts';
import { useOwnConnectionWords } from '../../../../lib/connection';
import { useFormat } from '../../../../lib/i18n';
import { ClockFace } from '../../../../components/clock-face';
import { Door } from '../door';
import { nowOn } from '../hour';
import { timeState } from '../../../../lib/live-clock';
import { liveDoors } from '../live-data';
import { LiveFrame } from '../../../../components/live-frame';
import classes from '../live.module.css';
import { usePartName } from '../part-name';
import { RoomState } from '../../../../components/room-state';
import { useHourTime } from '../../../../lib/use-hour-time';
import { useLiveHour, type LiveHour } from '../use-live-hour';
import { useNews } from '../use-news';
import { AskBox } from './ask-box';
import { AskedList } from './asked-list';
import { Closed } from './closed';
import { OwnList } from './own-list';
import { WaitingRoom } from './waiting-room';

/** The hour on a participant's phone: what is asked now, how long still, and a question of one's own (DIA-10). */
export default function ParticipantPage() {
  const { sessionId = '' } = useParams();
  useOwnConnectionWords();
  const hour = useLiveHour<ParticipantLiveView>(sessionId, 'participant');
  if (hour.refusal)
    return (
      <Door
        error={hour.refusal}
        audience="participant"
        sessionId={sessionId}
        doors={liveDoors(sessionId)}
        onRetry={hour.reread}
      />
    );
  if (!hour.view) return null;
  return <Participant key={sessionId} hour={hour} view={hour.view} />;
}

type Hour = LiveHour<ParticipantLiveView>;

function Participant({ hour, view }: { hour: Hour; view: ParticipantLiveView }) {
  const { t } = useTranslation('dialogue-live');
  const format = useFormat();
  const { state } = view.clock;
  return (
    <LiveFrame
      title={view.title}
      sub={t('until', { time: format.time(view.endsAt) })}
      right={
        <span className={classes.count} title={t('presence.title')}>
          <IconUsers size={20} stroke={1.8} aria-hidden />
          <span aria-label={t('presence.here', { count: view.presence.practices })} role="img">
            {view.presence.practices}
          </span>
        </span>
      }
    >
      <RoomState connection={hour.connection} />
      {state === 'waiting' ? (
        <WaitingRoom view={view} offset={hour.offset} />
      ) : state === 'ended' ? (
        <Closed view={view} />
      ) : (
        <Running hour={hour} view={view} />
      )}
    </LiveFrame>
  );
}

function Running({ hour, view }: { hour: Hour; view: ParticipantLiveView }) {
  const { t } = useTranslation('dialogue-live');
  const { item, question, number, of } = nowOn(view);
  const partName = usePartName();
  const time = useHourTime(view.clock, hour.offset);
  const limit = timeState(time.itemLeftMs, time.itemSeconds);
  useNews(view, limit);
  const part = item ? partName(item) : '';
  return (
    <>
      <section className={classes.card} aria-labelledby="now">
        <p className={classes.where}>
          {question ? t('now.where', { part, number, of }) : t('now.part', { part })}
        </p>
        <h2 id="now" className={classes.question}>
          {question ? question.text : of === 0 ? t('now.department') : t('now.all')}
        </h2>
        <ClockFace
          label={t('clock.label')}
          caption={t(view.clock.state === 'paused' ? 'clock.paused' : `clock.${limit}`)}
          leftMs={time.itemLeftMs}
          ofSeconds={time.itemSeconds}
          state={limit}
          paused={view.clock.state === 'paused'}
          size="phone"
        />
        {question && view.ownQuestionIds.includes(question.id) && (
          <p className={classes.yours}>
            <IconCheck size={18} stroke={2.2} aria-hidden className="lk-icon" />
            {t('now.own')}
          </p>
        )}
      </section>
      {view.meetingLink && (
        <Button
          component="a"
          href={view.meetingLink}
          target="_blank"
          rel="noreferrer"
          variant="default"
          fullWidth
          leftSection={<IconVideo size={18} aria-hidden />}
        >
          {t('video')}
        </Button>
      )}
      <AskBox hour={hour} view={view} />
      <OwnList hour={hour} view={view} />
      <AskedList hour={hour} view={view} />
    </>
  );
}
