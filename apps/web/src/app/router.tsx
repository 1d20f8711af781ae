import { type RouteObject, createBrowserRouter, redirect } from 'react-router';
import { accountRoutes, ownDataRoutes } from '../features/account/routes';
import { adminRoutes } from '../features/admin/routes';
import { answerRoutes } from '../features/answer/routes';
import { agendaRoutes, agendaTaskRoutes } from '../features/dialogue/agenda/routes';
import { deskRoutes } from '../features/dialogue/desk/routes';
import { handoutRoutes, handoutReadRoutes } from '../features/dialogue/handout/routes';
import { inboxRoutes } from '../features/dialogue/inbox/routes';
import { liveRoutes } from '../features/dialogue/live/routes';
import { sessionTaskRoutes } from '../features/dialogue/practice/routes';
import { sessionsRoutes } from '../features/dialogue/sessions/routes';
import { specialistRoutes } from '../features/dialogue/specialist/routes';
import { evaluationRoutes } from '../features/evaluation/routes';
import { GroupFrame } from '../features/group/group-frame';
import { groupRoutes } from '../features/group/routes';
import { helpRoutes } from '../features/help/routes';
import { homeRoutes } from '../features/home/routes';
import { intervisionRoutes, intervisionTaskRoutes } from '../features/intervision/routes';
import { mailboxRoutes } from '../features/mailbox/routes';
import { actionsRoutes } from '../features/meeting/actions/routes';
import { agreementRoutes } from '../features/meeting/agreement/routes';
import { attendanceRoutes } from '../features/meeting/attendance/routes';
import { meetingLiveRoutes } from '../features/meeting/live/routes';
import { methodsRoutes } from '../features/meeting/methods/routes';
import { MeetingFrame } from '../features/meeting/page/meeting-frame';
import { meetingRoutes, meetingsRoutes } from '../features/meeting/page/routes';
import { pollRoutes, pollTaskRoutes } from '../features/meeting/poll/routes';
import { preparationRoutes } from '../features/meeting/preparation/routes';
import { mirrorDataRoutes } from '../features/mirror/manage/routes';
import { definitionRoutes } from '../features/mirror/measures/routes';
import { figuresRoutes } from '../features/mirror/practice/routes';
import { practicesRoutes } from '../features/practices/routes';
import { referralsRoutes, referralsTaskRoutes } from '../features/referrals/routes';
import { setUpRoutes } from '../features/set-up/routes';
import { signInRoutes } from '../features/sign-in/routes';
import { resultsRoutes } from '../features/surveys/results/routes';
import { surveysRoutes } from '../features/surveys/routes';
import { taskLinkRoutes } from '../features/task-link/routes';
import { CrashPage, NotFoundPage } from './errors';
import { SignedIn } from './gate';
import { needs, type PageHandle } from './page';
import { Root } from './root';
import { Shell } from './shell';

/** A context's pages under its path, with a boundary of its own: an error in one page leaves the frame standing. */
const under = (path: string, children: RouteObject[], handle: PageHandle = {}): RouteObject => ({
  path,
  handle,
  ErrorBoundary: CrashPage,
  children: [...children, { path: '*', Component: NotFoundPage }],
});

export const router = createBrowserRouter([
  {
    Component: Root,
    ErrorBoundary: CrashPage,
    HydrateFallback: () => null,
    children: [
      // Without signing in.
      under('aanmelden', signInRoutes),
      under('instellen', setUpRoutes),
      under('taak', taskLinkRoutes),
      under('evaluatie', evaluationRoutes),
      under('collega', inboxRoutes),
      under('mailbox', mailboxRoutes),
      // Signed in, also with a task link: one task, no sidebar (components/task-page).
      {
        Component: SignedIn,
        ErrorBoundary: CrashPage,
        children: [
          ...answerRoutes,
          ...agendaTaskRoutes,
          ...sessionTaskRoutes,
          ...specialistRoutes,
          ...handoutReadRoutes,
          ...pollTaskRoutes,
          ...referralsTaskRoutes,
          { path: 'live/:sessionId', children: liveRoutes },
          { path: 'bijeenkomst/:meetingId/live', children: meetingLiveRoutes },
          {
            path: 'bijeenkomst/:meetingId',
            Component: MeetingFrame,
            children: [...meetingRoutes, ...agreementRoutes, ...preparationRoutes],
          },
          { path: 'intervisie', children: intervisionTaskRoutes },
          { path: 'intervisie', Component: GroupFrame, children: groupRoutes },
        ],
      },
      // Signed in, with the sidebar.
      {
        Component: SignedIn,
        children: [
          {
            Component: Shell,
            children: [
              {
                ErrorBoundary: CrashPage,
                children: [
                  ...homeRoutes,
                  under('intervisie', [
                    ...intervisionRoutes,
                    ...meetingsRoutes,
                    ...pollRoutes,
                    ...actionsRoutes,
                    ...attendanceRoutes,
                    ...methodsRoutes,
                  ]),
                  under(
                    'evaluaties',
                    [...surveysRoutes, ...resultsRoutes],
                    needs('surveys.read', 'surveys.manage'),
                  ),
                  under('spiegel', [
                    ...figuresRoutes,
                    {
                      path: 'beheer',
                      handle: needs('figures.load', 'figures.manage'),
                      children: mirrorDataRoutes,
                    },
                  ]),
                  under('definities', definitionRoutes),
                  under('verwijzingen', referralsRoutes, needs('referrals.review')),
                  under(
                    'dialoog',
                    [...agendaRoutes, ...handoutRoutes, ...sessionsRoutes, ...deskRoutes],
                    needs('dialogue.read', 'dialogue.manage'),
                  ),
                  under('praktijken', practicesRoutes),
                  under('beheer', adminRoutes),
                  under('sessies', accountRoutes),
                  under('mijn-gegevens', ownDataRoutes),
                  under('hulp', helpRoutes),
                ],
              },
            ],
          },
        ],
      },
      { path: 'postvak', loader: () => redirect('/mailbox') },
      { path: '*', Component: NotFoundPage },
    ],
  },
]);
