import { type RouteObject, redirect } from 'react-router';
import { type PageHandle, needs, page } from '../../app/page';

const figures = { width: 'figures' } satisfies PageHandle;
const full = { width: 'full' } satisfies PageHandle;

export const intervisionRoutes: RouteObject[] = [
  {
    index: true,
    handle: needs('rounds.read', 'rounds.answer', 'groups.read'),
    lazy: page(() => import('./overview-page'), ['intervision', 'group']),
  },
  {
    path: 'rondes/nieuw',
    handle: needs('rounds.manage'),
    lazy: page(() => import('./new-round-page'), ['intervision']),
  },
  {
    path: 'niet-samen',
    handle: needs('rounds.manage'),
    lazy: page(() => import('./forbidden-pairs-page'), ['intervision']),
  },
  {
    path: 'rondes/:id',
    handle: figures,
    lazy: page(() => import('./editor/set-up-page'), ['intervision', 'rounds']),
  },
  {
    path: 'rondes/:id/antwoorden',
    handle: figures,
    lazy: page(() => import('./answers/answers-page'), ['intervision', 'rounds']),
  },
  {
    // By phone: the page a practice answers on, opened by the coordinator.
    path: 'rondes/:id/antwoorden/:practiceId',
    loader: ({ params }) => redirect(`/taak/ronde/${params['id']}/${params['practiceId']}?telefoon=1`),
  },
  {
    path: 'rondes/:id/indeling',
    handle: { ...full, ...needs('rounds.manage') },
    lazy: page(() => import('./board/board-page'), ['intervision', 'board', 'terms']),
  },
  {
    path: 'rondes/:id/groepen',
    handle: figures,
    lazy: page(() => import('./publish/groups-page'), ['intervision', 'board']),
  },
];

/** Pages of one task, without sidebar (components/task-page); also reached with a task link. */
export const intervisionTaskRoutes: RouteObject[] = [];
