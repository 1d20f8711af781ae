import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, switchLanguage, useLanguage } from '../lib/i18n';
import classes from './language-switch.module.css';

/** For pages without a user menu: the other language, in its own words. */
export function LanguageSwitch() {
  const { t } = useTranslation('app');
  const language = useLanguage();
  const other = LANGUAGES.find((option) => option !== language) ?? 'nl';
  return (
    <UnstyledButton className={classes.switch} lang={other} onClick={() => void switchLanguage(other)}>
      {t(`language.${other}`)}
    </UnstyledButton>
  );
}
