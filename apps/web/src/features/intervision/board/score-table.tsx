import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Radio.css';
import { Radio } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalSummaryView, ScoreDeltas } from '#libs/contracts';
import { HelpTip } from '../../../components/help-tip';
import { PlainTable } from '../../../components/plain-table';
import { useFormat } from '../../../lib/i18n';
import type { TermKey } from '../../../lib/terms';
import { TERMS } from './change-words';
import classes from './score-table.module.css';

const HELP: Record<keyof ScoreDeltas, TermKey> = {
  theme: 'preference',
  attendance: 'attendance',
  continuity: 'continuity',
  motivation: 'motivation',
  worst: 'worst',
};

interface ScoreTableProps {
  proposals: readonly ProposalSummaryView[];
  chosen: string;
  onChoose: (id: string) => void;
  /** Cards instead of a table, where seven columns do not fit. */
  cards: boolean;
}

/** The alternatives beside each other: people compare down a column. The best of a column is bold. */
export function ScoreTable({ proposals, chosen, onChoose, cards }: ScoreTableProps) {
  const { t } = useTranslation('board');
  const name = useId();
  const radio = (proposal: ProposalSummaryView) => (
    <Radio
      name={name}
      value={proposal.id}
      checked={proposal.id === chosen}
      onChange={() => onChoose(proposal.id)}
      label={<ProposalName proposal={proposal} />}
    />
  );
  const isBest = (proposal: ProposalSummaryView, term: keyof ScoreDeltas) => {
    const values = proposals.map((one) => one.scores[term] ?? -1);
    const best = Math.max(...values);
    return proposals.length > 1 && Math.round(best) === Math.round(proposal.scores[term] ?? -2);
  };
  if (cards) {
    return (
      <fieldset className={classes.cards}>
        <legend>{t('scores', { count: proposals.length })}</legend>
        {proposals.map((proposal) => (
          <div key={proposal.id} className={classes.card} data-on={proposal.id === chosen || undefined}>
            {radio(proposal)}
            <dl>
              {TERMS.map((term) => (
                <div key={term}>
                  <dt>{t(`term.${term}.short`)}</dt>
                  <dd data-best={isBest(proposal, term) || undefined}>
                    <Score value={proposal.scores[term]} />
                  </dd>
                </div>
              ))}
              <div>
                <dt>{t('margin.short')}</dt>
                <dd>
                  <Margin proposal={proposal} />
                </dd>
              </div>
            </dl>
          </div>
        ))}
      </fieldset>
    );
  }
  return (
    <div className={classes.panel}>
      <PlainTable className={classes.table} aria-label={t('scores', { count: proposals.length })}>
        <thead>
          <tr>
            <th scope="col">{t('scores', { count: proposals.length })}</th>
            {TERMS.map((term) => (
              <th key={term} scope="col">
                <span className={classes.head}>
                  {t(`term.${term}`)}
                  <HelpTip term={HELP[term]} label={t(`term.${term}`)} />
                </span>
              </th>
            ))}
            <th scope="col">
              <span className={classes.head}>
                {t('margin')}
                <HelpTip term="margin" label={t('margin')} />
              </span>
            </th>
          </tr>
        </thead>
        <tbody>
          {proposals.map((proposal) => (
            <tr
              key={proposal.id}
              data-on={proposal.id === chosen || undefined}
              onClick={() => onChoose(proposal.id)}
            >
              <th scope="row">{radio(proposal)}</th>
              {TERMS.map((term) => (
                <td key={term}>
                  <span className={classes.cell} data-best={isBest(proposal, term) || undefined}>
                    <Score value={proposal.scores[term]} />
                    <span className={classes.track} aria-hidden>
                      <span style={{ width: `${Math.max(0, Math.min(100, proposal.scores[term] ?? 0))}%` }} />
                    </span>
                  </span>
                </td>
              ))}
              <td className={classes.margin}>
                <Margin proposal={proposal} />
              </td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
    </div>
  );
}

function ProposalName({ proposal }: { proposal: ProposalSummaryView }) {
  const { t } = useTranslation('board');
  const { label, kind } = proposal;
  return (
    <>
      <b>{/^[A-Z]\d*$/.test(label) ? t('proposal', { label }) : label}</b>{' '}
      <span className="lk-muted">{t(`kind.${kind}`)}</span>
    </>
  );
}

/** A score of 100, or a dash when it applies to nobody. */
function Score({ value }: { value: number | null }) {
  const { t } = useTranslation('board');
  const format = useFormat();
  return value === null ? (
    <span className="lk-muted">
      <span aria-hidden>–</span>
      <span className={classes.hidden}>{t('score.none')}</span>
    </span>
  ) : (
    <span className="lk-num">{format.number(value, 0)}</span>
  );
}

/** How much better any grouping could be at most. */
function Margin({ proposal }: { proposal: ProposalSummaryView }) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const { gapPercent, optimal } = proposal;
  if (gapPercent === null) return <span className="lk-muted">{t('margin.none')}</span>;
  return (
    <>
      <b className="lk-num">{format.percent(gapPercent / 100, 1)}</b>{' '}
      <span className={classes.proof}>{t(optimal ? 'margin.best' : 'margin.most')}</span>
    </>
  );
}
