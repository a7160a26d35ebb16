/**
 * The pages of confidential leads, loaded together with the component kit.
 */

import '../case-parts/case-desk.css'
import { Route, Switch } from 'wouter'
import { MissingDesk } from '../missing-desk.tsx'
import { KeysPage } from './keys/keys-page.tsx'
import { LeadPage } from './lead/lead-page.tsx'
import { LeadsPage } from './leads-page.tsx'
import { PatternsPage } from './patterns-page.tsx'

export function LeadsRoutes() {
  return (
    <Switch>
      <Route path="/work/leads">
        <LeadsPage />
      </Route>
      <Route path="/work/lead-keys">
        <KeysPage />
      </Route>
      <Route path="/work/lead-patterns">
        <PatternsPage />
      </Route>
      <Route path="/work/leads/:id">{({ id }) => <LeadPage key={id} id={id} />}</Route>
      <Route>
        <MissingDesk />
      </Route>
    </Switch>
  )
}
