/**
 * The pages of the stewards, loaded together with the component kit.
 */

import { Route, Switch } from 'wouter'
import { MissingDesk } from '../missing-desk.tsx'
import { ProjectPage } from './project/project-page.tsx'
import { ProjectsPage } from './projects-page.tsx'
import { TeamPage } from './team-page.tsx'
import { TodayPage } from './today/today-page.tsx'

export function StewardRoutes() {
  return (
    <Switch>
      <Route path="/work/stewards">
        <TodayPage />
      </Route>
      <Route path="/work/stewards/team">
        <TeamPage />
      </Route>
      <Route path="/work/projects">
        <ProjectsPage />
      </Route>
      <Route path="/work/projects/:id">{({ id }) => <ProjectPage key={id} id={id} />}</Route>
      <Route>
        <MissingDesk />
      </Route>
    </Switch>
  )
}
