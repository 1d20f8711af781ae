import { TextInput, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Words } from '#libs/contracts';
import classes from './two-texts.module.css';

interface TwoTextsProps {
  /** What the text is, without the language. */
  label: string;
  value: Words;
  onChange: (value: Words) => void;
  /** Longer texts grow with what is typed. */
  long?: boolean;
  maxLength?: number;
}

/** One text in both languages, side by side. One that is said in one language only says so at the other. */
export function TwoTexts({ label, value, onChange, long = false, maxLength = 400 }: TwoTextsProps) {
  const { t } = useTranslation('components');
  return (
    <div className={classes.two} role="group" aria-label={label}>
      {(['nl', 'en'] as const).map((language) => {
        const other = value[language === 'nl' ? 'en' : 'nl'];
        const common = {
          size: 'sm' as const,
          lang: language,
          label: t(`two.${language}`, { label }),
          value: value[language],
          maxLength,
          'data-problem': 'text-missing translation-missing',
          error: value[language].trim() === '' && other.trim() !== '' ? t('two.translate') : null,
        };
        return long ? (
          <Textarea
            key={language}
            {...common}
            autosize
            minRows={2}
            maxRows={8}
            onChange={(event) => onChange({ ...value, [language]: event.currentTarget.value })}
          />
        ) : (
          <TextInput
            key={language}
            {...common}
            onChange={(event) => onChange({ ...value, [language]: event.currentTarget.value })}
          />
        );
      })}
    </div>
  );
}
