import { queryOptions } from '@tanstack/react-query';
import type {
  DateFit,
  DepartmentDatesView,
  DepartmentView,
  DepartmentVoteView,
  DialogueYearSummaryView,
  DialogueYearView,
  PassOnView,
} from '#libs/contracts';
import { api, ifMatch, view } from '../../../lib/api';
import { ZONE } from '../../../lib/format';

export const departmentsQuery = queryOptions({
  queryKey: ['departments'],
  queryFn: ({ signal }) => view<DepartmentView[]>(api.GET('/api/departments', { signal })),
});
export const yearsQuery = queryOptions({
  queryKey: ['dialogue-years'],
  queryFn: ({ signal }) => view<DialogueYearSummaryView[]>(api.GET('/api/dialogue-years', { signal })),
});
export const yearQuery = (id: string) =>
  queryOptions({
    queryKey: ['dialogue-year', id],
    queryFn: ({ signal }) =>
      view<DialogueYearView>(api.GET('/api/dialogue-years/{id}', { ...at(id), signal })),
  });
export const voteQuery = (yearId: string, practiceId: string) =>
  queryOptions({
    queryKey: ['department-vote', yearId, practiceId],
    queryFn: ({ signal }) =>
      view<DepartmentVoteView>(
        api.GET('/api/dialogue-years/{id}/votes/{practiceId}', {
          params: { path: { id: yearId, practiceId } },
          signal,
        }),
      ),
  });
export const departmentDatesQuery = (yearDepartmentId: string) =>
  queryOptions({
    queryKey: ['department-dates', yearDepartmentId],
    queryFn: ({ signal }) =>
      view<DepartmentDatesView>(
        api.GET('/api/department-dates/{yearDepartmentId}', {
          params: { path: { yearDepartmentId } },
          signal,
        }),
      ),
  });
export const passOnQuery = (yearId: string) =>
  queryOptions({
    queryKey: ['pass-on', yearId],
    queryFn: ({ signal }) =>
      view<PassOnView>(api.GET('/api/dialogue-years/{id}/pass-on', { ...at(yearId), signal })),
  });

const at = (id: string) => ({ params: { path: { id } } });

export interface DepartmentWish {
  name: string;
  hospital: string | null;
  phone: string | null;
  phoneHours: string | null;
  adviceConsult: string | null;
  agreementUrl: string | null;
  contact: { name: string; email: string } | null;
}
export const departmentDoors = {
  create: (body: DepartmentWish) => view<DepartmentView>(api.POST('/api/departments', { body })),
  change: (id: string, version: number, body: Partial<DepartmentWish>) =>
    view<DepartmentView>(api.PATCH('/api/departments/{id}', { ...at(id), ...ifMatch(version), body })),
  archive: (id: string) => api.DELETE('/api/departments/{id}', at(id)),
  restore: (id: string) =>
    view<DepartmentView>(api.PATCH('/api/departments/{id}', { ...at(id), body: { archived: false } })),
};

export interface DateWish {
  date: string;
  startTime: string;
  endTime: string;
}
export interface Place {
  dateId: string;
  yearDepartmentId: string;
}
/** The changes of a year; each answers with the year as it is then. */
export const yearDoors = {
  create: (year: number) => view<DialogueYearView>(api.POST('/api/dialogue-years', { body: { year } })),
  change: (
    id: string,
    version: number,
    body: { voteUntil?: string; preferUntil?: string; coordinator?: { name: string; email: string } | null },
  ) =>
    view<DialogueYearView>(api.PATCH('/api/dialogue-years/{id}', { ...at(id), ...ifMatch(version), body })),
  addDate: (id: string, version: number, body: DateWish) =>
    view<DialogueYearView>(
      api.POST('/api/dialogue-years/{id}/dates', { ...at(id), ...ifMatch(version), body }),
    ),
  changeDate: (id: string, version: number, dateId: string, body: DateWish) =>
    view<DialogueYearView>(
      api.PATCH('/api/dialogue-years/{id}/dates/{dateId}', {
        params: { path: { id, dateId } },
        ...ifMatch(version),
        body,
      }),
    ),
  removeDate: (id: string, version: number, dateId: string) =>
    view<DialogueYearView>(
      api.DELETE('/api/dialogue-years/{id}/dates/{dateId}', {
        params: { path: { id, dateId } },
        ...ifMatch(version),
      }),
    ),
  setDepartments: (id: string, version: number, departmentIds: string[]) =>
    view<DialogueYearView>(
      api.PUT('/api/dialogue-years/{id}/departments', {
        ...at(id),
        ...ifMatch(version),
        body: { departmentIds },
      }),
    ),
  openVote: (id: string, version: number, voteUntil?: string) =>
    view<DialogueYearView>(
      api.POST('/api/dialogue-years/{id}/open-vote', {
        ...at(id),
        ...ifMatch(version),
        body: voteUntil === undefined ? {} : { voteUntil },
      }),
    ),
  ask: (id: string, version: number, body: { yearDepartmentIds?: string[]; preferUntil?: string }) =>
    view<DialogueYearView>(
      api.POST('/api/dialogue-years/{id}/ask', { ...at(id), ...ifMatch(version), body }),
    ),
  confirm: (id: string, version: number, places: Place[]) =>
    view<DialogueYearView>(
      api.POST('/api/dialogue-years/{id}/confirm', { ...at(id), ...ifMatch(version), body: { places } }),
    ),
};

export const taskDoors = {
  vote: (yearId: string, practiceId: string, version: number, ranking: string[]) =>
    view<DepartmentVoteView>(
      api.PUT('/api/dialogue-years/{id}/votes/{practiceId}', {
        params: { path: { id: yearId, practiceId } },
        ...ifMatch(version),
        body: { ranking },
      }),
    ),
  dates: (
    yearDepartmentId: string,
    version: number,
    body: { answers: { dateId: string; fit: DateFit }[]; note: string | null; confirmed?: boolean },
  ) =>
    view<DepartmentDatesView>(
      api.PUT('/api/department-dates/{yearDepartmentId}', {
        params: { path: { yearDepartmentId } },
        ...ifMatch(version),
        body,
      }),
    ),
  passOn: (yearId: string) => view<PassOnView>(api.POST('/api/dialogue-years/{id}/pass-on', at(yearId))),
};

/** A day so many days from now, as `2027-02-09` in the practices' zone. */
export function dayAhead(days: number): string {
  const day = new Date(Date.now() + days * 86_400_000);
  return new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE }).format(day);
}
