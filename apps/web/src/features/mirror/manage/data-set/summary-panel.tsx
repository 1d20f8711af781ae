import { useTranslation } from 'react-i18next';
import type { ExtractKind, ExtractProfileView } from '#libs/contracts';
import { Panel } from '../../../../components/panel';
import { useFormat } from '../../../../lib/i18n';
import own from './data-set.module.css';

/** What was read, in a few numbers. */
export function SummaryPanel({ profile, kind }: { profile: ExtractProfileView; kind: ExtractKind }) {
  const { t } = useTranslation('mirror-data');
  const format = useFormat();
  const { practices, totals, extractDates } = profile;
  const practicesNote = [
    practices.unknown > 0 && t('summary.unknown', { count: practices.unknown }),
    practices.missing > 0 && t('summary.missing', { count: practices.missing }),
  ].filter(Boolean);
  const first = extractDates[0];
  const last = extractDates.at(-1);
  const facts: { label: string; value: string; note: string }[] = [
    {
      label: t('summary.rows'),
      value: format.number(profile.read),
      note:
        profile.refused > 0
          ? t('summary.refused', { count: profile.refused, rows: format.number(profile.refused) })
          : t('summary.all'),
    },
    {
      label: t('summary.practices'),
      value: format.number(practices.known),
      note: practicesNote.join(', ') || t('summary.allKnown'),
    },
    // List sizes are counted per period, so a total over all of them means nothing.
    ...(kind === 'list-sizes'
      ? []
      : [
          {
            label: t('summary.count'),
            value: format.number(totals.count),
            note: [
              totals.urgent !== null &&
                totals.count > 0 &&
                t('summary.urgent', { share: format.percent(totals.urgent / totals.count) }),
              totals.consults !== null &&
                t('summary.consults', { count: totals.consults, number: format.number(totals.consults) }),
            ]
              .filter(Boolean)
              .join(', '),
          },
        ]),
    {
      label: t('summary.extract'),
      value: last ? format.shortDate(last.at) : t('summary.noDate'),
      note:
        first && last && first !== last
          ? t('summary.from', { date: format.shortDate(first.at), count: extractDates.length })
          : '',
    },
  ];
  return (
    <Panel title={t('summary')}>
      <dl className={own.numbers}>
        {facts.map((fact) => (
          <div key={fact.label}>
            <dt>{fact.label}</dt>
            <dd>
              {/* Tabular figures would widen the hyphens of a date. */}
              <b className={fact.value.includes('-') ? undefined : 'lk-num'}>{fact.value}</b>
              {fact.note && <span>{fact.note}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
