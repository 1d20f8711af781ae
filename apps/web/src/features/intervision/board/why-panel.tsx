import { Button, Skeleton } from '@mantine/core';
import { IconArrowRight, IconArrowsExchange, IconPin, IconPinnedOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { BoardChange, ExplanationView, ProposalView } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { Waiting } from '../../../components/loading-state';
import { useFormat, useWords } from '../../../lib/i18n';
import { explanationQuery } from '../round-data';
import type { BoardActions } from './board-actions';
import { groupOf, memberOf, nameOf } from './picking';
import classes from './why-panel.module.css';

interface WhyPanelProps {
  proposal: ProposalView;
  /** Null: nobody was chosen yet. */
  practiceId: string | null;
  actions: BoardActions;
  onChoose: (practiceId: string) => void;
  /** Shows a change on the board, before it is done. */
  onTry: (change: BoardChange) => void;
}

/** Why a practice is where it is, in sentences and four bars, and the three ways to change it. */
export function WhyPanel(props: WhyPanelProps) {
  const { practiceId } = props;
  return practiceId && nameOf(props.proposal, practiceId) ? (
    <Why {...props} practiceId={practiceId} />
  ) : (
    <WorstOff proposal={props.proposal} onChoose={props.onChoose} />
  );
}

function Why({ proposal, practiceId, actions, onTry }: WhyPanelProps & { practiceId: string }) {
  const { t } = useTranslation('board');
  const explanation = useQuery(explanationQuery(proposal.roundId, proposal, practiceId));
  const group = groupOf(proposal.board, practiceId);
  const member = memberOf(proposal.board, practiceId);
  const name = nameOf(proposal, practiceId);
  return (
    <div className={classes.why}>
      <div>
        <p className={classes.who}>
          {group ? t('why.who', { name, number: group.number }) : t('why.left', { name })}
        </p>
        <h2>{t(group ? 'why.title' : 'why.titleLeft')}</h2>
      </div>
      {explanation.data ? (
        <Explanation explanation={explanation.data} onTry={proposal.state === 'ready' ? onTry : null} />
      ) : explanation.error ? (
        <ErrorState error={explanation.error} onRetry={() => void explanation.refetch()} />
      ) : (
        <Waiting>
          <Skeleton height={16} mb={8} />
          <Skeleton height={16} width="70%" mb={20} />
          <Skeleton height={120} />
        </Waiting>
      )}
      {proposal.state === 'ready' && (
        <div className={classes.acts}>
          {member && (
            <Button
              variant="default"
              size="sm"
              justify="flex-start"
              leftSection={<IconArrowsExchange size={17} />}
              onClick={() => actions.start('swap', practiceId)}
            >
              {t('why.swap')}
            </Button>
          )}
          <Button
            variant="default"
            size="sm"
            justify="flex-start"
            leftSection={<IconArrowRight size={17} />}
            onClick={() => actions.start('move', practiceId)}
          >
            {t('why.move')}
          </Button>
          {member && group && !group.pinned && (
            <Button
              variant="default"
              size="sm"
              justify="flex-start"
              leftSection={member.pinned ? <IconPinnedOff size={17} /> : <IconPin size={17} />}
              onClick={() => actions.togglePracticePin(practiceId)}
            >
              {member.pinned ? t('menu.unpin') : t('menu.pin', { number: group.number })}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

interface ExplanationProps {
  explanation: ExplanationView;
  onTry: WhyPanelProps['onTry'] | null;
}
function Explanation({ explanation, onTry }: ExplanationProps) {
  const { t } = useTranslation('board');
  const words = useWords();
  const format = useFormat();
  const { alternative, whyNotFirst } = explanation;
  const change = alternative?.change ?? null;
  return (
    <>
      <p className={classes.sentence}>{words(explanation.sentence)}</p>
      {explanation.terms.length > 0 && (
        <ul className={classes.terms}>
          {explanation.terms.map((term) => (
            <li key={term.term}>
              <div className={classes.term}>
                <b>{t(`term.${term.term}`)}</b>
                <span className="lk-num">
                  {term.value === null ? t('why.none') : format.number(term.value, 0)}
                </span>
              </div>
              <div className={classes.track} aria-hidden>
                <span style={{ width: `${term.value ?? 0}%` }} />
              </div>
              <p>{words(term.words)}</p>
            </li>
          ))}
        </ul>
      )}
      {(whyNotFirst || alternative) && (
        <div className={classes.not}>
          {whyNotFirst && (
            <>
              <h3>{t('why.notFirst')}</h3>
              <p>{words(whyNotFirst)}</p>
            </>
          )}
          {alternative && <p>{words(alternative.sentence)}</p>}
          {change && onTry && (
            <Button variant="subtle" size="compact-md" onClick={() => onTry(change)}>
              {t('why.try')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

/** Before somebody was chosen: who is served worst, the first to look at. */
function WorstOff({ proposal, onChoose }: Pick<WhyPanelProps, 'proposal' | 'onChoose'>) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const worst = proposal.board
    .flatMap((group) => group.members.map((member) => ({ ...member, number: group.number })))
    .toSorted((a, b) => a.value - b.value)
    .slice(0, 5);
  return (
    <div className={classes.why}>
      <div>
        <h2>{t('worst.title')}</h2>
        <p className={classes.sentence}>{t('worst.lead')}</p>
      </div>
      <ul className={classes.worst}>
        {worst.map((member) => (
          <li key={member.practiceId}>
            <button type="button" onClick={() => onChoose(member.practiceId)}>
              <span>
                <b>{member.name}</b> <span className="lk-muted">{t('group', { number: member.number })}</span>
              </span>
              <span className="lk-num">{format.number(member.value, 0)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
