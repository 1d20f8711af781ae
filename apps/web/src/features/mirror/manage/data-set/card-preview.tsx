import { useTranslation } from 'react-i18next';
import type { DataSetView, DataSourceView } from '#libs/contracts';
import { Panel } from '../../../../components/panel';
import { useFormat, useLanguage } from '../../../../lib/i18n';
import { stretchName } from '../period-words';
import { QualityBadge } from '../quality-badge';
import { tens } from './tens';
import classes from '../manage.module.css';

/** What every provenance card will say about this delivery, before anybody sees one. */
export function CardPreview({ set, source }: { set: DataSetView; source: DataSourceView | null }) {
  const { t } = useTranslation('mirror-data');
  const format = useFormat();
  const language = useLanguage();
  if (!set.profile) return null;
  return (
    <Panel title={t('card')}>
      <dl className={classes.facts}>
        {source && (
          <>
            <div>
              <dt>{t('card.source')}</dt>
              <dd>{t('source.from', { system: source.system, supplier: source.supplier })}</dd>
            </div>
            <div>
              <dt>{t('card.quality')}</dt>
              <dd>
                <QualityBadge quality={source.quality} />
                {source.qualityNote && <p className={classes.under}>{source.qualityNote}</p>}
              </dd>
            </div>
          </>
        )}
        {set.period && (
          <div>
            <dt>{t('card.period')}</dt>
            <dd>{stretchName(set.period, language)}</dd>
          </div>
        )}
        <div>
          <dt>{t('card.extract')}</dt>
          <dd>{set.extractAt ? format.date(set.extractAt) : t('summary.noDate')}</dd>
        </div>
        <div>
          <dt>{t('card.rows')}</dt>
          <dd>{t('card.rows.tens', { rows: format.number(tens(set.rows)) })}</dd>
        </div>
        {source && source.latePercent !== null && (
          <div>
            <dt>{t('source.late')}</dt>
            <dd>{format.percent(source.latePercent / 100, 1)}</dd>
          </div>
        )}
        {source && source.limitations.length > 0 && (
          <div>
            <dt>{t('source.limits')}</dt>
            <dd>
              <ul>
                {source.limitations.map((one) => (
                  <li key={one}>{one}</li>
                ))}
              </ul>
            </dd>
          </div>
        )}
        <div>
          <dt>{t('card.who')}</dt>
          <dd>{t('card.who.text')}</dd>
        </div>
      </dl>
    </Panel>
  );
}
