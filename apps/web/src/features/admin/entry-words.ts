import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditEntryView, Page, PersonView, RoundSummaryView } from '#libs/contracts';
import { api, view } from '../../lib/api';
import { useMay } from '../../lib/me';
import { everyItem } from '../../lib/pages';
import { allGroupsQuery, allPracticesQuery, peopleKey } from './admin-data';

/** Names of what the log is about, as far as this person may know them; the log itself holds ids only. */
export function useSubjectNames(): ReadonlyMap<string, string> {
  const practices = useQuery({ ...allPracticesQuery, enabled: useMay('practices.read') });
  const groups = useQuery({ ...allGroupsQuery, enabled: useMay('groups.read') });
  const people = useQuery({
    queryKey: [...peopleKey, 'all'],
    queryFn: ({ signal }) =>
      everyItem((query) =>
        view<Page<PersonView>>(api.GET('/api/people', { params: { query: { ...query } }, signal })),
      ),
    enabled: useMay('people.manage'),
    staleTime: 5 * 60_000,
  });
  const rounds = useQuery({
    queryKey: ['rounds', 'names'],
    queryFn: async ({ signal }) => {
      const listed = await view<Page<RoundSummaryView> | RoundSummaryView[]>(
        api.GET('/api/rounds', { signal }),
      );
      return Array.isArray(listed) ? listed : listed.items;
    },
    enabled: useMay('rounds.read'),
    staleTime: 5 * 60_000,
  });
  return useMemo(
    () =>
      new Map(
        [practices.data, groups.data, people.data, rounds.data]
          .flatMap((list): { id: string; name: string }[] => list ?? [])
          .map(({ id, name }) => [id, name]),
      ),
    [practices.data, groups.data, people.data, rounds.data],
  );
}

/** One line of the log as a sentence. An event without a sentence is shown by its code: nothing is left out. */
export function useEntryWords(names: ReadonlyMap<string, string>): (entry: AuditEntryView) => string {
  const { t, i18n } = useTranslation(['audit-log', 'app']);
  return (entry) => {
    const { event, detail } = entry;
    const actor = entry.actorName ?? t(entry.actorId ? 'actor.gone' : 'actor.system');
    const name = (id: unknown) => (typeof id === 'string' ? names.get(id) : undefined);
    const subject = name(entry.subjectId) ?? t('subject.unknown');
    const role = typeof detail['role'] === 'string' ? detail['role'] : null;
    const applied = (detail['applied'] ?? {}) as Record<string, number>;
    if (!i18n.exists(`event.${event}`, { ns: 'audit-log' })) return t('event.other', { actor, event });
    return t(`event.${event}` as 'event.other', {
      actor,
      event,
      subject,
      other: name(detail['toPersonId']) ?? name(detail['intoId']) ?? t('subject.unknown'),
      role:
        role && i18n.exists(`role.${role}`, { ns: 'app' }) ? t(`app:role.${role}` as 'app:nav.home') : role,
      practice: name(detail['practiceId']) ?? t('subject.unknown'),
      rows: Number(detail['rows'] ?? detail['practices'] ?? 0),
      created: applied['created'] ?? 0,
      updated: applied['updated'] ?? 0,
      archived: applied['archived'] ?? 0,
    });
  };
}
