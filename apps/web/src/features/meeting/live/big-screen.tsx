import { Button } from '@mantine/core';
import {
  IconArrowLeft,
  IconArrowRight,
  IconEye,
  IconMaximize,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
} from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { MeetingScreen } from '#libs/contracts';
import { Mark } from '../../../components/mark';
import { RoomState } from '../../../components/room-state';
import { useFormat, useLanguage, useWords } from '../../../lib/i18n';
import { digits, timeState } from '../../../lib/live-clock';
import { useHourTime } from '../../../lib/use-hour-time';
import { useKeys } from '../../../lib/use-keys';
import classes from './big-screen.module.css';
import { Texts } from './answers';
import { keyActs } from './live-keys';
import { pressesOf } from './presses';
import { holderOf, showing, stepNow, type StepNow, talkedAbout, textsState, tilesOf } from './step-state';
import { type LiveMeeting, useShelf } from './use-live-meeting';
import { type Steering, useSteering } from './use-steering';
import { useStepNews } from './use-step-news';
import { Writing } from './writing';

/**
 * For one laptop in the room: the step, the time and the answers, to be read from four metres. No tips and no text of one practice; the
 * leader's buttons are small, and the leader types for everybody.
 */
export function BigScreen({ live, view }: { live: LiveMeeting; view: MeetingScreen }) {
  const { t } = useTranslation('meeting-live');
  const words = useWords();
  const format = useFormat();
  const time = useHourTime(view.clock, live.offset);
  const limit = timeState(time.itemLeftMs, time.itemSeconds);
  const title = useRef<HTMLHeadingElement>(null);
  const now = stepNow(view);
  const shelf = useShelf(live, view);
  const steering = useSteering(live, view);
  const leads = view.audience === 'leader';
  const [writes, setWrites] = useState(false);
  const navigate = useNavigate();
  useStepNews(view, limit, title, true);
  const waits = view.clock.state === 'waiting';
  const press = pressesOf(steering, now, () => void navigate('?'));
  useKeys({
    ...(leads
      ? waits
        ? { Enter: () => steering.act('start') }
        : press(keyActs(view.clock.state, now))
      : {}),
    f: () => void (document.fullscreenElement ? document.exitFullscreen() : fullScreen()),
  });
  const owner = view.roles.find(({ role }) => role === 'case')?.practice;
  return (
    <div className={classes.screen}>
      <title>{view.group}</title>
      <header className={classes.header}>
        <Mark size={34} />
        <p className={classes.group}>{view.group}</p>
        <p className={classes.method}>{words(view.method.name)}</p>
      </header>
      <main id="content" tabIndex={-1} className={classes.main}>
        <RoomState connection={live.connection} />
        {!now ? (
          <>
            <p className={classes.place}>{format.dateTime(view.startsAt)}</p>
            <h1 ref={title} tabIndex={-1} className={classes.title}>
              {t('waiting.now')}
            </h1>
            <p className={classes.instruction}>
              {t('big.here', {
                count: view.presence.filter(({ here }) => here).length,
                of: view.presence.length,
              })}
            </p>
          </>
        ) : (
          <>
            <p className={classes.place}>{t('step.place', { number: now.number, of: now.of })}</p>
            <h1 ref={title} tabIndex={-1} className={classes.title}>
              {words(now.step.name)}
            </h1>
            <p className={classes.instruction}>{words(now.step.instruction)}</p>
            {now.step.ownerOutside && owner && holderOf(view, 'case') && (
              <p className={classes.listen}>{t('big.listen', { practice: owner })}</p>
            )}
            {!(writes && now.step.writes === 'notes') && <BigAnswers view={view} now={now} />}
            {writes && now.writesForGroup && (
              <div className={classes.write}>
                <Writing view={view} stepId={now.step.id} shelf={shelf} forRoom />
              </div>
            )}
          </>
        )}
      </main>
      <footer className={classes.footer}>
        {now && <BigClock time={time} limit={limit} paused={view.clock.state === 'paused'} />}
        <div className={classes.tools} data-print="hide">
          {leads && waits && (
            <Button size="compact-md" onClick={() => steering.act('start')}>
              {t('begin')}
            </Button>
          )}
          {leads && now && (
            <Tools
              view={view}
              now={now}
              steering={steering}
              writes={writes}
              onWrite={() => setWrites(!writes)}
            />
          )}
          <Button
            size="compact-md"
            variant="subtle"
            leftSection={<IconMaximize size={17} aria-hidden />}
            onClick={fullScreen}
          >
            {t('big.full')}
          </Button>
        </div>
      </footer>
    </div>
  );
}

