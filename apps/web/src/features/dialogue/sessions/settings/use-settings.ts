import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DialogueSettingsView } from '#libs/contracts';
import { showToast } from '../../../../lib/toast';
import { changeSettings, sessionsQuery, settingsQuery } from '../sessions-data';

/** Keeps a part of the settings; the answer is how they stand. */
export function useSettings({ version }: DialogueSettingsView) {
  const { t } = useTranslation('dialogue-sessions');
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: Parameters<typeof changeSettings>[1]) => changeSettings(version, change),
    onError: () => void client.invalidateQueries({ queryKey: settingsQuery.queryKey }),
    onSuccess: (next) => {
      showToast(t('saved'));
      client.setQueryData(settingsQuery.queryKey, next);
      void client.invalidateQueries({ queryKey: sessionsQuery.queryKey });
      void client.invalidateQueries({ queryKey: ['dialogue-session'] });
    },
  });
}
