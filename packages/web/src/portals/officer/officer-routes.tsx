/**
 * The workbench of staff: log-in, and a page for each desk.
 */

import { Route, Switch } from 'wouter'
import { lazyPage } from '../../ui/lazy-page.tsx'
import { AuditPage } from './audit-page.tsx'
import { GrantsPage } from './grants-page.tsx'
import { LogInPage } from './log-in-page.tsx'
import { MissingDesk } from './missing-desk.tsx'
import { OperatorPage } from './operator-page.tsx'
import { OutboxPage } from './outbox-page.tsx'
import { OutreachPage } from './outreach-page.tsx'
import { QueuePage } from './queue-page.tsx'
import { ReviewPage } from './review-page.tsx'
import { WorkbenchPage } from './workbench-page.tsx'

/** On the component kit: loaded when they come. */
const CatalogueRoutes = lazyPage(() =>
  import('./catalogue/catalogue-routes.tsx').then((module) => module.CatalogueRoutes),
)
const DepartmentRoutes = lazyPage(() =>
  import('./department/department-routes.tsx').then((module) => module.DepartmentRoutes),
)
const StewardRoutes = lazyPage(() =>
  import('./steward/steward-routes.tsx').then((module) => module.StewardRoutes),
)
/** On the own kit: light enough to be kept on a phone. */
const VisitsPage = lazyPage(() =>
  import('./steward/visits/visits-page.tsx').then((module) => module.VisitsPage),
)
const FiguresRoutes = lazyPage(() =>
  import('./figures/figures-routes.tsx').then((module) => module.FiguresRoutes),
)
const StopsPage = lazyPage(() => import('./stops/stops-page.tsx').then((module) => module.StopsPage))

const LightsRoutes = lazyPage(() =>
  import('./lights/lights-routes.tsx').then((module) => module.LightsRoutes),
)
const SupervisionRoutes = lazyPage(() =>
  import('./supervision/supervision-routes.tsx').then((module) => module.SupervisionRoutes),
)
const LeadsRoutes = lazyPage(() => import('./leads/leads-routes.tsx').then((module) => module.LeadsRoutes))
const VoiceRoutes = lazyPage(() => import('./voice/voice-routes.tsx').then((module) => module.VoiceRoutes))
const SpaceRoutes = lazyPage(() => import('./space/space-routes.tsx').then((module) => module.SpaceRoutes))
const ListeningRoutes = lazyPage(() =>
  import('./listening/listening-routes.tsx').then((module) => module.ListeningRoutes),
)
const CounterRoutes = lazyPage(() =>
  import('./counter/counter-routes.tsx').then((module) => module.CounterRoutes),
)

/** Desks that are loaded when they come, with every page below them. */
const desks = [
  ['/work/counter/*?', CounterRoutes],
  ['/work/catalogue/*?', CatalogueRoutes],
  ['/work/space/*?', SpaceRoutes],
  ['/work/voice/*?', VoiceRoutes],
  ['/work/observers/*?', ListeningRoutes],
  ['/work/open-days/*?', ListeningRoutes],
  ['/work/questionnaires/*?', ListeningRoutes],
  ['/work/tours/*?', ListeningRoutes],
  ['/work/stops', StopsPage],
  ['/work/figures/*?', FiguresRoutes],
  ['/work/department/*?', DepartmentRoutes],
  ['/work/lights/*?', LightsRoutes],
  ['/work/supervision/*?', SupervisionRoutes],
  ['/work/leads/*?', LeadsRoutes],
  ['/work/lead-keys', LeadsRoutes],
  ['/work/lead-patterns', LeadsRoutes],
  ['/work/stewards/*?', StewardRoutes],
  ['/work/visits', VisitsPage],
  ['/work/projects/*?', StewardRoutes],
] as const

export function OfficerRoutes() {
  return (
    <Switch>
      <Route path="/work">
        <WorkbenchPage />
      </Route>
      <Route path="/work/registrar">
        <QueuePage />
      </Route>
      <Route path="/work/registrar/:id">{({ id }) => <ReviewPage id={id} />}</Route>
      <Route path="/work/outreach">
        <OutreachPage />
      </Route>
      <Route path="/work/operator">
        <OperatorPage />
      </Route>
      <Route path="/work/outbox">
        <OutboxPage />
      </Route>
      <Route path="/work/audit">
        <AuditPage />
      </Route>
      <Route path="/work/grants">
        <GrantsPage />
      </Route>
      {desks.map(([path, Desk]) => (
        <Route key={path} path={path}>
          <Desk />
        </Route>
      ))}
      <Route path="/work/login">
        <LogInPage />
      </Route>
      <Route>
        <MissingDesk />
      </Route>
    </Switch>
  )
}
