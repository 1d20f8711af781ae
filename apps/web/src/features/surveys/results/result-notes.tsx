import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CampaignView, ResultsView } from '#libs/contracts';
import { Panel } from '../../../components/panel';
import { useFormat, useWords } from '../../../lib/i18n';
import classes from './results.module.css';

/** Beside the figures: what a reader must know, and how they came about. */
export function ResultNotes({ campaign, shown }: { campaign: CampaignView; shown: ResultsView }) {
  const { t } = useTranslation('results');
  const words = useWords();
  const format = useFormat();
  const facts: [string, string][] = [
    [
      t('made.questionnaire'),
      t('made.version', {
        name: words(campaign.questionnaire),
        number: campaign.questionnaireVersion.number,
      }),
    ],
    [t('made.closed'), format.date(shown.closedAt)],
    [t('made.promise'), t(`promise.${shown.anonymity}`)],
    ...(shown.practices === null
      ? []
      : [[t('made.practices'), String(shown.practices)] satisfies [string, string]]),
    [t('made.margin'), t('made.margin.text')],
  ];
  return (
    <aside className={classes.side}>
      {shown.cautions.length > 0 && (
        <Panel title={t('notes')}>
          <ul className={classes.notes}>
            {shown.cautions.map((caution) => (
              <li key={caution.nl}>
                <IconAlertTriangle size={19} stroke={1.8} className="lk-icon" aria-hidden />
                <span>{words(caution)}</span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Panel title={t('made')}>
        <dl className={classes.made}>
          {facts.map(([term, text]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        <details className={classes.rules}>
          <summary>{t('rules')}</summary>
          <ul>
            <li>{t('rules.minimum', { count: shown.minimumResponses })}</li>
            <li>{t('rules.bars')}</li>
            <li>{t('rules.parts')}</li>
            <li>{t('rules.texts')}</li>
          </ul>
        </details>
      </Panel>
    </aside>
  );
}
