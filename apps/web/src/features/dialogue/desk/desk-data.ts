import { queryOptions } from '@tanstack/react-query';
import type { DeskQuestionView, QuestionDeskView, QuestionSharePreviewView } from '#libs/contracts';
import { api, ifMatch, view } from '../../../lib/api';

export const deskKey = (id: string) => ['question-desk', id] as const;

export const deskQuery = (id: string) =>
  queryOptions({
    queryKey: deskKey(id),
    queryFn: ({ signal }) =>
      view<QuestionDeskView>(
        api.GET('/api/dialogue-sessions/{id}/desk', { params: { path: { id } }, signal }),
      ),
  });

/** Who would get what. Each look is a new one: it is what a person is about to confirm. */
export const sharePreviewQuery = (id: string) =>
  queryOptions({
    queryKey: [...deskKey(id), 'share'],
    queryFn: ({ signal }) =>
      view<QuestionSharePreviewView>(
        api.GET('/api/dialogue-sessions/{id}/desk/share', { params: { path: { id } }, signal }),
      ),
    staleTime: 0,
    gcTime: 0,
  });

type Desk = Promise<QuestionDeskView>;
const at = (id: string) => ({ params: { path: { id } } });
const one = (id: string, questionId: string) => ({ params: { path: { id, questionId } } });
const part = (id: string, categoryId: string) => ({ params: { path: { id, categoryId } } });
const known = (version: number | undefined) => (version === undefined ? {} : ifMatch(version));

export interface QuestionChange {
  categoryId?: string | null;
  position?: number;
  shownText?: string | null;
  confirmed?: boolean;
}

/** Every door of the desk answers with the whole desk. A version left out: over whatever is there (undo). */
export const deskDoors = {
  add: (id: string, body: { text: string; categoryId: string | null; confirmed: boolean }): Desk =>
    view(api.POST('/api/dialogue-sessions/{id}/desk/questions', { ...at(id), body })),
  edit: (id: string, questionId: string, body: QuestionChange, version?: number): Desk =>
    view(
      api.PATCH('/api/dialogue-sessions/{id}/desk/questions/{questionId}', {
        ...one(id, questionId),
        ...known(version),
        body,
      }),
    ),
  merge: (id: string, questionId: string, into: string, version?: number): Desk =>
    view(
      api.POST('/api/dialogue-sessions/{id}/desk/questions/{questionId}/merge', {
        ...one(id, questionId),
        ...known(version),
        body: { into },
      }),
    ),
  unmerge: (id: string, questionId: string, along: string[]): Desk =>
    view(
      api.POST('/api/dialogue-sessions/{id}/desk/questions/{questionId}/unmerge', {
        ...one(id, questionId),
        body: { along },
      }),
    ),
  sendBack: (
    id: string,
    questionId: string,
    body: { reason: string; confirmed: boolean },
    version?: number,
  ): Desk =>
    view(
      api.POST('/api/dialogue-sessions/{id}/desk/questions/{questionId}/send-back', {
        ...one(id, questionId),
        ...known(version),
        body,
      }),
    ),
  park: (id: string, questionId: string, version?: number): Desk =>
    view(
      api.POST('/api/dialogue-sessions/{id}/desk/questions/{questionId}/park', {
        ...one(id, questionId),
        ...known(version),
      }),
    ),
  reopen: (id: string, questionId: string): Desk =>
    view(
      api.POST('/api/dialogue-sessions/{id}/desk/questions/{questionId}/reopen', { ...one(id, questionId) }),
    ),
  createCategory: (
    id: string,
    body: { name: string; minutes?: number | null; questionIds?: string[] },
  ): Desk => view(api.POST('/api/dialogue-sessions/{id}/desk/categories', { ...at(id), body })),
  editCategory: (
    id: string,
    categoryId: string,
    body: { name?: string; minutes?: number | null },
    version?: number,
  ): Desk =>
    view(
      api.PATCH('/api/dialogue-sessions/{id}/desk/categories/{categoryId}', {
        ...part(id, categoryId),
        ...known(version),
        body,
      }),
    ),
  removeCategory: (id: string, categoryId: string): Desk =>
    view(api.DELETE('/api/dialogue-sessions/{id}/desk/categories/{categoryId}', { ...part(id, categoryId) })),
  orderCategories: (id: string, categoryIds: string[]): Desk =>
    view(api.POST('/api/dialogue-sessions/{id}/desk/order', { ...at(id), body: { categoryIds } })),
  share: (id: string, body: { confirmed: string[]; withheld: string[] }): Desk =>
    view(api.POST('/api/dialogue-sessions/{id}/desk/share', { ...at(id), body })),
};

/** The words for everybody. */
export const wordsOf = (question: DeskQuestionView): string => question.shownText ?? question.text;
