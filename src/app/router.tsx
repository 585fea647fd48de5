import {
  createBrowserHistory,
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
} from '@tanstack/react-router';
import { LoadingPage, NotFoundPage, ScreenFailedPage } from './fallback-pages.tsx';
import {
  accountSearch,
  accountsSearch,
  auditSearch,
  commitmentsSearch,
  exitSearch,
  householdSearch,
  householdsSearch,
  leftBehindSearch,
  logSearch,
  measuresSearch,
  outboxSearch,
  overviewSearch,
  placeMeasuresSearch,
  progressSearch,
  questionsSearch,
  rootSearch,
  tokensSearch,
  visitsSearch,
  whySearch,
} from './search.ts';
import { Shell } from './shell.tsx';
import { VillageFrame } from './village-frame.tsx';

const root = createRootRoute({
  validateSearch: rootSearch,
  component: Shell,
  notFoundComponent: NotFoundPage,
});

const overview = createRoute({
  getParentRoute: () => root,
  path: '/',
  staticData: { action: 'viewVillage' },
  validateSearch: overviewSearch,
  component: lazyRouteComponent(() => import('#src/features/overview/overview-page.tsx'), 'OverviewPage'),
});

const placeMeasures = createRoute({
  getParentRoute: () => root,
  path: '/measures',
  staticData: { action: 'viewVillage' },
  validateSearch: placeMeasuresSearch,
  component: lazyRouteComponent(
    () => import('#src/features/place-measures/place-measures-page.tsx'),
    'PlaceMeasuresPage',
  ),
});
const village = createRoute({
  getParentRoute: () => root,
  path: '/villages/$villageId',
  staticData: { action: 'viewVillage' },
  component: VillageFrame,
});
const villageProgress = createRoute({
  getParentRoute: () => village,
  path: '/',
  validateSearch: progressSearch,
  component: lazyRouteComponent(() => import('#src/features/progress/progress-page.tsx'), 'ProgressPage'),
});
const villageLeftBehind = createRoute({
  getParentRoute: () => village,
  path: '/left-behind',
  staticData: { action: 'viewHousehold' },
  validateSearch: leftBehindSearch,
  component: lazyRouteComponent(
    () => import('#src/features/left-behind/left-behind-page.tsx'),
    'LeftBehindPage',
  ),
});
const villageMeasures = createRoute({
  getParentRoute: () => village,
  path: '/measures',
  validateSearch: measuresSearch,
  component: lazyRouteComponent(() => import('#src/features/measures/measures-page.tsx'), 'MeasuresPage'),
});
const villageWhy = createRoute({
  getParentRoute: () => village,
  path: '/why',
  validateSearch: whySearch,
  component: lazyRouteComponent(() => import('#src/features/why/why-page.tsx'), 'WhyPage'),
});
const villageHouseholds = createRoute({
  getParentRoute: () => village,
  path: '/households',
  staticData: { action: 'viewHousehold' },
  validateSearch: householdsSearch,
  component: lazyRouteComponent(
    () => import('#src/features/households/households-page.tsx'),
    'HouseholdsPage',
  ),
});
const villageProjects = createRoute({
  getParentRoute: () => village,
  path: '/projects',
  component: lazyRouteComponent(() => import('#src/features/projects/projects-page.tsx'), 'ProjectsPage'),
});
const villageVisits = createRoute({
  getParentRoute: () => village,
  path: '/visits',
  validateSearch: visitsSearch,
  component: lazyRouteComponent(() => import('#src/features/visits/visits-page.tsx'), 'VisitsPage'),
});
const villageExit = createRoute({
  getParentRoute: () => village,
  path: '/exit',
  staticData: { action: 'viewHousehold' },
  validateSearch: exitSearch,
  component: lazyRouteComponent(() => import('#src/features/exit/exit-page.tsx'), 'ExitPage'),
});
const villageQuestions = createRoute({
  getParentRoute: () => village,
  path: '/questions',
  staticData: { action: 'viewHousehold' },
  validateSearch: questionsSearch,
  component: lazyRouteComponent(() => import('#src/features/questions/questions-page.tsx'), 'QuestionsPage'),
});

