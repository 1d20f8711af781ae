import { IconChevronRight, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CheckSeverity, ExtractCheckView } from '#libs/contracts';
import { Panel } from '../../../../components/panel';
import { Verdict } from '../../../../components/verdict';
import { useFormat, useLanguage, useWords } from '../../../../lib/i18n';
import { codedPeriod } from '../period-words';
import { worstFirst } from './checks-order';
import own from './data-set.module.css';

/** What was found, worst first, each with examples. */
export function ChecksPanel({ checks }: { checks: readonly ExtractCheckView[] }) {
  const { t } = useTranslation('mirror-data');
  return (
    <Panel title={t('checks')} padding={checks.length > 0 ? 'none' : 'normal'}>
      {checks.length === 0 ? (
        <p className={own.none}>{t('checks.none')}</p>
      ) : (
        <ul className={own.checks}>
          {worstFirst(checks).map((check) => (
            <Check key={check.code} check={check} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Check({ check }: { check: ExtractCheckView }) {
  const { t } = useTranslation('mirror-data');
  const words = useWords();
  return (
    <li>
      <p className={own.checkHead}>
        <SeverityBadge severity={check.severity} />
        <b>{t(`check.${check.code}`)}</b>
      </p>
      <p>{words(check.sentence)}</p>
      {check.examples.length > 0 && (
        <details className={own.more}>
          <summary>
            <IconChevronRight size={16} aria-hidden />
            {t('checks.examples', { count: check.examples.length })}
          </summary>
          <Examples check={check} />
        </details>
      )}
    </li>
  );
}

function Examples({ check }: { check: ExtractCheckView }) {
  const { t } = useTranslation('mirror-data');
  const format = useFormat();
  const language = useLanguage();
  const { examples } = check;
  const columns = (['practice', 'period', 'item', 'was', 'is'] as const).filter((key) =>
    examples.some((one) => one[key] !== null),
  );
  const cell = (one: (typeof examples)[number], key: (typeof columns)[number]) => {
    const value = one[key];
    if (value === null) return '';
    if (typeof value === 'number') return format.number(value);
    return key === 'period' ? codedPeriod(value, language, format.localDate) : value;
  };
  return (
    <div className={own.scroll} role="region" tabIndex={0} aria-label={t(`check.${check.code}`)}>
      <table className={own.table}>
        <thead>
          <tr>
            {columns.map((key) => (
              <th key={key} scope="col" data-number={key === 'was' || key === 'is' || undefined}>
                {t(`example.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {examples.map((one, at) => (
            <tr key={at}>
              {columns.map((key) => (
                <td key={key} data-number={key === 'was' || key === 'is' || undefined}>
                  {cell(one, key)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SeverityBadge({ severity }: { severity: CheckSeverity }) {
  const { t } = useTranslation('mirror-data');
  if (severity === 'stop') return <Verdict kind="bad">{t('severity.stop')}</Verdict>;
  if (severity === 'warning') return <Verdict kind="warn">{t('severity.warning')}</Verdict>;
  return (
    <Verdict kind="same" icon={IconInfoCircle}>
      {t('severity.note')}
    </Verdict>
  );
}
