import { Button } from '@mantine/core';
import { IconMaximize, IconNotes } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { ModeratorLiveView, QuestionAnswerView, SpecialistLiveView } from '#libs/contracts';
import { Mark } from '../../../../components/mark';
import { useOwnConnectionWords } from '../../../../lib/connection';
import { useFormat, useLanguage } from '../../../../lib/i18n';
import { useMay } from '../../../../lib/me';
import { AnswerNotes } from '../answer-notes';
import { Door } from '../door';
import { nowOn } from '../hour';
import { digits, timeState } from '../../../../lib/live-clock';
import { liveDoors } from '../live-data';
import shared from '../live.module.css';
import { usePartName } from '../part-name';
import { RoomState } from '../../../../components/room-state';
import { useHourTime } from '../../../../lib/use-hour-time';
import { useKeys } from '../../../../lib/use-keys';
import { useLiveHour, type LiveHour } from '../use-live-hour';
import { useNews } from '../use-news';
import { useServerNow } from '../../../../lib/use-server-now';
import { useSteering } from '../use-steering';
import classes from './presenter.module.css';

type PresenterView = SpecialistLiveView | ModeratorLiveView;

/** For the screen that everybody looks at: one question, large, with its answer and its time. No practice is named (DIA-12). */
export default function PresenterPage() {
  const { sessionId = '' } = useParams();
  useOwnConnectionWords();
  const audience = useMay('dialogue.manage') ? 'moderator' : 'specialist';
  const hour = useLiveHour<PresenterView>(sessionId, audience);
  if (hour.refusal)
    return (
      <Door
        error={hour.refusal}
        audience={audience}
        sessionId={sessionId}
        doors={liveDoors(sessionId)}
        onRetry={hour.reread}
      />
    );
  if (!hour.view) return null;
  return <Presenter key={sessionId} hour={hour} view={hour.view} />;
}

function Presenter({ hour, view }: { hour: LiveHour<PresenterView>; view: PresenterView }) {
  const { t } = useTranslation('dialogue-live');
  const partName = usePartName();
  const [notes, setNotes] = useState(false);
  const time = useHourTime(view.clock, hour.offset);
  const limit = timeState(time.itemLeftMs, time.itemSeconds);
  useNews(view, limit);
  const { item, question, number, of, next } = nowOn(view);
  const steers = view.audience === 'moderator' || view.specialistSteers;
  const { act } = useSteering(hour, view, { undo: false });
  const runs = view.clock.state === 'running' || view.clock.state === 'paused';
  const goOn = () => act(question ? 'answered' : 'next-item');
  useKeys({
    ...(steers && runs
      ? {
          Enter: goOn,
          ' ': goOn,
          PageDown: goOn,
          p: question ? () => act('park') : undefined,
          s: question ? () => act('skip') : undefined,
          ArrowRight: question ? () => act('skip') : undefined,
        }
      : {}),
    n: () => setNotes((open) => !open),
    f: () => void (document.fullscreenElement ? document.exitFullscreen() : enterFullscreen()),
  });
  const asking = view.followUps.find(({ state }) => state === 'asking');
  const coming = next[0];
  return (
    <div className={classes.screen} data-notes={notes || undefined}>
      <title>{view.title}</title>
      <header className={classes.header}>
        <Mark size={34} />
        <p className={classes.title}>{view.title}</p>
        {runs && question && <p className={classes.number}>{t('now.number', { number, of })}</p>}
      </header>
      <main id="content" tabIndex={-1} className={classes.main}>
        <RoomState connection={hour.connection} />
        {view.clock.state === 'waiting' ? (
          <Before view={view} offset={hour.offset} />
        ) : view.clock.state === 'ended' ? (
          <>
            <h1 className={classes.question}>{t('presenter.thanks')}</h1>
            <p className={classes.by}>{t('closed.handout')}</p>
          </>
        ) : (
          <>
            <p className={classes.part}>{item ? partName(item) : ''}</p>
            <h1 className={classes.question} data-long={(question?.text.length ?? 0) > 110 || undefined}>
              {question ? question.text : of === 0 ? t('now.department') : t('now.all')}
            </h1>
            {question && <p className={classes.by}>{t('presenter.by', { count: question.practices })}</p>}
            {asking && (
              <p className={classes.asking}>
                <span>{t('presenter.asking')}</span> {asking.text}
              </p>
            )}
            {question && <Answer answer={view.answers[question.id]} />}
          </>
        )}
        {notes && question && runs && (
          <section className={classes.notes} aria-label={t('notes.title')}>
            <AnswerNotes
              key={question.id}
              sessionId={view.sessionId}
              questionId={question.id}
              answer={view.answers[question.id]}
            />
          </section>
        )}
      </main>
      <footer className={classes.footer}>
        {runs && <Time limit={limit} time={time} paused={view.clock.state === 'paused'} />}
        <div className={classes.foot}>
          {runs && coming && <p className={classes.coming}>{t('presenter.next', { text: coming.text })}</p>}
          <div className={classes.tools} data-print="hide">
            {runs && question && (
              <Button
                size="compact-md"
                variant="subtle"
                aria-expanded={notes}
                leftSection={<IconNotes size={17} aria-hidden />}
                onClick={() => setNotes(!notes)}
              >
                {t('presenter.notes')}
              </Button>
            )}
            {steers && runs && (
              <Button size="compact-md" variant="subtle" onClick={goOn}>
                {t(question ? 'presenter.onward' : 'way.next')}
              </Button>
            )}
            <Button
              size="compact-md"
              variant="subtle"
              leftSection={<IconMaximize size={17} aria-hidden />}
              onClick={enterFullscreen}
            >
              {t('presenter.full')}
            </Button>
          </div>
        </div>
      </footer>
    </div>
  );
}

