import '@mantine/core/styles/NumberInput.css';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Switch.css';
import { NumberInput, Switch } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundRules } from '#libs/contracts';
import { useWords } from '../../../lib/i18n';
import { EditorSection } from './section';
import type { SectionProps } from './set-up-page';
import { useSection } from './use-section';
import classes from './editor.module.css';

type Rules = Omit<RoundRules, 'weights'>;
const withoutWeights = ({
  groupSize,
  maxAbsentPerGroup,
  maxPerDistrict,
  requireRankedTheme,
}: RoundRules): Rules => ({ groupSize, maxAbsentPerGroup, maxPerDistrict, requireRankedTheme });

/** The hard rules: no group ever breaks one. Each with the sentence that says what it does. */
export function RulesSection({
  round,
  kind,
  changes,
  manual,
  arrived,
}: SectionProps & {
  /** One came here for the rules, from a clash. */
  arrived: boolean;
}) {
  const { t } = useTranslation('rounds');
  const words = useWords();
  const why = (rule: keyof Rules) => words(kind.explanations[`rule.${rule}`]);
  const valid = ({ groupSize: { min, max }, maxAbsentPerGroup }: Rules) =>
    min >= 2 && max <= 12 && min <= max && maxAbsentPerGroup >= 0 && maxAbsentPerGroup < min;
  const section = useSection<Rules>({
    server: withoutWeights(round.rules),
    valid,
    save: (rules) => changes.change({ rules }),
    auto: !manual,
  });
  const { draft, set } = section;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (arrived) box.current?.scrollIntoView({ block: 'start' });
  }, [arrived]);
  const whole = (value: string | number, fallback: number) => (typeof value === 'number' ? value : fallback);
  return (
    <div ref={box}>
      <EditorSection
        id="regels"
        title={t('rules')}
        lead={t('rules.lead')}
        section={section}
        manual={manual}
        blocked={valid(draft) ? null : t('rules.fault')}
      >
        <div className={classes.rules}>
          <fieldset className={classes.size}>
            <legend>{t('rule.groupSize')}</legend>
            <p>{why('groupSize')}</p>
            <NumberInput
              size="sm"
              w={96}
              label={t('rule.min')}
              min={2}
              max={12}
              allowDecimal={false}
              value={draft.groupSize.min}
              onChange={(value) =>
                set({ ...draft, groupSize: { ...draft.groupSize, min: whole(value, draft.groupSize.min) } })
              }
            />
            <NumberInput
              size="sm"
              w={96}
              label={t('rule.max')}
              min={2}
              max={12}
              allowDecimal={false}
              value={draft.groupSize.max}
              onChange={(value) =>
                set({ ...draft, groupSize: { ...draft.groupSize, max: whole(value, draft.groupSize.max) } })
              }
            />
          </fieldset>
          <NumberInput
            size="sm"
            label={t('rule.maxAbsentPerGroup')}
            description={why('maxAbsentPerGroup')}
            min={0}
            max={11}
            allowDecimal={false}
            value={draft.maxAbsentPerGroup}
            onChange={(value) => set({ ...draft, maxAbsentPerGroup: whole(value, draft.maxAbsentPerGroup) })}
          />
          <NumberInput
            size="sm"
            label={t('rule.maxPerDistrict')}
            description={why('maxPerDistrict')}
            placeholder={t('noLimit')}
            min={1}
            max={12}
            allowDecimal={false}
            value={draft.maxPerDistrict ?? ''}
            onChange={(value) => set({ ...draft, maxPerDistrict: typeof value === 'number' ? value : null })}
          />
          <Switch
            label={t('rule.requireRankedTheme')}
            description={why('requireRankedTheme')}
            checked={draft.requireRankedTheme}
            onChange={(event) => set({ ...draft, requireRankedTheme: event.currentTarget.checked })}
          />
        </div>
      </EditorSection>
    </div>
  );
}
