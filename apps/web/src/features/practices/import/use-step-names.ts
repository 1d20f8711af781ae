import { useTranslation } from 'react-i18next';

/** The four steps of reading a file in. */
export function useStepNames(): readonly string[] {
  const { t } = useTranslation('imports');
  return [t('step.file'), t('step.columns'), t('step.check'), t('step.done')];
}
