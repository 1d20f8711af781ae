import { keepPreviousData, queryOptions } from '@tanstack/react-query';
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

interface Call {
  params?: { path?: Record<string, string>; query?: Record<string, string> };
  headers?: Record<string, string>;
  body?: unknown;
  signal?: AbortSignal;
}
type Door = (path: string, call?: Call) => Promise<{ data?: unknown }>;
const doors = api as unknown as Record<'GET' | 'PUT' | 'POST', Door>;

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

/** Leaves out what was not named. */
function asked(query: Record<string, string | null>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== null),
  );
}

/** Figures change with a release, and then the room of the group says so. */
const SETTLED = 5 * 60_000;
export const figuresKey = ['figures'] as const;

/** What there is to look at; without a practice: for the region. */
export const choicesQuery = (practice: string | null) =>
  queryOptions({
    queryKey: [...figuresKey, 'choices', practice],
    queryFn: ({ signal }) =>
      view<FigureChoicesView>(
        doors.GET('/api/figures/choices', { params: { query: asked({ practice }) }, signal }),
      ),
    staleTime: SETTLED,
  });

export const ownFigureQuery = (wish: FigureWish) =>
  queryOptions({
    queryKey: [...figuresKey, 'own', wish],
    queryFn: ({ signal }) =>
      view<OwnFigureView>(doors.GET('/api/figures/own', { params: { query: asked({ ...wish }) }, signal })),
    staleTime: SETTLED,
    placeholderData: keepPreviousData,
  });

export const funnelQuery = ({ overdispersion, ...wish }: FunnelWish) =>
  queryOptions({
    queryKey: [...figuresKey, 'funnel', wish, overdispersion],
    queryFn: ({ signal }) =>
      view<FunnelView>(
        doors.GET('/api/figures/funnel', {
          params: { query: asked({ ...wish, overdispersion: String(overdispersion) }) },
          signal,
        }),
      ),
    staleTime: SETTLED,
    placeholderData: keepPreviousData,
  });

export const preparationKey = (groupId: string) => [...figuresKey, 'group', groupId] as const;
export const preparationQuery = (groupId: string) =>
  queryOptions({
    queryKey: preparationKey(groupId),
    queryFn: ({ signal }) =>
      view<GroupPreparationView>(
        doors.GET('/api/groups/{id}/figures', { params: { path: { id: groupId } }, signal }),
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
      doors.PUT('/api/groups/{id}/figures', {
        params: { path: { id: groupId } },
        ...ifMatch(version),
        body: draft,
      }),
    ),
  propose: (groupId: string, scope: Omit<OpenModeScope, 'groupId' | 'members'>) =>
    view<OpenModeView>(
      doors.POST('/api/groups/{id}/open-mode', { params: { path: { id: groupId } }, body: scope }),
    ),
  sign: (mode: OpenModeView, practiceId: string) =>
    view<OpenModeView>(
      doors.POST('/api/open-modes/{id}/sign', {
        params: { path: { id: mode.id } },
        body: { practiceId, scopeHash: mode.scopeHash },
      }),
    ),
  withdraw: (mode: OpenModeView, practiceId: string) =>
    view<OpenModeView>(
      doors.POST('/api/open-modes/{id}/withdraw', {
        params: { path: { id: mode.id } },
        body: { practiceId },
      }),
    ),
  remark: (wish: RemarkWish) => view<FigureRemarkView>(doors.POST('/api/figure-remarks', { body: wish })),
  withdrawRemark: (remark: FigureRemarkView) =>
    view<FigureRemarkView>(
      doors.POST('/api/figure-remarks/{id}/withdraw', {
        params: { path: { id: remark.id } },
        ...ifMatch(remark.version),
      }),
    ),
};

export type OwnExport = 'xlsx' | 'csv' | 'pptx' | 'datapackage';
/** Addresses of files; the browser keeps them under the server's name. */
export const ownExportHref = (wish: FigureWish, format: OwnExport): string =>
  `/api/figures/own/export?${new URLSearchParams({ ...asked({ ...wish }), format })}`;
export const groupExportHref = (groupId: string, format: 'pptx' | 'xlsx'): string =>
  `/api/groups/${groupId}/figures/export?format=${format}`;
export const funnelExportHref = (
  { overdispersion, ...wish }: FunnelWish,
  format: 'xlsx' | 'csv' | 'pptx',
): string =>
  `/api/figures/funnel/export?${new URLSearchParams({ ...asked({ ...wish, overdispersion: String(overdispersion) }), format })}`;
/** Where a figure comes from, in the words of the W3C (PROV-JSON). */
export const provenanceHref = (figureId: string): string => `/api/figures/${figureId}/prov`;
