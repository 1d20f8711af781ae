import { NativeSelect, type NativeSelectProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EXTRACT_KINDS, type ExtractKind, type MeasureContent } from '#libs/contracts';
import { ChoiceCards } from '../../../components/choice-cards';
import { Panel } from '../../../components/panel';
import { TwoTexts } from '../../../components/two-texts';
import { WholeInput } from '../../../components/whole-input';
import shared from '../manage/manage.module.css';
import type { Edit } from './editor';
import { over } from './measure-problems';

const KINDS = EXTRACT_KINDS.filter((kind) => kind !== 'list-sizes');
const DENOMINATORS = ['listed', 'count', 'count-and-consults'] as const;
const RATE_INTERVALS = ['byar', 'exact-poisson', 'byar-dobson', 'none'] as const;
/** What a choice means stands under it, so that fields beside each other stay in line. */
const BELOW: NativeSelectProps['inputWrapperOrder'] = ['label', 'input', 'description', 'error'];
const SHARE_INTERVALS = ['wilson', 'none'] as const;

/** What is counted over what, in choices that fit together. */
export function ArithmeticFields({ content, edit }: { content: MeasureContent; edit: Edit }) {
  const { t } = useTranslation(['measures', 'mirror-data']);
  const rate = content.denominator === 'listed';
  const numerators: MeasureContent['numerator'][] = rate
    ? ['count', 'urgent', 'consults']
    : content.denominator === 'count'
      ? ['urgent']
      : ['consults', 'count'];
  return (
    <Panel title={t('counts')}>
      <div className={shared.stack}>
        <TwoTexts
          label={t('field.title')}
          value={content.title}
          maxLength={160}
          onChange={(title) => edit({ title })}
        />
        <div className={shared.pair}>
          <NativeSelect
            size="sm"
            label={t('field.kind')}
            value={content.kind}
            onChange={(event) => edit({ kind: event.currentTarget.value as ExtractKind })}
            data={KINDS.map((one) => ({ value: one, label: t(`mirror-data:kind.${one}`) }))}
          />
          <NativeSelect
            size="sm"
            label={t('field.numerator')}
            value={content.numerator}
            onChange={(event) =>
              edit({ numerator: event.currentTarget.value as MeasureContent['numerator'] })
            }
            data={numerators.map((one) => ({ value: one, label: t(`numerator.${one}`) }))}
          />
        </div>
        <ChoiceCards
          legend={t('field.denominator')}
          columns={3}
          value={content.denominator}
          onChange={(denominator) => edit(over(content, denominator))}
          choices={DENOMINATORS.map((one) => ({
            value: one,
            label: t(`denominator.${one}`),
            text: t(`denominator.${one}.text`),
          }))}
        />
        <TwoTexts
          label={t('numerator')}
          value={content.numeratorWords}
          onChange={(numeratorWords) => edit({ numeratorWords })}
        />
        <TwoTexts
          label={t('denominator')}
          value={content.denominatorWords}
          onChange={(denominatorWords) => edit({ denominatorWords })}
        />
        <div className={shared.pair}>
          <WholeInput
            size="sm"
            label={t('field.per')}
            value={content.per}
            error={Number.isInteger(content.per) && content.per > 0 ? null : t('field.number')}
            onChange={(per) => edit({ per: per ?? Number.NaN })}
          />
          <WholeInput
            size="sm"
            label={t('field.decimals')}
            value={content.decimals}
            error={content.decimals <= 3 ? null : t('field.decimals.wrong')}
            onChange={(decimals) => edit({ decimals: decimals ?? Number.NaN })}
          />
        </div>
        <div className={shared.pair}>
          {rate && (
            <NativeSelect
              size="sm"
              label={t('comparing')}
              inputWrapperOrder={BELOW}
              description={t(`standardisation.${content.standardisation}`)}
              value={content.standardisation}
              onChange={(event) =>
                edit({ standardisation: event.currentTarget.value as MeasureContent['standardisation'] })
              }
              data={(['indirect', 'direct', 'none'] as const).map((one) => ({
                value: one,
                label: t(`standardisation.name.${one}`),
              }))}
            />
          )}
          <NativeSelect
            size="sm"
            label={t('margin')}
            inputWrapperOrder={BELOW}
            description={t(`interval.${content.intervalMethod}`)}
            value={content.intervalMethod}
            onChange={(event) =>
              edit({ intervalMethod: event.currentTarget.value as MeasureContent['intervalMethod'] })
            }
            data={(rate ? RATE_INTERVALS : SHARE_INTERVALS).map((one) => ({
              value: one,
              label: t(`interval.name.${one}`),
            }))}
          />
        </div>
        <div className={shared.pair}>
          <WholeInput
            size="sm"
            label={t('field.shift')}
            value={content.runRules.shift}
            error={content.runRules.shift >= 3 && content.runRules.shift <= 100 ? null : t('field.run.wrong')}
            onChange={(shift) => edit({ runRules: { ...content.runRules, shift: shift ?? Number.NaN } })}
          />
          <WholeInput
            size="sm"
            label={t('field.trend')}
            value={content.runRules.trend}
            error={content.runRules.trend >= 3 && content.runRules.trend <= 100 ? null : t('field.run.wrong')}
            onChange={(trend) => edit({ runRules: { ...content.runRules, trend: trend ?? Number.NaN } })}
          />
        </div>
      </div>
    </Panel>
  );
}
