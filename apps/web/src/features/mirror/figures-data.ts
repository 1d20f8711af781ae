import { keepPreviousData, queryOptions, skipToken } from '@tanstack/react-query';
import type {
  FigureChoicesView,
  FigureRemarkView,
  FunnelView,
  GroupPreparationView,
  OpenModeScope,
  OpenModeView,
  OwnFigureView,
} from '#libs/contracts';
import { api, ifMatch, view } from '../../lib/api';

/** What is asked of one measure: the newest period when none is named. */
export interface FigureWish {
  practice: string;
  measure: string;
  item: string;
  from: string | null;
  group: string | null;
}
export interface FunnelWish {
  measure: string;
  item: string;
  from: string | null;
  /** Wider limits, for practices that differ more than chance alone explains. */
  overdispersion: boolean;
}

/** As the server is asked: what was not named is left out. */
const ownAsked = ({ from, group, ...figure }: FigureWish) => ({
  ...figure,
  ...(from !== null && { from }),
  ...(group !== null && { group }),
});
const funnelAsked = ({ from, overdispersion, ...figure }: FunnelWish) => ({
  ...figure,
  ...(from !== null && { from }),
  overdispersion: String(overdispersion),
});

/** Figures change with a release, and then the room of the group says so. */
const SETTLED = 5 * 60_000;
export const figuresKey = ['figures'] as const;

/** What a practice can look at; nothing is asked for who has none. */
export const choicesQuery = (practice: string | null) =>
  queryOptions({
    queryKey: [...figuresKey, 'choices', practice],
    queryFn:
      practice === null
        ? skipToken
        : ({ signal }) =>
            view<FigureChoicesView>(
              api.GET('/api/figures/choices', { params: { query: { practice } }, signal }),
            ),
    staleTime: SETTLED,
  });

export const ownFigureQuery = (wish: FigureWish) =>
  queryOptions({
    queryKey: [...figuresKey, 'own', wish],
    queryFn: ({ signal }) =>
      view<OwnFigureView>(api.GET('/api/figures/own', { params: { query: ownAsked(wish) }, signal })),
    staleTime: SETTLED,
    placeholderData: keepPreviousData,
  });

export const funnelQuery = (wish: FunnelWish) =>
  queryOptions({
    queryKey: [...figuresKey, 'funnel', wish],
    queryFn: ({ signal }) =>
      view<FunnelView>(api.GET('/api/figures/funnel', { params: { query: funnelAsked(wish) }, signal })),
    staleTime: SETTLED,
    placeholderData: keepPreviousData,
  });

export const preparationKey = (groupId: string) => [...figuresKey, 'group', groupId] as const;
export const preparationQuery = (groupId: string) =>
  queryOptions({
    queryKey: preparationKey(groupId),
    queryFn: ({ signal }) =>
      view<GroupPreparationView>(
        api.GET('/api/groups/{id}/figures', { params: { path: { id: groupId } }, signal }),
      ),
  });

/** What a group prepares, as it is sent. */
export interface PreparationDraft {
  story: string;
  question: string;
  figures: { measure: string; item: string }[];
  /** The writer saw what the text guard warns of. */
  confirmed?: boolean;
}
/** A figure of one's own practice with what is said about it. */
export interface RemarkWish {
  practiceId: string;
  measure: string;
  item: string;
  /** First day of the period. */
  from: string;
  kind: FigureRemarkView['kind'];
  text: string;
  /** The writer saw what the text guard warns of. */
  confirmed: boolean;
}

export const figureDoors = {
  prepare: (groupId: string, draft: PreparationDraft, version: number) =>
    view<GroupPreparationView>(
      api.PUT('/api/groups/{id}/figures', {
        params: { path: { id: groupId } },
        ...ifMatch(version),
        body: draft,
      }),
    ),
  propose: (groupId: string, scope: Omit<OpenModeScope, 'groupId' | 'members'>) =>
    view<OpenModeView>(
      api.POST('/api/groups/{id}/open-mode', { params: { path: { id: groupId } }, body: scope }),
    ),
  /** A code for exactly this signature goes to the reader's own address. */
  askCode: (mode: OpenModeView, practiceId: string) =>
    view<object>(
      api.POST('/api/open-modes/{id}/code', {
        params: { path: { id: mode.id } },
        body: { practiceId, scopeHash: mode.scopeHash },
      }),
    ),
  sign: (mode: OpenModeView, practiceId: string, code: string) =>
    view<OpenModeView>(
      api.POST('/api/open-modes/{id}/sign', {
        params: { path: { id: mode.id } },
        body: { practiceId, scopeHash: mode.scopeHash, code },
      }),
    ),
  withdraw: (mode: OpenModeView, practiceId: string) =>
    view<OpenModeView>(
      api.POST('/api/open-modes/{id}/withdraw', {
        params: { path: { id: mode.id } },
        body: { practiceId },
      }),
    ),
  remark: (wish: RemarkWish) => view<FigureRemarkView>(api.POST('/api/figure-remarks', { body: wish })),
  withdrawRemark: (remark: FigureRemarkView) =>
    view<FigureRemarkView>(
      api.POST('/api/figure-remarks/{id}/withdraw', {
        params: { path: { id: remark.id } },
        ...ifMatch(remark.version),
      }),
    ),
};

export type OwnExport = 'xlsx' | 'csv' | 'pptx' | 'datapackage';
/** Addresses of files; the browser keeps them under the server's name. */
export const ownExportHref = (wish: FigureWish, format: OwnExport): string =>
  `/api/figures/own/export?${new URLSearchParams({ ...ownAsked(wish), format })}`;
export const groupExportHref = (groupId: string, format: 'pptx' | 'xlsx'): string =>
  `/api/groups/${groupId}/figures/export?format=${format}`;
export const funnelExportHref = (wish: FunnelWish, format: 'xlsx' | 'csv' | 'pptx'): string =>
  `/api/figures/funnel/export?${new URLSearchParams({ ...funnelAsked(wish), format })}`;
/** Where a figure comes from, in the words of the W3C (PROV-JSON). */
export const provenanceHref = (figureId: string): string => `/api/figures/${figureId}/prov`;
