import { IconBook2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FactorResultView } from '#libs/contracts';
import { ChartFigure } from '../../../components/chart-figure';
import { Panel } from '../../../components/panel';
import { StackedShares } from '../../../components/share-bars';
import { useFormat, useWords } from '../../../lib/i18n';
import { usePhone } from '../../../lib/screen';
import { NotShown } from './not-shown';
import classes from './factors.module.css';

/**
 * The eight factors, each with what was found of its three properties and what was published before (SUR-05). On a phone each
 * is one sentence that opens.
 */
export function FactorList({ factors }: { factors: readonly FactorResultView[] }) {
  const words = useWords();
  const phone = usePhone();
  return (
    <div className={classes.factors}>
      {factors.map((factor) =>
        phone ? (
          <Panel key={factor.factor}>
            <details className={classes.folded}>
              <summary>
                <h2>{words(factor.name)}</h2>
                <p>{words(factor.sentence)}</p>
              </summary>
              <Properties factor={factor} />
            </details>
          </Panel>
        ) : (
          <Panel key={factor.factor} title={words(factor.name)} className={classes.factor}>
            <Properties factor={factor} />
          </Panel>
        ),
      )}
    </div>
  );
}

function Properties({ factor }: { factor: FactorResultView }) {
  const words = useWords();
  return (
    <div className={classes.properties}>
      {factor.properties.map((property) => (
        <Property key={property.property} factor={words(factor.name)} found={property} />
      ))}
    </div>
  );
}

function Property({ factor, found }: { factor: string; found: FactorResultView['properties'][number] }) {
  const { t } = useTranslation('results');
  const words = useWords();
  const format = useFormat();
  const title = t(`factor.${found.property}`);
  const reason = found.hidden ? t(`hidden.${found.hidden}`) : t('hidden.too-few-responses');
  return (
    <div className={classes.property}>
      <h3>{title}</h3>
      {found.options.length > 0 ? (
        <>
          <ChartFigure
            table={{
              caption: `${factor}: ${title}`,
              head: [t('table.answer'), t('table.share')],
              rows: found.options.map((option) => [words(option.label), format.percent(option.share)]),
            }}
          >
            <StackedShares
              bars={found.options.map((option) => ({
                key: option.key,
                label: words(option.label),
                share: option.share,
              }))}
            />
          </ChartFigure>
          {found.n !== null && <p className={classes.n}>{t('answers', { count: found.n })}</p>}
        </>
      ) : (
        <NotShown>{reason}</NotShown>
      )}
      <p className={classes.reference}>
        <IconBook2 size={16} stroke={1.7} className="lk-icon" aria-hidden />
        <span>
          {t('factor.reference')} <b>{words(found.reference)}</b>
        </span>
      </p>
    </div>
  );
}
