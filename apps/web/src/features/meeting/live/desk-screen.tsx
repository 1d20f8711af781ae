import { Button, VisuallyHidden } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconScreenShare, IconUsers, IconVideo } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MeetingScreen } from '#libs/contracts';
import { LiveFrame } from '../../../components/live-frame';
import { RoomState } from '../../../components/room-state';
import { WhenOpened } from '../../../components/when-opened';
import { useFormat } from '../../../lib/i18n';
import { later } from '../../../lib/later';
import { timeState } from '../../../lib/live-clock';
import { useMe } from '../../../lib/me';
import { useQuiet } from '../../../lib/quiet';
import { useHourTime } from '../../../lib/use-hour-time';
import { useKeys } from '../../../lib/use-keys';
import { meetingQuery } from '../page/meeting-data';
import { Answers } from './answers';
import { Agreement, Closing, Ended, laterParts, Side, Writing } from './later';
import classes from './live.module.css';
import { keyActs } from './live-keys';
import { RoleList } from './role-list';
import { ScriptList } from './script-list';
import type { Shelf } from './shelf';
import { StepHead } from './step-head';
import { stepNow } from './step-state';
import { StepsBar } from './steps-bar';
import { type LiveMeeting, useShelf } from './use-live-meeting';
import { pressesOf } from './presses';
import { useSteering } from './use-steering';
import { useStepNews } from './use-step-news';
import { WaitingRoom } from './waiting-room';

const LiveKeysHelp = later(async () => (await import('./live-keys-help')).LiveKeysHelp);
const PeopleDrawer = later(async () => (await import('./people-drawer')).PeopleDrawer);

/** The screen of one person in the meeting: the script, the step that is on, and what the group agrees. */
export function DeskScreen({ live, view }: { live: LiveMeeting; view: MeetingScreen }) {
  const { t } = useTranslation('meeting-live');
  const format = useFormat();
  const shelf = useShelf(live, view);
  const steering = useSteering(live, view);
  const [people, setPeople] = useState(false);
  const { state } = view.clock;
  const leads = view.audience === 'leader';
  const runs = state === 'running' || state === 'paused';
  const here = view.presence.filter((one) => one.here).length;
  const quiet = useQuiet();
  useEffect(() => {
    if (quiet) void laterParts().catch(() => {});
  }, [quiet]);
  return (
    <LiveFrame
      wide
      title={view.group}
      sub={`${format.date(view.startsAt)}, ${format.time(view.startsAt)}`}
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
            <b>{here}</b>
            <span className={classes.wideOnly}>{t('people.of', { count: view.presence.length })}</span>
            <VisuallyHidden>{t('people.open')}</VisuallyHidden>
          </Button>
          {runs && (
            <span className={leads ? `${classes.endsAt} ${classes.wideOnly}` : classes.endsAt}>
              {t('endsAt')} <b>{format.time(view.clock.endsAt)}</b>
            </span>
          )}
          {view.meetingLink && state !== 'ended' && (
            <Button
              component="a"
              href={view.meetingLink}
              target="_blank"
              rel="noreferrer"
              variant="default"
              aria-label={t('video')}
              className={classes.narrow}
              leftSection={<IconVideo size={18} aria-hidden />}
            >
              <span className={classes.wideOnly}>{t('video.short')}</span>
            </Button>
          )}
          {leads && state !== 'ended' && (
            <Button
              component={Link}
              to="?scherm=1"
              target="_blank"
              variant="default"
              aria-label={t('screen')}
              className={classes.narrow}
              leftSection={<IconScreenShare size={18} aria-hidden />}
            >
              <span className={classes.wideOnly}>{t('screen')}</span>
            </Button>
          )}
          {leads && runs && (
            <Button
              variant={state === 'paused' ? 'filled' : 'default'}
              aria-label={t(state === 'paused' ? 'resume' : 'pause')}
              className={classes.narrow}
              leftSection={
                state === 'paused' ? (
                  <IconPlayerPlay size={18} aria-hidden />
                ) : (
                  <IconPlayerPause size={18} aria-hidden />
                )
              }
              onClick={() => steering.act(state === 'paused' ? 'resume' : 'pause')}
            >
              <span className={classes.wideOnly}>{t(state === 'paused' ? 'resume' : 'pause')}</span>
            </Button>
          )}
        </>
      }
    >
      <RoomState connection={live.connection} />
      {state === 'waiting' ? (
        <WaitingRoom view={view} offset={live.offset} steering={leads ? steering : null} />
      ) : state === 'ended' ? (
        <Ended view={view} shelf={shelf} />
      ) : (
        <Running live={live} view={view} shelf={shelf} quiet={quiet} />
      )}
      <WhenOpened opened={people}>
        <PeopleDrawer view={view} opened={people} onClose={() => setPeople(false)} />
      </WhenOpened>
    </LiveFrame>
  );
}

interface RunningProps {
  live: LiveMeeting;
  view: MeetingScreen;
  shelf: Shelf;
  /** The first paint is done: the rest may come. */
  quiet: boolean;
}

function Running({ live, view, shelf, quiet }: RunningProps) {
  const { t } = useTranslation('meeting-live');
  const { task } = useMe();
  const { data: meeting } = useQuery(meetingQuery(view.meetingId));
  const title = useRef<HTMLHeadingElement>(null);
  const [help, setHelp] = useState(false);
  const [typing, setTyping] = useState<string | null>(null);
  const [closing, setClosing] = useState(false);
  const leads = view.audience === 'leader';
  const time = useHourTime(view.clock, live.offset);
  const limit = timeState(time.itemLeftMs, time.itemSeconds);
  const steering = useSteering(live, view);
  const now = stepNow(view);
  useStepNews(view, limit, title);
  const press = pressesOf(steering, now, () => setClosing(true));
  useKeys(leads && !closing ? { ...press(keyActs(view.clock.state, now)), '?': () => setHelp(true) } : {});
  if (closing && leads) return <Closing view={view} steering={steering} onBack={() => setClosing(false)} />;
  if (!now) return null;
  const groupId = meeting?.groupId ?? null;
  const figures = groupId !== null && !task ? `/spiegel/groep/${groupId}` : null;
  return (
    <div className={classes.desk}>
      <aside className={classes.rail} aria-label={t('rail')}>
        <ScriptList view={view} time={time} steering={leads ? steering : undefined} />
        <RoleList view={view} />
        {leads && (
          <div className={classes.railFoot}>
            <Button variant="subtle" size="compact-md" className={classes.text} onClick={() => setHelp(true)}>
              {t('keys.open')}
            </Button>
            <Button variant="default" size="sm" onClick={() => setClosing(true)}>
              {t('finish')}
            </Button>
          </div>
        )}
      </aside>
      <div className={classes.middle}>
        <StepHead
          view={view}
          now={now}
          time={time}
          limit={limit}
          title={title}
          figures={figures}
          steering={leads ? steering : null}
        />
        {quiet && (
          <>
            {now.first && meeting && <Agreement meeting={meeting} />}
            <Writing view={view} stepId={now.step.id} shelf={shelf} onTyping={setTyping} />
          </>
        )}
        <Answers view={view} now={now} typing={typing} />
        {leads && <StepsBar now={now} steering={steering} onFinish={() => setClosing(true)} />}
      </div>
      <aside className={classes.side} aria-label={t('side')}>
        {quiet && <Side meetingId={view.meetingId} />}
      </aside>
      <WhenOpened opened={help}>
        <LiveKeysHelp opened={help} onClose={() => setHelp(false)} />
      </WhenOpened>
    </div>
  );
}
