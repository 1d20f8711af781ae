import { Textarea, type TextareaProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface WhyFieldProps extends Omit<TextareaProps, 'value' | 'onChange'> {
  value: string;
  onChange: (why: string) => void;
}

/** The reason of an act: it stays in the history, so it is written for the next reader. */
export function WhyField({ value, onChange, ...props }: WhyFieldProps) {
  const { t } = useTranslation('mirror-data');
  return (
    <Textarea
      {...props}
      autosize
      minRows={2}
      maxRows={6}
      maxLength={500}
      label={t('why.label')}
      description={t('why.text')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
