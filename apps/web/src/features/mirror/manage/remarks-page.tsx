import { Button } from '@mantine/core';
import { IconMessage2, IconMessage2Exclamation } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FigureRemarkView } from '#libs/contracts';
import { ChoiceCards } from '../../../components/choice-cards';
import { EmptyState } from '../../../components/empty-state';
import { ErrorState } from '../../../components/error-state';
import { GuardedField } from '../../../components/guarded-field';
import { LoadingState } from '../../../components/loading-state';
import { Panel } from '../../../components/panel';
import { Verdict } from '../../../components/verdict';
import { findingsOf } from '../../../lib/guard';
import { useFormat, useLanguage, useWords } from '../../../lib/i18n';
import { asProblem } from '../../../lib/problem';
import { showToast } from '../../../lib/toast';
import { MANAGE, ManageHead } from './manage-head';
import { type RemarkAnswer, answerRemark, remarksKey, remarksQuery } from './mirror-data';
import { stretchName } from './period-words';
import { remarksInOrder } from './remark-order';
import classes from './manage.module.css';

const FEW = 8;

/** What practices said about their figures; a dispute waits for an answer, and stands beside the figure until then (MIR-03). */
export default function RemarksPage() {
  return (
    <>
      <ManageHead section="remarks" />
      <Remarks />
    </>
  );
}

function Remarks() {
  const { t } = useTranslation('mirror-data');
  const { data, error, refetch } = useQuery(remarksQuery);
  const [all, setAll] = useState(false);
  if (!data)
    return error ? (
      <ErrorState error={error} onRetry={() => void refetch()} />
    ) : (
      <LoadingState rows={3} height={140} />
    );
  const { open, done } = remarksInOrder(data);
  return (
    <div className={classes.stack}>
      {open.length === 0 ? (
        <EmptyState title={t('remarks.empty.title')} text={t('remarks.empty.text')} />
      ) : (
        open.map((remark) => <Open key={remark.id} remark={remark} />)
      )}
      {done.length > 0 && (
        <Panel title={t('remarks.done')} padding="none">
          <ul className={classes.rows}>
            {(all ? done : done.slice(0, FEW)).map((remark) => (
              <li key={remark.id} className={classes.plainRow}>
                <About remark={remark} />
                <p className={classes.said}>{remark.text}</p>
                {remark.answer && (
                  <p className={classes.under}>{t('remarks.answered', { answer: remark.answer })}</p>
                )}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {!all && done.length > FEW && (
        <div>
          <Button variant="subtle" size="sm" onClick={() => setAll(true)}>
            {t('remarks.done.all', { count: done.length })}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Who said it, about which figure, and where it stands. */
function About({ remark }: { remark: FigureRemarkView }) {
  const { t } = useTranslation('mirror-data');
  const format = useFormat();
  const language = useLanguage();
  const words = useWords();
  const { item, kind, measure, period, practice, state } = remark;
  return (
    <>
      <p className={classes.title}>
        <Verdict
          kind={kind === 'dispute' && state === 'open' ? 'warn' : 'same'}
          icon={kind === 'dispute' ? IconMessage2Exclamation : IconMessage2}
        >
          {t(`remark.${kind}`)}
        </Verdict>
        <span className={classes.name}>{practice ?? t('remark.practice')}</span>
        {state !== 'open' && <span className="lk-muted">{t(`remark.${state}`)}</span>}
      </p>
      <p className="lk-muted">
        {[words(measure.title), item.name || item.code, stretchName(period, language), format.day(remark.at)]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  );
}

function Open({ remark }: { remark: FigureRemarkView }) {
  const { t } = useTranslation('mirror-data');
  const client = useQueryClient();
  const [verdict, setVerdict] = useState<RemarkAnswer | null>(remark.kind === 'comment' ? 'answered' : null);
  const [answer, setAnswer] = useState('');
  const [kept, setKept] = useState<string | null>(null);
  const [pressed, setPressed] = useState(false);
  const send = useMutation({
    mutationFn: ({ state, confirmed }: { state: RemarkAnswer; confirmed: boolean }) =>
      answerRemark(remark.id, remark.version, {
        state,
        answer: answer.trim(),
        ...(confirmed && { confirmed }),
      }),
    onSuccess: () => {
      showToast(t('remarks.sent'));
      void client.invalidateQueries({ queryKey: ['home'] });
      return client.invalidateQueries({ queryKey: remarksKey });
    },
    onError: (error) => {
      if (asProblem(error).status === 409) void client.invalidateQueries({ queryKey: remarksKey });
    },
  });
  const [found] = findingsOf(send.error);
  return (
    <Panel>
      <div className={classes.about}>
        <About remark={remark} />
      </div>
      <blockquote className={classes.quote}>{remark.text}</blockquote>
      {remark.mayAnswer && (
        <form
          noValidate
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            setPressed(true);
            if (verdict && answer.trim()) send.mutate({ state: verdict, confirmed: kept === answer });
          }}
        >
          {remark.kind === 'dispute' && (
            <ChoiceCards
              legend={t('remarks.verdict')}
              columns={2}
              value={verdict}
              onChange={setVerdict}
              error={pressed && !verdict ? t('remarks.verdict.wrong') : null}
              choices={[
                { value: 'accepted', label: t('remarks.accept'), text: t('remarks.accept.text') },
                { value: 'declined', label: t('remarks.decline'), text: t('remarks.decline.text') },
              ]}
            />
          )}
          <GuardedField
            label={t('remarks.answer')}
            description={t('remarks.answer.who')}
            minRows={3}
            maxLength={2000}
            value={answer}
            error={pressed && !answer.trim() ? t('remarks.answer.wrong') : null}
            found={found}
            asked={pressed}
            kept={kept === answer}
            onKeep={() => {
              setKept(answer);
              send.reset();
            }}
            onChange={(text) => {
              setAnswer(text);
              send.reset();
            }}
          />
          {verdict === 'accepted' && (
            <p className={classes.quiet}>
              {t('remarks.accepted.next')} <Link to={MANAGE}>{t('remarks.accepted.link')}</Link>
            </p>
          )}
          {send.error && !found && <ErrorState error={send.error} />}
          <div className={classes.actions}>
            <Button type="submit" loading={send.isPending}>
              {t('remarks.send')}
            </Button>
          </div>
        </form>
      )}
    </Panel>
  );
}
