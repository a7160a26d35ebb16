/**
 * The pages of the departments, loaded together with the component kit.
 */

import '../case-parts/case-desk.css'
import { Route, Switch } from 'wouter'
import { MissingDesk } from '../missing-desk.tsx'
import { DepartmentPage } from './department-page.tsx'
import { DutiesPage } from './duties/duties-page.tsx'
import { RatingsPage } from './ratings-page.tsx'
import { ReviewPage } from './review-page.tsx'

export function DepartmentRoutes() {
  return (
    <Switch>
      <Route path="/work/department">
        <DepartmentPage />
      </Route>
      <Route path="/work/department/duties">
        <DutiesPage />
      </Route>
      <Route path="/work/department/ratings">
        <RatingsPage />
      </Route>
      <Route path="/work/department/:id">{({ id }) => <ReviewPage id={id} />}</Route>
      <Route>
        <MissingDesk />
      </Route>
    </Switch>
  )
}
