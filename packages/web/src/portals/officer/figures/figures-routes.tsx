/**
 * The pages of the dashboard, on the own kit: light enough for a phone.
 */

import { Route, Switch } from 'wouter'
import { MissingDesk } from '../missing-desk.tsx'
import { FiguresPage } from './figures-page.tsx'
import { RecordsPage } from './records-page.tsx'

export function FiguresRoutes() {
  return (
    <Switch>
      <Route path="/work/figures">
        <FiguresPage />
      </Route>
      <Route path="/work/figures/:records">{({ records }) => <RecordsPage records={records} />}</Route>
      <Route>
        <MissingDesk />
      </Route>
    </Switch>
  )
}
