/**
 * The pages of projects by their address, each loaded when it is read.
 */

import { Route, Switch } from 'wouter'
import { lazyPage } from '../../../ui/lazy-page.tsx'
import { MissingPage } from '../../public/missing-page.tsx'

const PlanPage = lazyPage(() => import('./plan-page.tsx').then((module) => module.PlanPage))

export function ProjectRoutes({ base }: { readonly base: string }) {
  return (
    <Switch>
      <Route path={`${base}/my/projects/:id`}>{({ id }) => <PlanPage key={id} id={id} />}</Route>
      <Route>
        <MissingPage />
      </Route>
    </Switch>
  )
}
