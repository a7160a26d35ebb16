/**
 * The desks of space, loaded together with the component kit.
 */

import '../case-parts/case-desk.css'
import './space-desk.css'
import { Route, Switch } from 'wouter'
import { MissingDesk } from '../missing-desk.tsx'
import { NeedDeskPage } from './needs/need-desk-page.tsx'
import { NeedsPage } from './needs/needs-page.tsx'
import { RecordNeedPage } from './needs/record-need-page.tsx'
import { RoomsPage } from './rooms/rooms-page.tsx'

export function SpaceRoutes() {
  return (
    <Switch>
      <Route path="/work/space">
        <RoomsPage />
      </Route>
      <Route path="/work/space/needs">
        <NeedsPage />
      </Route>
      <Route path="/work/space/needs/new">
        <RecordNeedPage />
      </Route>
      <Route path="/work/space/needs/:id">{({ id }) => <NeedDeskPage key={id} id={id} />}</Route>
      <Route>
        <MissingDesk />
      </Route>
    </Switch>
  )
}
