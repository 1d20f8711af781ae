import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import type { EvaluationView } from '#libs/contracts';
import { ErrorState } from '../../components/error-state';
import { SaveState } from '../../components/save-state';
import { announce } from '../../lib/announce';
import { Ended } from './ended';
import { EvaluationPlayer } from './player/evaluation-player';
import { resumeAt } from './player/order';
import { EvaluationPromise, TextNote } from './promise';
import { Sending } from './sending';
import { Thanks } from './thanks';
import { useVisit } from './use-visit';
import classes from './evaluation.module.css';

/** Where somebody is, in the history of the browser: the way back of a phone then leads to the question before. */
interface Place {
  at?: string;
  from?: string;
}

/** From the first question to the thanks. */
export function Answering({ token, view }: { token: string; view: EvaluationView }) {
  const { t } = useTranslation('evaluation');
  const navigate = useNavigate();
  const { pathname, state: history } = useLocation();
  const [visit, state] = useVisit(token, view);
  const { phase } = state;
  const items = view.content?.items ?? [];
  const place = (history ?? {}) as Place;
  const [start] = useState(() => resumeAt(items, state.answers, visit.lastSeen));
  const at = place.at ?? start;
  // The way back leads to where this page began, also after a reload further on.
  useEffect(() => {
    if (place.at === undefined && start !== null)
      void navigate(pathname, { replace: true, state: { at: start } satisfies Place });
  }, [place.at, start, navigate, pathname]);

  function go(to: string) {
    visit.goneTo(to);
    if (to === place.from) return void navigate(-1);
    void navigate(pathname, { state: { at: to, from: at ?? undefined } satisfies Place });
  }

  const { refusedText } = state;
  useEffect(() => {
    if (!refusedText) return;
    void navigate(pathname, { state: { at: refusedText } satisfies Place });
  }, [refusedText, navigate, pathname]);
  const late = phase === 'sending' && state.failures > 0;
  useEffect(() => {
    if (late) announce(t('sending.title'));
  }, [late, t]);

  if (phase === 'received')
    return (
      <Thanks
        view={view}
        moved={state.justSent}
        onChange={
          view.anonymity !== 'anonymous' && view.content
            ? () => {
                visit.reopen();
                void navigate(pathname, { state: { at: items[0]?.key } satisfies Place });
              }
            : undefined
        }
      />
    );
  if (late) return <Sending closesAt={view.closesAt} kept={state.kept} onTry={() => visit.flush()} />;
  if (!view.content || (phase !== 'answering' && phase !== 'sending')) {
    const typed = Object.keys(state.answers).length > 0;
    return <Ended phase={phase === 'answering' ? 'closed' : phase} view={view} typed={typed} />;
  }
  const anonymous = view.anonymity === 'anonymous';
  return (
    <EvaluationPlayer
      content={view.content}
      answers={state.answers}
      onAnswer={(item, answer) => visit.answer(item, answer)}
      at={at}
      onGo={go}
      onSend={() => visit.send()}
      sending={phase === 'sending'}
      sendLabel={state.sentBefore ? t('send.changes') : undefined}
      findings={state.findings}
      confirmed={state.confirmed}
      onConfirm={(item) => visit.confirm(item)}
      attention={refusedText}
      textNote={<TextNote view={view} />}
      foot={({ first, last }) => (
        <div className={classes.foot}>
          {state.refused && <ErrorState error={state.refused} />}
          {!anonymous && (
            <SaveState
              savedAt={state.keptAt}
              saving={state.keeping}
              failed={Object.keys(state.findings).length > 0}
            />
          )}
          {first && (
            <EvaluationPromise view={view} introduction={view.content?.introduction} kept={state.kept} />
          )}
          {last && !first && anonymous && <p className={classes.once}>{t('anonymous.once')}</p>}
        </div>
      )}
    />
  );
}
