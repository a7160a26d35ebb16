/**
 * The pages of the counter, loaded together with the component kit.
 */

import '../case-parts/case-desk.css'
import './counter.css'
import { Route, Switch } from 'wouter'
import { MissingDesk } from '../missing-desk.tsx'
import { CounterPage } from './counter-page.tsx'
import { IntakePage } from './intake-page.tsx'

export function CounterRoutes() {
  return (
    <Switch>
      <Route path="/work/counter">
        <CounterPage />
      </Route>
      <Route path="/work/counter/:id">{({ id }) => <IntakePage id={id} />}</Route>
      <Route>
        <MissingDesk />
      </Route>
    </Switch>
  )
}
