import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Language, MeView } from '#libs/contracts';
import { api } from './api';
import { switchLanguage } from './i18n';
import { meQuery } from './queries';

/** Changes the language of the screen at once, and of this person's mails on the server. */
export function useChangeLanguage() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (language: Language) => api.PATCH('/api/me', { body: { language } }),
    onMutate: async (language) => {
      await client.cancelQueries({ queryKey: meQuery.queryKey });
      client.setQueryData<MeView>(
        meQuery.queryKey,
        (me) => me && { ...me, person: { ...me.person, language } },
      );
      await switchLanguage(language);
    },
  });
}
