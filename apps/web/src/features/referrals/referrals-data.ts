import { queryOptions } from '@tanstack/react-query';
import type {
  ReferralActionView,
  ReferralAddedView,
  ReferralAvoidable,
  ReferralCourseView,
  ReferralField,
  ReferralForm,
  ReferralGround,
  ReferralHomeView,
  ReferralKind,
  ReferralPreviewView,
  ReferralSettingsView,
  ReferralTimeView,
  ReferralWeekState,
  ReferralWeekView,
} from '#libs/contracts';
import { api, fileBody, ifMatch, view } from '../../lib/api';

/** Everything of one practice. */
export const referralsKey = (id: string) => ['referrals', id] as const;
export const weekKey = (id: string, week: string) => [...referralsKey(id), 'week', week] as const;

const at = (id: string) => ({ params: { path: { id } } });

export const homeQuery = (id: string) =>
  queryOptions({
    queryKey: [...referralsKey(id), 'home'],
    queryFn: ({ signal }) =>
      view<ReferralHomeView>(api.GET('/api/practices/{id}/referrals', { ...at(id), signal })),
  });

export const weekQuery = (id: string, week: string) =>
  queryOptions({
    queryKey: weekKey(id, week),
    queryFn: ({ signal }) =>
      view<ReferralWeekView>(
        api.GET('/api/practices/{id}/referrals/weeks/{week}', { params: { path: { id, week } }, signal }),
      ),
  });

export const courseQuery = (id: string, kind: ReferralKind) =>
  queryOptions({
    queryKey: [...referralsKey(id), 'course', kind],
    queryFn: ({ signal }) =>
      view<ReferralCourseView>(
        api.GET('/api/practices/{id}/referrals/course', {
          params: { path: { id }, query: { kind } },
          signal,
        }),
      ),
  });

export const actionsQuery = (id: string) =>
  queryOptions({
    queryKey: [...referralsKey(id), 'actions'],
    queryFn: ({ signal }) =>
      view<ReferralActionView[]>(api.GET('/api/practices/{id}/referrals/actions', { ...at(id), signal })),
  });

export const settingsQuery = (id: string) =>
  queryOptions({
    queryKey: [...referralsKey(id), 'settings'],
    queryFn: ({ signal }) =>
      view<ReferralSettingsView>(api.GET('/api/practices/{id}/referrals/settings', { ...at(id), signal })),
  });

export interface Judgement {
  avoidable: ReferralAvoidable;
  otherApproach: boolean;
  ground: ReferralGround | null;
  remark: string;
}
export interface Added {
  week?: string | null;
  gpId: string;
  kind: ReferralKind;
  specialism: string;
  reason: string;
  timeOut?: boolean;
}
export interface ItemChange {
  gpId?: string;
  kind?: ReferralKind;
  specialism?: string;
  reason?: string;
  timeOut?: boolean;
  remarkable?: boolean | null;
  conclusion?: string;
  confirmed?: boolean;
}
export type Mapping = Record<string, ReferralField | null>;
export interface Moment {
  form: ReferralForm;
  weekday: number | null;
  time: string;
  fromWeek?: string | null;
  remind: boolean;
}
interface NewAction {
  text: string;
  ownerId: string;
  dueOn: string;
  referralId?: string | null;
  confirmed: boolean;
}
type ActionChange = Partial<Omit<NewAction, 'referralId'>> & { state?: ReferralActionView['state'] };

const item = (id: string, referralId: string) => ({ params: { path: { id, referralId } } });

