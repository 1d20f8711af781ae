import { Progress } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModerationTextView } from '#libs/contracts';
import { ErrorState } from '../../../../components/error-state';
import { LoadingState } from '../../../../components/loading-state';
import { Panel } from '../../../../components/panel';
import { announce } from '../../../../lib/announce';
import { useWords } from '../../../../lib/i18n';
import { asProblem } from '../../../../lib/problem';
import { showToast } from '../../../../lib/toast';
import { campaignKey } from '../../survey-data';
import { type TextDecision, resultDoors, textsKey, textsQuery } from '../results-data';
import { DecidedText } from './decided-text';
import { byQuestion, isWaiting, nextWaiting } from './queue';
import { TextEditor } from './text-editor';
import classes from './texts.module.css';

/** Every open text once: said on in other words, or kept back. No score, no person, no order. */
export function Moderation({ campaignId, shared }: { campaignId: string; shared: boolean }) {
  const { t } = useTranslation('results');
  const words = useWords();
  const texts = useQuery(textsQuery(campaignId));
  const [again, setAgain] = useState<ReadonlySet<string>>(new Set());
  const [call, setCall] = useState<string | null>(null);
  const progress = useRef<HTMLHeadingElement>(null);
  const decide = useDecide(campaignId);
  if (!texts.data)
    return texts.error ? (
      <ErrorState error={texts.error} onRetry={() => void texts.refetch()} />
    ) : (
      <LoadingState rows={3} height={160} />
    );
  const all = texts.data;
  const waiting = all.filter(isWaiting).length;

  const close = (id: string) => setAgain((before) => new Set([...before].filter((one) => one !== id)));
  const take = async (text: ModerationTextView, decision: TextDecision) => {
    await decide(text, decision);
    close(text.id);
    // Who looks at one again stays there; who works the list goes on to the next.
    const next = isWaiting(text) ? nextWaiting(all, text.id) : text.id;
    setCall(next);
    if (next === null) progress.current?.focus();
    const left = all.filter((one) => isWaiting(one) && one.id !== text.id).length;
    announce(left > 0 ? t('texts.left', { count: left }) : t('texts.allDone'));
  };
  if (all.length === 0) return <p className={classes.lead}>{t('texts.none')}</p>;
  return (
    <>
      <div className={classes.progress}>
        <div className={classes.progressHead}>
          <h2 ref={progress} tabIndex={-1}>
            {waiting > 0 ? (
              t('texts.left', { count: waiting })
            ) : (
              <>
                <IconCircleCheck size={22} className="lk-icon" color="var(--lk-accent)" aria-hidden />
                {t('texts.allDone')}
              </>
            )}
          </h2>
          <span className="lk-muted">{t('texts.of', { done: all.length - waiting, total: all.length })}</span>
        </div>
        <Progress value={((all.length - waiting) / all.length) * 100} aria-label={t('texts.progress')} />
        <p>{t(shared ? 'texts.moderate.shared' : 'texts.moderate')}</p>
        <p className={classes.keys} data-print="hide">
          {t('texts.keys')}
        </p>
      </div>
      <div className={classes.questions}>
        {byQuestion(all).map((group) => (
          <Panel key={group.item} padding="none" title={words(group.question)}>
            <ul className={classes.list}>
              {group.texts.map((text) => (
                <li key={text.id}>
                  {isWaiting(text) || again.has(text.id) ? (
                    <TextEditor
                      text={text}
                      called={call === text.id}
                      onDecide={(decision) => take(text, decision)}
                      onCancel={
                        isWaiting(text)
                          ? undefined
                          : () => {
                              close(text.id);
                              setCall(text.id);
                            }
                      }
                    />
                  ) : (
                    <DecidedText
                      text={text}
                      called={call === text.id}
                      onAgain={() => {
                        setAgain((before) => new Set([...before, text.id]));
                        setCall(text.id);
                      }}
                    />
                  )}
                </li>
              ))}
            </ul>
          </Panel>
        ))}
      </div>
    </>
  );
}

/** Sends a decision and keeps the answer; another one's decision in between is fetched, and said. */
function useDecide(campaignId: string) {
  const { t } = useTranslation('results');
  const client = useQueryClient();
  const keep = (changed: ModerationTextView) => {
    client.setQueryData(textsQuery(campaignId).queryKey, (all) =>
      all?.map((one) => (one.id === changed.id ? changed : one)),
    );
    // What readers see follows from it.
    void client.invalidateQueries({ queryKey: [...campaignKey(campaignId), 'results'] });
  };
  const send = async (text: ModerationTextView, decision: TextDecision): Promise<ModerationTextView> => {
    try {
      const changed = await resultDoors.decide(campaignId, text, decision);
      keep(changed);
      return changed;
    } catch (error) {
      if (asProblem(error).code === 'conflict.stale')
        await client.invalidateQueries({ queryKey: textsKey(campaignId) });
      throw error;
    }
  };
  return async (text: ModerationTextView, decision: TextDecision): Promise<void> => {
    const changed = await send(text, decision);
    const before: TextDecision = {
      state: text.state,
      ...(text.state === 'shown' && text.shown !== null ? { shown: text.shown } : {}),
    };
    const said = beginning(decision.shown ?? text.original);
    showToast(t(decision.state === 'shown' ? 'texts.shownNow' : 'texts.withheldNow', { text: said }), {
      undo: () => send(changed, before),
    });
  };
}

/** Enough of a text to know it by. */
const beginning = (text: string): string => (text.length > 40 ? `${text.slice(0, 38).trimEnd()}…` : text);
