import { useTranslation } from 'react-i18next';
import { OTHER_QUESTIONS } from '#libs/contracts';

/** The name of a part as its organiser gave it; what nobody placed has a name in the reader's language. */
export function usePartName(): (part: { id: string; name: string }) => string {
  const { t } = useTranslation('dialogue-live');
  return ({ id, name }) => (id === OTHER_QUESTIONS ? t('part.other') : name);
}
