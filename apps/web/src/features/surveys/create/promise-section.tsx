import { useTranslation } from 'react-i18next';
import { ANONYMITY_LEVELS, type CampaignView } from '#libs/contracts';
import { ChoiceCards } from '../../../components/choice-cards';
import { Panel } from '../../../components/panel';
import type { DraftSectionProps } from './about-section';
import classes from './create.module.css';

interface PromiseSectionProps extends DraftSectionProps {
  levels: CampaignView['levels'];
}

/** What is promised about names. Only what is true for this audience can be chosen; why not stands with the rest. */
export function PromiseSection({ draft, set, levels }: PromiseSectionProps) {
  const { t } = useTranslation('surveys');
  const of = (level: string) => levels.find((one) => one.level === level);
  const chosen = of(draft.anonymity);
  const untrue = chosen?.possible === false;
  return (
    <Panel title={t('promise')}>
      <p className={classes.lead}>{t('promise.lead')}</p>
      <ChoiceCards
        legend={t('promise')}
        hideLegend
        value={draft.anonymity}
        onChange={(anonymity) => set({ ...draft, anonymity })}
        error={untrue ? t('promise.untrue') : null}
        choices={ANONYMITY_LEVELS.map((level) => {
          const { possible = true, reason = null } = of(level) ?? {};
          return {
            value: level,
            label: t(`level.${level}`),
            // One that was chosen before stays to be seen, with why it is no longer true.
            disabled: !possible && level !== draft.anonymity,
            text: (
              <>
                {t(`level.${level}.text`)}
                {!possible && reason && (
                  <span className={classes.reason}>
                    {t(`level.${level === 'anonymous' ? 'anonymous' : 'confidential'}.${reason}`)}
                  </span>
                )}
              </>
            ),
          };
        })}
      />
    </Panel>
  );
}