function fullScreen(): void {
  void document.documentElement.requestFullscreen?.().catch(() => {});
}

function BigAnswers({ view, now }: { view: MeetingScreen; now: StepNow }) {
  const { t } = useTranslation('meeting-live');
  const { step, inputs } = now;
  if (!inputs) {
    const earlier = talkedAbout(view, now);
    return earlier?.inputs ? (
      <div className={classes.texts}>
        <Texts texts={earlier.inputs.texts} plain={earlier.step.writes === 'notes'} />
      </div>
    ) : null;
  }
  if (step.writes === 'notes')
    return (
      <div className={classes.texts}>
        <Texts texts={inputs.texts} plain />
      </div>
    );
  const tiles = tilesOf(view, inputs);
  const done = tiles.filter(({ state }) => state === 'done').length;
  const state = textsState(now, true);
  return (
    <>
      <p className={classes.state}>
        <b>{t('answers.done', { done, count: tiles.length })}</b> {t(`texts.${state}`)}
      </p>
      {state !== 'room-later' && (
        <div className={classes.texts}>
          <Texts texts={inputs.texts} />
        </div>
      )}
    </>
  );
}

interface BigClockProps {
  time: ReturnType<typeof useHourTime>;
  limit: ReturnType<typeof timeState>;
  paused: boolean;
}
function BigClock({ time, limit, paused }: BigClockProps) {
  const { t } = useTranslation('meeting-live');
  const language = useLanguage();
  const used = time.itemSeconds === 0 ? 1 : 1 - time.itemLeftMs / (time.itemSeconds * 1000);
  return (
    <div role="timer" aria-label={t('clock.label')} className={classes.time} data-state={limit}>
      <span className={classes.bar} aria-hidden>
        <span style={{ width: `${Math.min(100, Math.max(0, used * 100))}%` }} />
      </span>
      <span className={classes.reading}>
        <b>{digits(time.itemLeftMs, language)}</b>
        <span>{t(paused ? 'clock.paused' : `big.${limit}`)}</span>
      </span>
    </div>
  );
}

interface ToolsProps {
  view: MeetingScreen;
  now: StepNow;
  steering: Steering;
  writes: boolean;
  onWrite: () => void;
}
function Tools({ view, now, steering, writes, onWrite }: ToolsProps) {
  const { t } = useTranslation('meeting-live');
  const paused = view.clock.state === 'paused';
  const { ready } = showing(now);
  return (
    <>
      {!now.first && (
        <Button
          size="compact-md"
          variant="subtle"
          leftSection={<IconArrowLeft size={17} aria-hidden />}
          onClick={() => steering.act('back')}
        >
          {t('back')}
        </Button>
      )}
      {[1, 5].map((minutes) => (
        <Button
          key={minutes}
          size="compact-md"
          variant="subtle"
          aria-label={t('extend.label', { count: minutes })}
          onClick={() => steering.act('extend', { minutes })}
        >
          {t('extend', { minutes })}
        </Button>
      ))}
      <Button
        size="compact-md"
        variant="subtle"
        leftSection={
          paused ? <IconPlayerPlay size={17} aria-hidden /> : <IconPlayerPause size={17} aria-hidden />
        }
        onClick={() => steering.act(paused ? 'resume' : 'pause')}
      >
        {t(paused ? 'resume' : 'pause')}
      </Button>
      {now.writesForGroup && (
        <Button
          size="compact-md"
          variant="subtle"
          aria-expanded={writes}
          leftSection={<IconPencil size={17} aria-hidden />}
          onClick={onWrite}
        >
          {t('big.write')}
        </Button>
      )}
      {ready && (
        <Button
          size="compact-md"
          variant="subtle"
          leftSection={<IconEye size={17} aria-hidden />}
          onClick={() => steering.show(now.step.id)}
        >
          {t('show')}
        </Button>
      )}
      {now.last ? (
        <Button size="compact-md" component={Link} to="?">
          {t('finish')}
        </Button>
      ) : (
        <Button
          size="compact-md"
          rightSection={<IconArrowRight size={17} aria-hidden />}
          onClick={() => steering.act('next')}
        >
          {t('next')}
        </Button>
      )}
    </>
  );
}
