import type { QueryClient } from '@tanstack/react-query';
import {
    createRootRouteWithContext,
    createRoute,
    createRouter,
    lazyRouteComponent,
    Outlet,
    redirect,
} from '@tanstack/react-router';
import { ApiError } from './lib/api/client';
import { type CaseOrder, caseOrders, meQuery } from './lib/api/queries';
import { type CaseStatus, caseStatuses } from './lib/api/types';
import { catalogQuery } from './lib/data/catalog';
import { filtersFrom, filtersTo, sortFrom, sortTo } from './lib/data/filter';
import { NotFound, RouteError } from './lib/ui/Failure';
import { Loading } from './lib/ui/Loading';
import { CasePage } from './routes/case/CasePage';
import { CasesPage } from './routes/cases/CasesPage';
import { Shell } from './routes/Shell';
import { SignIn } from './routes/SignIn';

interface Context {
    client: QueryClient;
}

const rootRoute = createRootRouteWithContext<Context>()({ component: Outlet, notFoundComponent: NotFound });

/** Only a path of our own is followed after the sign-in. */
export function safeNext(next: unknown): string | undefined {
    return typeof next === 'string' && /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in') ? next : undefined;
}

const signInRoute = createRoute({
    getParentRoute: () => rootRoute,
    path: '/sign-in',
    component: SignIn,
    validateSearch: (search: Record<string, unknown>): { next?: string } => {
        const next = safeNext(search.next);
        return next === undefined ? {} : { next };
    },
});

const shellRoute = createRoute({
    getParentRoute: () => rootRoute,
    id: 'shell',
    component: Shell,
    beforeLoad: async ({ context, location }) => {
        try {
            await context.client.ensureQueryData(meQuery);
        } catch (error) {
            if (error instanceof ApiError && error.status === 401) {
                const next = safeNext(location.href);
                throw redirect({ to: '/sign-in', search: next && next !== '/' ? { next } : {} });
            }
            throw error;
        }
    },
});

const homeRoute = createRoute({
    getParentRoute: () => shellRoute,
    path: '/',
    beforeLoad: () => {
        throw redirect({ to: '/cases', search: {} });
    },
});

export interface CasesSearch {
    status?: CaseStatus;
    number?: string;
    order?: CaseOrder;
    ascending?: boolean;
}

function oneOf<T extends string>(values: readonly T[], value: unknown): T | undefined {
    return values.find((known) => known === value);
}

const casesRoute = createRoute({
    getParentRoute: () => shellRoute,
    path: '/cases',
    component: CasesPage,
    validateSearch: (search: Record<string, unknown>): CasesSearch => {
        const status = oneOf(caseStatuses, search.status);
        const order = oneOf(caseOrders, search.order);
        return {
            ...(status && { status }),
            ...(search.number !== undefined && search.number !== '' && { number: String(search.number) }),
            ...(order && { order }),
            ...(search.ascending === true && { ascending: true }),
        };
    },
});

const caseRoute = createRoute({
    getParentRoute: () => shellRoute,
    path: '/cases/$caseId',
    component: CasePage,
});

const scanRoute = createRoute({
    getParentRoute: () => shellRoute,
    path: '/cases/$caseId/scans/$fileId',
    component: lazyRouteComponent(() => import('./routes/scan/ScanPage'), 'ScanPage'),
});

const dataRoute = createRoute({
    getParentRoute: () => shellRoute,
    path: '/data',
    loader: ({ context }) => {
        void context.client.prefetchQuery(catalogQuery);
    },
    component: lazyRouteComponent(() => import('./routes/data/DataPage'), 'DataPage'),
});

const dataHomeRoute = createRoute({
    getParentRoute: () => dataRoute,
    path: '/',
    component: lazyRouteComponent(() => import('./routes/data/DataPage'), 'DataHome'),
});

const rowTabs = ['values', 'related', 'history', 'trail'] as const;
export type RowTab = (typeof rowTabs)[number];

export interface DataSearch {
    /** Filters, each `[column, operator, …values]`; those on personal data are never in the address. */
    where?: string[][];
    /** `last_name,-created_at` */
    sort?: string;
    trash?: boolean;
    tab?: RowTab;
}

const resourceRoute = createRoute({
    getParentRoute: () => dataRoute,
    path: '$resource',
    component: lazyRouteComponent(() => import('./routes/data/ResourcePage'), 'ResourcePage'),
    validateSearch: (search: Record<string, unknown>): DataSearch => {
        const where = filtersTo(filtersFrom(search.where));
        const sort = sortTo(sortFrom(search.sort));
        const tab = oneOf(rowTabs, search.tab);
        return {
            ...(where.length > 0 && { where }),
            ...(sort !== '' && { sort }),
            ...(search.trash === true && { trash: true }),
            ...(tab && tab !== 'values' && { tab }),
        };
    },
});

const rowRoute = createRoute({
    getParentRoute: () => resourceRoute,
    path: '$rowId',
    component: lazyRouteComponent(() => import('./routes/data/RowPanel'), 'RowPanel'),
});

const docsRoute = createRoute({
    getParentRoute: () => rootRoute,
    path: '/api/docs',
    component: lazyRouteComponent(() => import('./routes/ApiDocs'), 'ApiDocs'),
});

const routes = rootRoute.addChildren([
    signInRoute,
    docsRoute,
    shellRoute.addChildren([
        homeRoute,
        casesRoute,
        caseRoute,
        scanRoute,
        dataRoute.addChildren([dataHomeRoute, resourceRoute.addChildren([rowRoute])]),
    ]),
]);

export function makeRouter(client: QueryClient) {
    return createRouter({
        routeTree: routes,
        context: { client },
        defaultPreload: 'intent',
        defaultErrorComponent: RouteError,
        defaultPendingComponent: Loading,
        defaultPendingMs: 200,
        defaultNotFoundComponent: NotFound,
        scrollRestoration: true,
    });
}

declare module '@tanstack/react-router' {
    interface Register {
        router: ReturnType<typeof makeRouter>;
    }
}
