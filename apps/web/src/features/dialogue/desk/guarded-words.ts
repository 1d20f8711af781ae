import { useTranslation } from 'react-i18next';
import type { GuardedWords } from './guarded-text';

/** What the desk says around a guarded text, apart from what it is for. */
export function useGuardedWords(): Omit<GuardedWords, 'label' | 'send'> {
  const { t } = useTranslation('dialogue-desk');
  return {
    cancel: t('cancel'),
    block: t('guard.block'),
    warn: t('guard.warn'),
    instead: t('guard.instead'),
    take: t('guard.take'),
    keep: t('guard.keep'),
  };
}
