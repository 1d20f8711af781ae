import { type QueryClient, queryOptions, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import type { OwnPartView, QuestionAnswerView, SessionFileView, SpecialistView } from '#libs/contracts';
import { api, fileBody, view } from '../../../lib/api';
import { whenRecovered } from '../../../lib/connection';
import { useMe } from '../../../lib/me';
import { type Fields, Saver, type SaverState } from './saver';

const PATH = '/api/dialogue-sessions/{id}/specialist';
/** The department's own part among the things that are saved; the others are ids of questions. */
export const OWN = 'own-part';

export const specialistQuery = (id: string) =>
  queryOptions({
    queryKey: ['specialist', id],
    queryFn: ({ signal }) => view<SpecialistView>(api.GET(PATH, { params: { path: { id } }, signal })),
  });

export const deckHref = (id: string) => `/api/dialogue-sessions/${id}/deck.pptx`;
export const paperHref = (id: string) => `/api/dialogue-sessions/${id}/specialist/questions.pdf`;
export const fileHref = (id: string, fileId: string) => `/api/dialogue-sessions/${id}/files/${fileId}`;

const FILES = '/api/dialogue-sessions/{id}/files';
export const fileDoors = {
  add: (id: string, file: File, confirmed: boolean) =>
    view<SessionFileView>(
      api.POST(FILES, {
        params: { path: { id }, query: confirmed ? { confirmed: 'yes' as const } : {} },
        ...fileBody(file),
      }),
    ),
  change: (id: string, fileId: string, body: { inHandout?: boolean; archived?: false }) =>
    view<SessionFileView>(api.PATCH(`${FILES}/{fileId}`, { params: { path: { id, fileId } }, body })),
  remove: (id: string, fileId: string) =>
    view<void>(api.DELETE(`${FILES}/{fileId}`, { params: { path: { id, fileId } } })),
};

/** The page with one answer as it is kept now. */
export function withAnswer(
  page: SpecialistView,
  questionId: string,
  answer: QuestionAnswerView,
): SpecialistView {
  return {
    ...page,
    categories: page.categories.map((category) =>
      category.questions.some(({ id }) => id === questionId)
        ? {
            ...category,
            questions: category.questions.map((one) => (one.id === questionId ? { ...one, answer } : one)),
          }
        : category,
    ),
  };
}

/** One per person and session as long as the window lives: leaving the page loses nothing that was not saved yet. */
const savers = new Map<string, Saver>();

function saverOf(personId: string, id: string, client: QueryClient): Saver {
  const key = `${personId} ${id}`;
  const known = savers.get(key);
  if (known) return known;
  const { queryKey } = specialistQuery(id);
  const change = async (update: (page: SpecialistView) => SpecialistView) => {
    // a page that was asked for earlier must not put back what was there
    await client.cancelQueries({ queryKey });
    client.setQueryData<SpecialistView>(queryKey, (page) => page && update(page));
  };
  const saver = new Saver(async (thing: string, fields: Fields) => {
    // `keepalive` lets a save that is on its way arrive when the page is closed
    if (thing === OWN) {
      const call = api.PUT(`${PATH}/own-part`, { params: { path: { id } }, body: fields, keepalive: true });
      const ownPart = await view<OwnPartView>(call);
      return change((page) => ({ ...page, ownPart }));
    }
    const path = { id, questionId: thing };
    const call = api.PUT(`${PATH}/answers/{questionId}`, { params: { path }, body: fields, keepalive: true });
    const answer = await view<QuestionAnswerView>(call);
    return change((page) => withAnswer(page, thing, answer));
  });
  const warn = (event: BeforeUnloadEvent) => event.preventDefault();
  saver.subscribe(() => {
    if (saver.unsent) window.addEventListener('beforeunload', warn);
    else window.removeEventListener('beforeunload', warn);
  });
  whenRecovered(() => saver.flush());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') saver.flush();
  });
  savers.set(key, saver);
  return saver;
}

export interface Saving {
  state: SaverState;
  saver: Saver;
}
export function useSaving(id: string): Saving {
  const client = useQueryClient();
  const { person } = useMe();
  const saver = saverOf(person.id, id, client);
  const state = useSyncExternalStore(saver.subscribe, saver.snapshot);
  useEffect(() => saver.flush(), [saver]);
  return { state, saver };
}