function enterFullscreen(): void {
  void document.documentElement.requestFullscreen?.().catch(() => {});
}

function Before({ view, offset }: { view: PresenterView; offset: number }) {
  const { t } = useTranslation('dialogue-live');
  const format = useFormat();
  const language = useLanguage();
  const left = Date.parse(view.startsAt) - useServerNow(offset, 500);
  return (
    <>
      <p className={classes.part}>{format.dateTime(view.startsAt)}</p>
      <h1 className={classes.question}>{left > 0 ? t('presenter.soon') : t('waiting.now')}</h1>
      {left > 0 && (
        <p role="timer" aria-label={t('early.left')} className={classes.countdown}>
          {digits(left, language)}
        </p>
      )}
      <p className={classes.by}>
        {t('waiting.presence', { count: view.presence.practices, registered: view.presence.registered })}
      </p>
    </>
  );
}

const COLUMNS = [
  ['too-early', 'tooEarly'],
  ['on-time', 'onTime'],
  ['too-late', 'tooLate'],
] as const;

/** What was noted: three columns where there is anything in them, and the note. */
function Answer({ answer }: { answer: QuestionAnswerView | undefined }) {
  const { t } = useTranslation('dialogue-live');
  if (!answer) return null;
  const columns = COLUMNS.filter(([, field]) => answer[field] !== '');
  return (
    <>
      {columns.length > 0 && (
        <dl className={classes.columns}>
          {columns.map(([timing, field]) => (
            <div key={field}>
              <dt>{t(`timing.${timing}.title`)}</dt>
              <dd>{answer[field]}</dd>
            </div>
          ))}
        </dl>
      )}
      {answer.note !== '' && <p className={classes.note}>{answer.note}</p>}
    </>
  );
}

interface TimeProps {
  time: ReturnType<typeof useHourTime>;
  limit: ReturnType<typeof timeState>;
  paused: boolean;
}
function Time({ time, limit, paused }: TimeProps) {
  const { t } = useTranslation('dialogue-live');
  const language = useLanguage();
  const used = time.itemSeconds === 0 ? 1 : 1 - time.itemLeftMs / (time.itemSeconds * 1000);
  return (
    <div role="timer" aria-label={t('clock.label')} className={classes.time} data-state={limit}>
      <span className={classes.bar} aria-hidden>
        <span style={{ width: `${Math.min(100, Math.max(0, used * 100))}%` }} />
      </span>
      <span className={classes.reading}>
        <b className={shared.presenterDigits}>{digits(time.itemLeftMs, language)}</b>
        <span>{t(paused ? 'clock.paused' : `presenter.time.${limit}`)}</span>
      </span>
    </div>
  );
}
