/**
 * Every page and its address. English mirrors the Chinese paths under /en.
 */

import { type ComponentType, lazy, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { CasePage, CasesPage } from './portals/applicant/cases-page.tsx'
import { CheckPage } from './portals/applicant/check-page.tsx'
import { DonePage } from './portals/applicant/done-page.tsx'
import { FlowPage, isStep } from './portals/applicant/flow-page.tsx'
import { SignPage } from './portals/applicant/sign-page.tsx'
import { ResumePage, StartPage } from './portals/applicant/start-page.tsx'
import { HomePage } from './portals/public/home-page.tsx'
import { MissingPage, SoonPage } from './portals/public/missing-page.tsx'
import type { PublicRoutesProps } from './portals/public/public-routes.tsx'

const OfficerRoutes = lazy(() =>
  import('./portals/officer/officer-routes.tsx').then((module) => ({ default: module.OfficerRoutes })),
)

const MessagesPage = lazy(() =>
  import('./portals/applicant/messages-page.tsx').then((module) => ({ default: module.MessagesPage })),
)
const PaperPage = lazy(() =>
  import('./portals/applicant/paper-page.tsx').then((module) => ({ default: module.PaperPage })),
)
const PrintPage = lazy(() =>
  import('./portals/public/print-page.tsx').then((module) => ({ default: module.PrintPage })),
)

/** Pages that are handed in: at once where they are rendered, loaded on demand where they are read. */
interface AppProps {
  readonly PublicRoutes: ComponentType<PublicRoutesProps>
}

export function App({ PublicRoutes }: AppProps) {
  return (
    <Switch>
      <Route path="/work/*?">
        <Suspense fallback={<main />}>
          <OfficerRoutes />
        </Suspense>
      </Route>
      <Route path="/en/*?">
        <Pages base="/en" PublicRoutes={PublicRoutes} />
      </Route>
      <Route>
        <Pages base="" PublicRoutes={PublicRoutes} />
      </Route>
    </Switch>
  )
}

/** Addresses of the public pages that are loaded when they are read. */
const publicPaths =
  'business build services services/:id verify verify/:number name stats ledger help accessibility privacy'.split(
    ' ',
  )

function Pages({ base, PublicRoutes }: AppProps & { readonly base: string }) {
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
      {(['space', 'policies', 'listen'] as const).map((name) => (
        <Route key={name} path={`${base}/${name}`}>
          <SoonPage name={name} />
        </Route>
      ))}
      <Route path={`${base}/apply/company`}>
        <StartPage />
      </Route>
      <Route path={`${base}/apply/company/:page`}>{({ page }) => <FlowPageOf page={page} />}</Route>
      <Route path={`${base}/sign/:token`}>
        {({ token }) => (
          <Suspense fallback={<main />}>
            <PaperPage token={token} />
          </Suspense>
        )}
      </Route>
      <Route path={`${base}/my/messages`}>
        <Suspense fallback={<main />}>
          <MessagesPage />
        </Suspense>
      </Route>
      <Route path={`${base}/my`}>
        <CasesPage />
      </Route>
      <Route path={`${base}/my/cases`}>
        <CasesPage />
      </Route>
      <Route path={`${base}/my/cases/:id`}>{({ id }) => <CasePage id={id} />}</Route>
      <Route path={`${base}/print`}>
        <Suspense fallback={<main />}>
          <PrintPage />
        </Suspense>
      </Route>
      <Route>
        <MissingPage />
      </Route>
    </Switch>
  )
}

function FlowPageOf({ page }: { readonly page: string }) {
  if (isStep(page)) return <FlowPage key={page} step={page} />
  if (page === 'check') return <CheckPage />
  if (page === 'sign') return <SignPage />
  if (page === 'done') return <DonePage />
  return page === 'resume' ? <ResumePage /> : <MissingPage />
}
