/**
 * Every page and its address. English mirrors the Chinese paths under /en.
 */

import { type ComponentType, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { HomePage } from './portals/public/home-page.tsx'
import { MissingPage, SoonPage } from './portals/public/missing-page.tsx'
import type { PublicRoutesProps } from './portals/public/public-routes.tsx'
import { lazyPage } from './ui/lazy-page.tsx'

/** The workbench is drawn in the browser alone; the server does not carry its component kit. */
const OfficerRoutes = import.meta.env.SSR
  ? () => null
  : lazyPage(() => import('./portals/officer/officer-routes.tsx').then((module) => module.OfficerRoutes))
const FlowPages = lazyPage(() =>
  import('./portals/applicant/flow-pages.tsx').then((module) => module.FlowPages),
)
const CasesPage = lazyPage(() =>
  import('./portals/applicant/cases-page.tsx').then((module) => module.CasesPage),
)
const CasePage = lazyPage(() =>
  import('./portals/applicant/cases-page.tsx').then((module) => module.CasePage),
)
const FileRoutes = lazyPage(() =>
  import('./portals/applicant/files/file-routes.tsx').then((module) => module.FileRoutes),
)
const MessagesPage = lazyPage(() =>
  import('./portals/applicant/messages-page.tsx').then((module) => module.MessagesPage),
)
const PaperPage = lazyPage(() =>
  import('./portals/applicant/paper-page.tsx').then((module) => module.PaperPage),
)
const ObservePage = lazyPage(() =>
  import('./portals/applicant/observe/observe-page.tsx').then((module) => module.ObservePage),
)
const HostPage = lazyPage(() => import('./portals/applicant/host-page.tsx').then((module) => module.HostPage))
const ProjectRoutes = lazyPage(() =>
  import('./portals/applicant/projects/project-routes.tsx').then((module) => module.ProjectRoutes),
)
const SharedPlanPage = lazyPage(() =>
  import('./portals/applicant/projects/plan-page.tsx').then((module) => module.SharedPlanPage),
)
const PrintPage = lazyPage(() => import('./portals/public/print-page.tsx').then((module) => module.PrintPage))

/** Pages that are handed in: at once where they are rendered, loaded on demand where they are read. */
interface AppProps {
  readonly PublicRoutes: ComponentType<PublicRoutesProps>
  readonly StartPage: ComponentType
}

export function App(handed: AppProps) {
  return (
    <Switch>
      <Route path="/work/*?">
        <OfficerRoutes />
      </Route>
      <Route path="/en/*?">
        <Pages base="/en" {...handed} />
      </Route>
      <Route>
        <Pages base="" {...handed} />
      </Route>
    </Switch>
  )
}

/** Addresses of the public pages that are loaded when they are read. */
const publicPaths =
  'business build services services/:id verify verify/:number name stats ledger help accessibility privacy voice voice/answers voice/:number space space/need need/:token offer/:token space/:id open-days open-days/:round ask/:token survey/:token'.split(
    ' ',
  )

/** Addresses of one's own cases and of the library; they speak Chinese, in English the list has registrations alone. */
const filePaths = ['/my', '/my/cases', '/my/files', '/my/files/*', '/my/evidence']

/** Pages of whoever is signed in, and of the machine that prints; they need nothing from their address. */
const pages = [
  ['my', CasesPage],
  ['my/cases', CasesPage],
  ['my/messages', MessagesPage],
  ['print', PrintPage],
] as const

function Pages({ base, PublicRoutes, StartPage }: AppProps & { readonly base: string }) {
  return (
    <Switch>
      <Route path={base === '' ? '/' : base}>
        <HomePage />
      </Route>
      {publicPaths.map((path) => (
        <Route key={path} path={`${base}/${path}`}>
          <Suspense fallback={<main />}>
            <PublicRoutes base={base} />
          </Suspense>
        </Route>
      ))}
      <Route path={`${base}/policies`}>
        <SoonPage name="policies" />
      </Route>
      {base === '' &&
        filePaths.map((path) => (
          <Route key={path} path={path}>
            <FileRoutes />
          </Route>
        ))}
      {base === '' && (
        <Route path="/my/observe">
          <ObservePage />
        </Route>
      )}
      {pages.map(([path, Page]) => (
        <Route key={path} path={`${base}/${path}`}>
          <Page />
        </Route>
      ))}
      <Route path={`${base}/apply/company`}>
        <Suspense fallback={<main />}>
          <StartPage />
        </Suspense>
      </Route>
      <Route path={`${base}/apply/company/:page`}>{({ page }) => <FlowPages page={page} />}</Route>
      <Route path={`${base}/sign/:token`}>{({ token }) => <PaperPage token={token} />}</Route>
      <Route path={`${base}/host/:token`}>{({ token }) => <HostPage token={token} />}</Route>
      {['build/new/*?', 'my/projects/*?'].map((path) => (
        <Route key={path} path={`${base}/${path}`}>
          <ProjectRoutes base={base} />
        </Route>
      ))}
      <Route path={`${base}/plan/:token`}>{({ token }) => <SharedPlanPage token={token} />}</Route>
      <Route path={`${base}/my/cases/:id`}>{({ id }) => <CasePage id={id} />}</Route>
      <Route>
        <MissingPage />
      </Route>
    </Switch>
  )
}