/** Every door of a practice's review. */
export const referralDoors = {
  judge: (
    id: string,
    referralId: string,
    body: Judgement & { confirmed: boolean },
  ): Promise<ReferralWeekView> =>
    view(
      api.PUT('/api/practices/{id}/referrals/items/{referralId}/judgement', {
        ...item(id, referralId),
        body,
      }),
    ),
  unjudge: (id: string, referralId: string): Promise<ReferralWeekView> =>
    view(api.DELETE('/api/practices/{id}/referrals/items/{referralId}/judgement', item(id, referralId))),
  change: (id: string, referralId: string, body: ItemChange, version: number): Promise<ReferralWeekView> =>
    view(
      api.PATCH('/api/practices/{id}/referrals/items/{referralId}', {
        ...item(id, referralId),
        ...ifMatch(version),
        body,
      }),
    ),
  remove: (id: string, referralId: string): Promise<void> =>
    view(api.DELETE('/api/practices/{id}/referrals/items/{referralId}', item(id, referralId))),
  move: (id: string, week: string, state: ReferralWeekState, version: number): Promise<ReferralWeekView> =>
    view(
      api.PUT('/api/practices/{id}/referrals/weeks/{week}/state', {
        params: { path: { id, week } },
        ...ifMatch(version),
        body: { state },
      }),
    ),
  preview: (id: string, text: string, mapping?: Mapping): Promise<ReferralPreviewView> =>
    view(api.POST('/api/practices/{id}/referrals/preview', { ...at(id), body: { text, mapping } })),
  previewFile: (id: string, file: File, mapping?: Mapping): Promise<ReferralPreviewView> =>
    view(
      api.POST('/api/practices/{id}/referrals/preview-file', {
        ...at(id),
        ...fileBody(file, mapping && { mapping: JSON.stringify(mapping) }),
      }),
    ),
  add: (
    id: string,
    week: string,
    body: { referrals: Added[]; source: 'list' | 'note'; confirmed?: boolean; mapping?: Mapping },
  ): Promise<ReferralAddedView> =>
    view(
      api.POST('/api/practices/{id}/referrals/weeks/{week}/referrals', {
        params: { path: { id, week } },
        body,
      }),
    ),
  takeBack: (id: string, batchId: string): Promise<void> =>
    view(
      api.DELETE('/api/practices/{id}/referrals/batches/{batchId}', { params: { path: { id, batchId } } }),
    ),
  start: (id: string): Promise<ReferralTimeView> =>
    view(api.POST('/api/practices/{id}/referrals/clock/start', at(id))),
  stop: (id: string): Promise<ReferralTimeView> =>
    view(api.POST('/api/practices/{id}/referrals/clock/stop', at(id))),
  addMinutes: (id: string, minutes: number): Promise<ReferralTimeView> =>
    view(api.POST('/api/practices/{id}/referrals/minutes', { ...at(id), body: { minutes } })),
  setMinutes: (
    id: string,
    referralTimeId: string,
    minutes: number,
    version: number,
  ): Promise<ReferralTimeView> =>
    view(
      api.PATCH('/api/practices/{id}/referrals/minutes/{referralTimeId}', {
        params: { path: { id, referralTimeId } },
        ...ifMatch(version),
        body: { minutes },
      }),
    ),
  addAction: (id: string, body: NewAction): Promise<ReferralActionView[]> =>
    view(api.POST('/api/practices/{id}/referrals/actions', { ...at(id), body })),
  changeAction: (
    id: string,
    referralActionId: string,
    body: ActionChange,
    version?: number,
  ): Promise<ReferralActionView[]> =>
    view(
      api.PATCH('/api/practices/{id}/referrals/actions/{referralActionId}', {
        params: { path: { id, referralActionId } },
        ...(version === undefined ? {} : ifMatch(version)),
        body,
      }),
    ),
  setGoal: (
    id: string,
    body: {
      about: 'referrals' | 'time-outs';
      baselineFrom: string;
      baselineTo: string;
      percent: number | null;
    },
    version?: number,
  ): Promise<ReferralCourseView> =>
    view(
      api.PUT('/api/practices/{id}/referrals/goal', {
        ...at(id),
        ...(version === undefined ? {} : ifMatch(version)),
        body,
      }),
    ),
  dropGoal: (id: string, about: 'referrals' | 'time-outs'): Promise<ReferralCourseView> =>
    view(api.DELETE('/api/practices/{id}/referrals/goal', { params: { path: { id }, query: { about } } })),
  settings: (
    id: string,
    body: { moments?: Moment[]; participants?: string[] },
    version: number,
  ): Promise<ReferralSettingsView> =>
    view(api.PUT('/api/practices/{id}/referrals/settings', { ...at(id), ...ifMatch(version), body })),
};

/** Where the log is fetched from. */
export const logHref = (id: string, format: 'xlsx' | 'csv') =>
  `/api/practices/${id}/referrals/log?format=${format}`;