const household = createRoute({
  getParentRoute: () => root,
  path: '/households/$householdId',
  staticData: { action: 'viewHousehold' },
  validateSearch: householdSearch,
  component: lazyRouteComponent(() => import('#src/features/household/household-page.tsx'), 'HouseholdPage'),
});
const project = createRoute({
  getParentRoute: () => root,
  path: '/projects/$projectId',
  staticData: { action: 'viewVillage' },
  component: lazyRouteComponent(() => import('#src/features/projects/project-page.tsx'), 'ProjectPage'),
});
const visit = createRoute({
  getParentRoute: () => root,
  path: '/visits/$visitId',
  staticData: { action: 'viewVillage' },
  component: lazyRouteComponent(() => import('#src/features/visits/visit-page.tsx'), 'VisitPage'),
});
const log = createRoute({
  getParentRoute: () => root,
  path: '/log',
  staticData: { action: 'recordVisit' },
  validateSearch: logSearch,
  component: lazyRouteComponent(() => import('#src/features/log-visit/log-visit-page.tsx'), 'LogVisitPage'),
});
const outbox = createRoute({
  getParentRoute: () => root,
  path: '/outbox',
  validateSearch: outboxSearch,
  component: lazyRouteComponent(() => import('#src/features/outbox/outbox-page.tsx'), 'OutboxPage'),
});
const phoneLock = createRoute({
  getParentRoute: () => root,
  path: '/phone-lock',
  component: lazyRouteComponent(
    () => import('#src/features/phone-lock/phone-lock-page.tsx'),
    'PhoneLockPage',
  ),
});
const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  staticData: { action: 'viewAudit' },
  validateSearch: auditSearch,
  component: lazyRouteComponent(() => import('#src/features/audit/audit-page.tsx'), 'AuditPage'),
});

const commitments = createRoute({
  getParentRoute: () => root,
  path: '/commitments',
  staticData: { action: 'viewVillage' },
  validateSearch: commitmentsSearch,
  component: lazyRouteComponent(
    () => import('#src/features/commitments/commitments-page.tsx'),
    'CommitmentsPage',
  ),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  staticData: { action: 'anyone' },
  component: lazyRouteComponent(() => import('#src/features/session/invitation-page.tsx'), 'InvitationPage'),
});
const accounts = createRoute({
  getParentRoute: () => root,
  path: '/accounts',
  staticData: { action: 'manageAccounts' },
  validateSearch: accountsSearch,
  component: lazyRouteComponent(() => import('#src/features/accounts/accounts-page.tsx'), 'AccountsPage'),
});
const invite = createRoute({
  getParentRoute: () => root,
  path: '/accounts/invite',
  staticData: { action: 'manageAccounts' },
  component: lazyRouteComponent(() => import('#src/features/accounts/invite-page.tsx'), 'InvitePage'),
});
const account = createRoute({
  getParentRoute: () => root,
  path: '/accounts/$accountId',
  staticData: { action: 'manageAccounts' },
  validateSearch: accountSearch,
  component: lazyRouteComponent(() => import('#src/features/accounts/account-page.tsx'), 'AccountPage'),
});
const tokens = createRoute({
  getParentRoute: () => root,
  path: '/accounts/tokens',
  staticData: { action: 'manageAccounts' },
  validateSearch: tokensSearch,
  component: lazyRouteComponent(() => import('#src/features/accounts/tokens-page.tsx'), 'TokensPage'),
});

const routeTree = root.addChildren([
  overview,
  placeMeasures,
  village.addChildren([
    villageProgress,
    villageLeftBehind,
    villageWhy,
    villageMeasures,
    villageHouseholds,
    villageProjects,
    villageVisits,
    villageExit,
    villageQuestions,
  ]),
  household,
  project,
  visit,
  log,
  commitments,
  outbox,
  phoneLock,
  audit,
  invitation,
  accounts,
  invite,
  account,
  tokens,
]);

/** The demo runs on any static host, which knows no paths: there the place stands behind the #. */
const defaultHistory = (): RouterHistory =>
  import.meta.env.MODE === 'demo' ? createHashHistory() : createBrowserHistory();

/** Every view of the product, each with its link. */
export function createAppRouter(history: RouterHistory = defaultHistory()) {
  const router = createRouter({
    routeTree,
    history,
    defaultPreload: 'intent',
    defaultPendingComponent: LoadingPage,
    defaultErrorComponent: ScreenFailedPage,
    scrollRestoration: true,
  });
  // The page that the link asks for is fetched while the frame is being drawn, and not after it.
  const [asked] = router.getMatchedRoutes(router.latestLocation.pathname);
  for (const { options } of asked) options.component?.preload?.();
  return router;
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
