/**
 * The pages of supervision, loaded together with the component kit.
 */

import '../case-parts/case-desk.css'
import { Route, Switch } from 'wouter'
import { MissingDesk } from '../missing-desk.tsx'
import { LightsPage } from './lights-page.tsx'
import { LightsScreen } from './lights-screen.tsx'
import { SupervisedPage } from './supervised-page.tsx'

export function LightsRoutes() {
  return (
    <Switch>
      <Route path="/work/lights">
        <LightsPage />
      </Route>
      <Route path="/work/lights/screen">
        <LightsScreen />
      </Route>
      <Route path="/work/lights/:id">{({ id }) => <SupervisedPage id={id} />}</Route>
      <Route>
        <MissingDesk />
      </Route>
    </Switch>
  )
}
