import { useTranslation } from 'react-i18next';
import { ChoiceCards } from '../../components/choice-cards';
import { ErrorState } from '../../components/error-state';
import { LANGUAGES, useLanguage } from '../../lib/i18n';
import { useChangeLanguage } from '../../lib/language';
import classes from './sessions-page.module.css';

export function LanguageChoice() {
  const { t } = useTranslation(['account', 'app']);
  const language = useLanguage();
  const change = useChangeLanguage();
  return (
    <div className={classes.choice}>
      <ChoiceCards
        legend={t('language.title')}
        hideLegend
        columns={2}
        choices={LANGUAGES.map((value) => ({
          value,
          label: <span lang={value}>{t(`app:language.${value}`)}</span>,
        }))}
        value={language}
        onChange={(chosen) => change.mutate(chosen)}
      />
      {change.error && <ErrorState error={change.error} />}
    </div>
  );
}
