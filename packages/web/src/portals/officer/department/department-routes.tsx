/**
 * The pages of the departments, loaded together with the component kit.
 */

import '../case-parts/case-desk.css'
import { Route, Switch } from 'wouter'
import { DepartmentPage } from './department-page.tsx'

export function DepartmentRoutes() {
  return (
    <Switch>
      <Route path="/work/department">
        <DepartmentPage />
      </Route>
    </Switch>
  )
}
