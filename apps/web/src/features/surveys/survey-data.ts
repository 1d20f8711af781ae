import { queryOptions } from '@tanstack/react-query';
import type {
  AnonymityLevel,
  CampaignAudience,
  CampaignSummaryView,
  CampaignView,
  LaunchPreviewView,
  Page,
  QuestionnaireContent,
  QuestionnaireSummaryView,
  QuestionnaireView,
  Words,
} from '#libs/contracts';
import { api, ifMatch, view } from '../../lib/api';
import { everyItem } from '../../lib/pages';

/** Everything of one campaign hangs under this key: one call makes all of it stale. */
export const campaignKey = (id: string) => ['campaign', id] as const;
export const questionnaireKey = (id: string) => ['questionnaire', id] as const;

/** The campaigns that this person may know of: for people of a practice those whose results were shared. */
export const campaignsQuery = queryOptions({
  queryKey: ['campaigns'],
  queryFn: ({ signal }) =>
    everyItem((query) =>
      view<Page<CampaignSummaryView>>(api.GET('/api/campaigns', { params: { query }, signal })),
    ),
});

export const campaignQuery = (id: string) =>
  queryOptions({
    queryKey: campaignKey(id),
    queryFn: ({ signal }) =>
      view<CampaignView>(api.GET('/api/campaigns/{id}', { params: { path: { id } }, signal })),
  });

/** Who would get mail and when. Another version of the draft is another question. `opensAt` null: now. */
export const launchPreviewQuery = (id: string, version: number, opensAt: string | null) =>
  queryOptions({
    queryKey: [...campaignKey(id), 'launch-preview', version, opensAt],
    queryFn: ({ signal }) =>
      view<LaunchPreviewView>(
        api.GET('/api/campaigns/{id}/launch-preview', {
          params: { path: { id }, query: opensAt === null ? {} : { opensAt } },
          signal,
        }),
      ),
    staleTime: 0,
  });

export const questionnairesQuery = queryOptions({
  queryKey: ['questionnaires'],
  queryFn: ({ signal }) =>
    everyItem((query) =>
      view<Page<QuestionnaireSummaryView>>(api.GET('/api/questionnaires', { params: { query }, signal })),
    ),
});

export const questionnaireQuery = (id: string) =>
  queryOptions({
    queryKey: questionnaireKey(id),
    queryFn: ({ signal }) =>
      view<QuestionnaireView>(api.GET('/api/questionnaires/{id}', { params: { path: { id } }, signal })),
  });

export interface CampaignWish {
  questionnaireId: string;
  title: Words;
  anonymity: AnonymityLevel;
  audience: Extract<CampaignAudience, { kind: 'roles' }>;
  responseDays: number;
  reminderDays: number[];
}
const at = (id: string) => ({ params: { path: { id } } });

export const campaignDoors = {
  create: (body: Omit<CampaignWish, 'title'> & { title?: Words }) =>
    view<CampaignView>(api.POST('/api/campaigns', { body })),
  change: (id: string, version: number, body: Partial<CampaignWish>) =>
    view<CampaignView>(api.PATCH('/api/campaigns/{id}', { ...at(id), ...ifMatch(version), body })),
  discard: (id: string) => api.DELETE('/api/campaigns/{id}', at(id)),
  /** `opensAt`: ISO 8601 with an offset, or local Dutch time. */
  launch: (id: string, version: number, opensAt: string) =>
    view<CampaignView>(
      api.POST('/api/campaigns/{id}/launch', { ...at(id), ...ifMatch(version), body: { opensAt } }),
    ),
  step: (
    id: string,
    version: number,
    stepId: string,
    body: { dueAt?: string; state?: 'stopped' | 'planned' },
  ) =>
    view<CampaignView>(
      api.PATCH('/api/campaigns/{id}/steps/{stepId}', {
        params: { path: { id, stepId } },
        ...ifMatch(version),
        body,
      }),
    ),
  doNow: (id: string, version: number, stepId: string) =>
    view<CampaignView>(
      api.POST('/api/campaigns/{id}/steps/{stepId}/do-now', {
        params: { path: { id, stepId } },
        ...ifMatch(version),
      }),
    ),
  close: (id: string, version: number) =>
    view<CampaignView>(api.POST('/api/campaigns/{id}/close', { ...at(id), ...ifMatch(version) })),
  stop: (id: string, version: number) =>
    view<CampaignView>(api.POST('/api/campaigns/{id}/stop', { ...at(id), ...ifMatch(version) })),
};

export const questionnaireDoors = {
  create: (body: { from?: string; title: Words }) =>
    view<QuestionnaireView>(api.POST('/api/questionnaires', { body })),
  /** `version` of the draft; null when this makes one. */
  saveDraft: (id: string, version: number | null, content: QuestionnaireContent) =>
    view<QuestionnaireView>(
      api.PUT('/api/questionnaires/{id}/draft', {
        ...at(id),
        ...(version === null ? {} : ifMatch(version)),
        body: { content: { ...content } },
      }),
    ),
  discardDraft: (id: string) => api.DELETE('/api/questionnaires/{id}/draft', at(id)),
  /** `version` of the draft that was read. */
  review: (id: string, version: number) =>
    view<QuestionnaireView>(api.POST('/api/questionnaires/{id}/review', { ...at(id), ...ifMatch(version) })),
  archive: (id: string, version: number) =>
    view<QuestionnaireView>(api.POST('/api/questionnaires/{id}/archive', { ...at(id), ...ifMatch(version) })),
};
