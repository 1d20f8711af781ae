import { useTranslation } from 'react-i18next';

/** A heading as it is shown; a column without one is named by its letter, in the reader's language. */
export function useColumnWords(): (heading: string) => string {
  const { t } = useTranslation('referrals');
  return (heading) => {
    const letter = /^\(kolom ([A-Z]{1,3})\)$/.exec(heading)?.[1];
    return letter ? t('columns.letter', { letter }) : heading;
  };
}
