/**
 * The workbench of staff: log-in, and a page for each desk.
 */

import { Route, Switch } from 'wouter'
import { lazyPage } from '../../ui/lazy-page.tsx'
import { AuditPage } from './audit-page.tsx'
import { GrantsPage } from './grants-page.tsx'
import { LogInPage } from './log-in-page.tsx'
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

const LightsRoutes = lazyPage(() =>
  import('./lights/lights-routes.tsx').then((module) => module.LightsRoutes),
)
const SupervisionRoutes = lazyPage(() =>
  import('./supervision/supervision-routes.tsx').then((module) => module.SupervisionRoutes),
)
const VoiceRoutes = lazyPage(() => import('./voice/voice-routes.tsx').then((module) => module.VoiceRoutes))
const CounterRoutes = lazyPage(() =>
  import('./counter/counter-routes.tsx').then((module) => module.CounterRoutes),
)

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
      <Route path="/work/counter/*?">
        <CounterRoutes />
      </Route>
      <Route path="/work/catalogue/*?">
        <CatalogueRoutes />
      </Route>
      <Route path="/work/voice/*?">
        <VoiceRoutes />
      </Route>
      <Route path="/work/department/*?">
        <DepartmentRoutes />
      </Route>
      <Route path="/work/lights/*?">
        <LightsRoutes />
      </Route>
      <Route path="/work/supervision/*?">
        <SupervisionRoutes />
      </Route>
      <Route path="/work/stewards/*?">
        <StewardRoutes />
      </Route>
      <Route path="/work/visits">
        <VisitsPage />
      </Route>
      <Route path="/work/projects/*?">
        <StewardRoutes />
      </Route>
      <Route>
        <LogInPage />
      </Route>
    </Switch>
  )
}
