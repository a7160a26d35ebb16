/**
 * The workbench of staff: log-in, the registrars' queue and desk, the hall's calls.
 */

import { Route, Switch } from 'wouter'
import { LogInPage } from './log-in-page.tsx'
import { OutreachPage } from './outreach-page.tsx'
import { QueuePage } from './queue-page.tsx'
import { ReviewPage } from './review-page.tsx'

export function OfficerRoutes() {
  return (
    <Switch>
      <Route path="/work/registrar">
        <QueuePage />
      </Route>
      <Route path="/work/registrar/:id">{({ id }) => <ReviewPage id={id} />}</Route>
      <Route path="/work/outreach">
        <OutreachPage />
      </Route>
      <Route>
        <LogInPage />
      </Route>
    </Switch>
  )
}
