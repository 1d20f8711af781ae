import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Receiver } from '../../../../components/confirm-dialog';
import { hearersQuery } from '../sessions-data';

/** Everybody who gets a mail when the session moves or is cancelled; null until it is known. */
export function useHearers(id: string, enabled: boolean): { receivers: Receiver[] | null; error: unknown } {
  const { t } = useTranslation('dialogue-sessions');
  const { data, error } = useQuery({ ...hearersQuery(id), enabled });
  const receivers =
    data?.map(({ name, practice, specialist }, place) => ({
      id: `${place}`,
      name,
      detail: specialist ? t('hearers.specialist') : (practice ?? ''),
    })) ?? null;
  return { receivers, error };
}
