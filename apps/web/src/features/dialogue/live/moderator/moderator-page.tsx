import { Button, VisuallyHidden } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconScreenShare, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { sessionRoom, type ModeratorLiveView } from '#libs/contracts';
import { WhenOpened } from '../../../../components/when-opened';
import { useOwnConnectionWords } from '../../../../lib/connection';
import { useFormat, useLanguage } from '../../../../lib/i18n';
import { later } from '../../../../lib/later';
import { useRoomVersion } from '../../../../lib/socket';
import { Door } from '../door';
import { nowOn } from '../hour';
import { digits, timeState } from '../../../../lib/live-clock';
import { liveDoors, liveKey } from '../live-data';
import { LiveFrame } from '../../../../components/live-frame';
import shared from '../live.module.css';
import { RoomState } from '../../../../components/room-state';
import { useHourTime } from '../../../../lib/use-hour-time';
import { useKeys } from '../../../../lib/use-keys';
import { useLiveHour, type LiveHour } from '../use-live-hour';
import { useNews } from '../use-news';
import { useSteering } from '../use-steering';
import { AnswerNotes } from '../answer-notes';
import { BeforeStart } from './before-start';
import { CurrentPanel } from './current-panel';
import { EndButton } from './end-button';
import { FollowUpColumn } from './follow-up-column';
import classes from './moderator.module.css';
import { NextList } from './next-list';
import { Rail } from './rail';
import { Summary } from './summary';

const KeysHelp = later(async () => (await import('./keys-help')).KeysHelp);
const PeopleDrawer = later(async () => (await import('./people-drawer')).PeopleDrawer);

/** The screen of who leads the hour: one click or key per question (journey D2). */
export default function ModeratorPage() {
  const { sessionId = '' } = useParams();
  useOwnConnectionWords();
  const hour = useLiveHour<ModeratorLiveView>(sessionId, 'moderator');
  if (hour.refusal)
    return (
      <Door
        error={hour.refusal}
        audience="moderator"
        sessionId={sessionId}
        doors={liveDoors(sessionId)}
        onRetry={hour.reread}
      />
    );
  if (!hour.view) return null;
  return <Moderator key={sessionId} hour={hour} view={hour.view} />;
}

function Moderator({ hour, view }: { hour: LiveHour<ModeratorLiveView>; view: ModeratorLiveView }) {
  const { t } = useTranslation('dialogue-live');
  const format = useFormat();
  const language = useLanguage();
  const [people, setPeople] = useState(false);
  const [help, setHelp] = useState(false);
  const time = useHourTime(view.clock, hour.offset);
  const limit = timeState(time.itemLeftMs, time.itemSeconds);
  const steering = useSteering(hour, view, { undo: true });
  useNews(view, limit);
  // who is registered, the desk and the specialist's own page change things beside the room
  useRoomVersion(sessionRoom(view.sessionId), { keys: [liveKey(view.sessionId, 'moderator')] });
  const { state } = view.clock;
  const runs = state === 'running' || state === 'paused';
  const { question } = nowOn(view);
  const { act } = steering;
  useKeys(
    runs
      ? {
          Enter: () => act(question ? 'answered' : 'next-item'),
          p: question ? () => act('park') : undefined,
          s: question ? () => act('skip') : undefined,
          ArrowRight: question ? () => act('skip') : undefined,
          ' ': () => act(state === 'paused' ? 'resume' : 'pause'),
          '?': () => setHelp(true),
        }
      : {},
  );
  return (
    <LiveFrame
      wide
      title={view.title}
      sub={`${format.date(view.startsAt)}, ${format.period(view.startsAt, view.endsAt)}`}
      right={
        <>
          <Button
            variant="subtle"
            color="gray"
            c="inherit"
            className={classes.people}
            leftSection={<IconUsers size={20} stroke={1.8} aria-hidden />}
            onClick={() => setPeople(true)}
          >
            <b>{view.presence.practices}</b>
            <span className={classes.wideOnly}>{t('people.of', { count: view.presence.registered })}</span>
            <VisuallyHidden>{t('people.open')}</VisuallyHidden>
          </Button>
          {runs && (
            <span className={classes.hourLeft}>
              <span>{t(time.hourLeftMs < 0 ? 'hour.over' : 'hour.left')}</span>
              <b className="lk-num" data-over={time.hourLeftMs < 0 || undefined}>
                {t('hour.minutes', { time: digits(time.hourLeftMs, language) })}
              </b>
            </span>
          )}
          {state !== 'ended' && (
            <Button
              component={Link}
              to={`/live/${view.sessionId}/scherm`}
              target="_blank"
              variant="default"
              leftSection={<IconScreenShare size={18} aria-hidden />}
            >
              {t('screen')}
            </Button>
          )}
          {runs && (
            <Button
              variant={state === 'paused' ? 'filled' : 'default'}
              leftSection={
                state === 'paused' ? (
                  <IconPlayerPlay size={18} aria-hidden />
                ) : (
                  <IconPlayerPause size={18} aria-hidden />
                )
              }
              onClick={() => act(state === 'paused' ? 'resume' : 'pause')}
            >
              {t(state === 'paused' ? 'resume' : 'pause')}
            </Button>
          )}
        </>
      }
    >
      <RoomState connection={hour.connection} />
      {state === 'waiting' ? (
        <BeforeStart view={view} offset={hour.offset} steering={steering} />
      ) : state === 'ended' ? (
        <Summary view={view} />
      ) : (
        <div className={classes.desk}>
          <aside className={classes.rail} aria-label={t('rail.title')}>
            <Rail view={view} time={time} limit={limit} steering={steering} />
            <div className={classes.railFoot}>
              <Button variant="subtle" size="sm" px={0} onClick={() => setHelp(true)}>
                {t('keys.open')}
              </Button>
              <EndButton view={view} steering={steering} />
            </div>
          </aside>
          <section className={classes.middle}>
            <CurrentPanel view={view} time={time} limit={limit} steering={steering} />
            <NextList view={view} steering={steering} />
            {question && (
              <section className={shared.section}>
                <h2>{t('notes.title')}</h2>
                <AnswerNotes
                  key={question.id}
                  sessionId={view.sessionId}
                  questionId={question.id}
                  answer={view.answers[question.id]}
                />
              </section>
            )}
          </section>
          <aside className={classes.side} aria-label={t('follow.title')}>
            <FollowUpColumn view={view} />
          </aside>
        </div>
      )}
      <WhenOpened opened={people}>
        <PeopleDrawer view={view} opened={people} onClose={() => setPeople(false)} steering={steering} />
      </WhenOpened>
      <WhenOpened opened={help}>
        <KeysHelp opened={help} onClose={() => setHelp(false)} />
      </WhenOpened>
    </LiveFrame>
  );
}
