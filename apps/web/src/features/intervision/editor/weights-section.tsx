import '@mantine/core/styles/NumberInput.css';
import { Button, NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../../lib/i18n';
import { type Weights, WEIGHTS, evened, sumOf, toPercents, toShares } from './drafts';
import { EditorSection } from './section';
import type { SectionProps } from './set-up-page';
import { useSection } from './use-section';
import classes from './editor.module.css';

/** How heavily each wish counts: four percents that add up to a hundred. */
export function WeightsSection({ round, kind, changes, manual }: SectionProps) {
  const { t } = useTranslation('rounds');
  const words = useWords();
  const section = useSection<Weights>({
    server: toPercents(round.rules.weights),
    valid: (draft) => sumOf(draft) === 100,
    save: (draft) => changes.change({ rules: { weights: toShares(draft) } }),
    auto: !manual,
  });
  const { draft, set } = section;
  const sum = sumOf(draft);
  return (
    <EditorSection
      title={t('weights')}
      lead={t('weights.lead')}
      section={section}
      manual={manual}
      blocked={sum === 100 ? null : t('weights.fault', { sum })}
    >
      <div className={classes.weights}>
        {WEIGHTS.map((term) => (
          <div key={term}>
            <NumberInput
              size="sm"
              label={t(`weight.${term}`)}
              description={words(kind.explanations[`weight.${term}`])}
              min={0}
              max={100}
              step={5}
              allowDecimal={false}
              suffix=" %"
              value={draft[term]}
              onChange={(value) => typeof value === 'number' && set({ ...draft, [term]: value })}
            />
            <div className={classes.track} aria-hidden>
              <span style={{ width: `${Math.min(100, draft[term])}%` }} />
            </div>
          </div>
        ))}
      </div>
      {sum !== 100 && (
        <Button variant="default" size="sm" mt="md" onClick={() => set(evened(draft))}>
          {t('weights.even')}
        </Button>
      )}
    </EditorSection>
  );
}
