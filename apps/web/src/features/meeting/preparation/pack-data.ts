import { queryOptions, useQueryClient } from '@tanstack/react-query';
import type { MeetingPackView, PackCheck, PackNoteView } from '#libs/contracts';
import { api, view } from '../../../lib/api';
import { meetingKey } from '../page/meeting-data';

const at = (id: string) => ({ params: { path: { id } } });

export const packQuery = (meetingId: string) =>
  queryOptions({
    queryKey: [...meetingKey(meetingId), 'pack'],
    queryFn: ({ signal }) =>
      view<MeetingPackView>(api.GET('/api/meetings/{id}/preparation', { ...at(meetingId), signal })),
  });

export const packPdfHref = (meetingId: string, methodId: string | null): string =>
  `/api/meetings/${meetingId}/preparation.pdf${methodId ? `?method=${encodeURIComponent(methodId)}` : ''}`;

/** What the leader writes for herself, as it is typed. */
export interface NoteDraft {
  text: string;
  ticked: PackCheck[];
  confirmed: boolean;
}

export function usePackChanges(meetingId: string) {
  const client = useQueryClient();
  const { queryKey } = packQuery(meetingId);
  const put = (part: Partial<MeetingPackView>) =>
    client.setQueryData(queryKey, (pack) => (pack ? { ...pack, ...part } : pack));
  return {
    note: async (draft: NoteDraft, version: number): Promise<number> => {
      const note = await view<PackNoteView>(
        api.PUT('/api/meetings/{id}/preparation/note', { ...at(meetingId), body: { ...draft, version } }),
      );
      put({ note });
      return note.version;
    },
    again: () => client.invalidateQueries({ queryKey }),
    bringsCase: async (practiceId: string | null): Promise<void> => {
      await api.PUT('/api/meetings/{id}/preparation/case', { ...at(meetingId), body: { practiceId } });
      put({ casePracticeId: practiceId });
    },
  };
}
