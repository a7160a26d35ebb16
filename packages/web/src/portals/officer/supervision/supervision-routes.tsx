/**
 * The pages of the work of supervision, loaded together with the component kit.
 */

import '../case-parts/case-desk.css'
import '../lights/lights.css'
import './supervision.css'
import { Route, Switch } from 'wouter'
import { BulletinsPage } from './bulletins/bulletins-page.tsx'
import { CampaignsPage } from './campaigns/campaigns-page.tsx'
import { ConductPage } from './conduct/conduct-page.tsx'
import { ConsultationPage } from './consultations/consultation-page.tsx'
import { ConsultationsPage } from './consultations/consultations-page.tsx'
import { ExchangePage } from './exchange/exchange-page.tsx'
import { ImportPage } from './exchange/import-page.tsx'
import { PackagePage } from './exchange/package-page.tsx'
import { InspectionPage } from './inspections/inspection-page.tsx'
import { InspectionsPage } from './inspections/inspections-page.tsx'
import { InvitationsPage } from './inspections/invitations-page.tsx'
import { ObligationsPage } from './obligations/obligations-page.tsx'
import { RecommendationsPage } from './recommendations/recommendations-page.tsx'
import { TaskPage } from './tasks/task-page.tsx'
import { TasksPage } from './tasks/tasks-page.tsx'
import { UnitPage } from './unit/unit-page.tsx'

export function SupervisionRoutes() {
  return (
    <Switch>
      <Route path="/work/supervision/obligations">
        <ObligationsPage />
      </Route>
      <Route path="/work/supervision/tasks">
        <TasksPage />
      </Route>
      <Route path="/work/supervision/tasks/:id">{({ id }) => <TaskPage id={id} />}</Route>
      <Route path="/work/supervision/recommendations">
        <RecommendationsPage />
      </Route>
      <Route path="/work/supervision/conduct">
        <ConductPage />
      </Route>
      <Route path="/work/supervision/campaigns">
        <CampaignsPage />
      </Route>
      <Route path="/work/supervision/inspections">
        <InspectionsPage />
      </Route>
      <Route path="/work/supervision/inspections/:id">{({ id }) => <InspectionPage id={id} />}</Route>
      <Route path="/work/supervision/invitations">
        <InvitationsPage />
      </Route>
      <Route path="/work/supervision/consultations">
        <ConsultationsPage />
      </Route>
      <Route path="/work/supervision/consultations/:id">{({ id }) => <ConsultationPage id={id} />}</Route>
      <Route path="/work/supervision/exchange">
        <ExchangePage />
      </Route>
      <Route path="/work/supervision/exchange/packages/:id">{({ id }) => <PackagePage id={id} />}</Route>
      <Route path="/work/supervision/exchange/imports/:id">{({ id }) => <ImportPage id={id} />}</Route>
      <Route path="/work/supervision/bulletins">
        <BulletinsPage />
      </Route>
      <Route path="/work/supervision/unit">
        <UnitPage />
      </Route>
    </Switch>
  )
}
