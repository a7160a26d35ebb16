/**
 * Every page and its address. English mirrors the Chinese paths under /en.
 */

import { lazy, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { CasePage, CasesPage } from './portals/applicant/cases-page.tsx'
import { CheckPage } from './portals/applicant/check-page.tsx'
import { DonePage } from './portals/applicant/done-page.tsx'
import { FlowPage, isStep } from './portals/applicant/flow-page.tsx'
import { SignPage } from './portals/applicant/sign-page.tsx'
import { ResumePage, StartPage } from './portals/applicant/start-page.tsx'
import { HomePage } from './portals/public/home-page.tsx'
import { LedgerPage } from './portals/public/ledger-page.tsx'
import { NamePage } from './portals/public/name-page.tsx'
import {
  AccessibilityPage,
  BusinessPage,
  HelpPage,
  MissingPage,
  PrivacyPage,
  SoonPage,
} from './portals/public/plain-pages.tsx'
import { StatsPage } from './portals/public/stats-page.tsx'
import { VerifiedPage, VerifyPage } from './portals/public/verify-page.tsx'

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

export function App() {
  return (
    <Switch>
      <Route path="/work/*?">
        <Suspense fallback={<main />}>
          <OfficerRoutes />
        </Suspense>
      </Route>
      <Route path="/en/*?">
        <Pages base="/en" />
      </Route>
      <Route>
        <Pages base="" />
      </Route>
    </Switch>
  )
}

function Pages({ base }: { readonly base: string }) {
  return (
    <Switch>
      <Route path={base === '' ? '/' : base}>
        <HomePage />
      </Route>
      <Route path={`${base}/business`}>
        <BusinessPage />
      </Route>
      {(['build', 'space', 'policies', 'listen'] as const).map((name) => (
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
      <Route path={`${base}/verify`}>
        <VerifyPage />
      </Route>
      <Route path={`${base}/verify/:number`}>{({ number }) => <VerifiedPage number={number} />}</Route>
      <Route path={`${base}/print`}>
        <Suspense fallback={<main />}>
          <PrintPage />
        </Suspense>
      </Route>
      <Route path={`${base}/name`}>
        <NamePage />
      </Route>
      <Route path={`${base}/stats`}>
        <StatsPage />
      </Route>
      <Route path={`${base}/ledger`}>
        <LedgerPage />
      </Route>
      <Route path={`${base}/help`}>
        <HelpPage />
      </Route>
      <Route path={`${base}/accessibility`}>
        <AccessibilityPage />
      </Route>
      <Route path={`${base}/privacy`}>
        <PrivacyPage />
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
