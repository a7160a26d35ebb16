/**
 * The pages of projects by their address, each loaded when it is read.
 */

import { Route, Switch } from 'wouter'
import { lazyPage } from '../../../ui/lazy-page.tsx'
import { MissingPage } from '../../public/missing-page.tsx'

const PlanPage = lazyPage(() => import('./plan-page.tsx').then((module) => module.PlanPage))
const ProjectsPage = lazyPage(() => import('./projects-page.tsx').then((module) => module.ProjectsPage))
const NewProjectPage = lazyPage(() =>
  import('./new-project-page.tsx').then((module) => module.NewProjectPage),
)
const StepPage = lazyPage(() => import('./step-page.tsx').then((module) => module.StepPage))
const QuestionPages = lazyPage(() => import('./question-pages.tsx').then((module) => module.QuestionPages))

const CommitmentsPage = lazyPage(() =>
  import('./commitments-page.tsx').then((module) => module.CommitmentsPage),
)
const DutiesPage = lazyPage(() => import('./duties-page.tsx').then((module) => module.DutiesPage))
const SavedPage = lazyPage(() => import('./saved-page.tsx').then((module) => module.SavedPage))

export function ProjectRoutes({ base }: { readonly base: string }) {
  return (
    <Switch>
      <Route path={`${base}/build/new`}>
        <NewProjectPage />
      </Route>
      <Route path={`${base}/build/new/:project/:topic`}>
        {({ project, topic }) => (
          <QuestionPages key={project} project={project} topic={decodeURIComponent(topic)} />
        )}
      </Route>
      <Route path={`${base}/my/projects`}>
        <ProjectsPage />
      </Route>
      <Route path={`${base}/my/projects/:id/commitments`}>
        {({ id }) => <CommitmentsPage key={id} id={id} />}
      </Route>
      <Route path={`${base}/my/projects/:id/duties`}>{({ id }) => <DutiesPage key={id} id={id} />}</Route>
      <Route path={`${base}/my/projects/:id/saved`}>{({ id }) => <SavedPage key={id} id={id} />}</Route>
      <Route path={`${base}/my/projects/:id/steps/:step`}>
        {({ id, step }) => <StepPage key={`${id} ${step}`} projectId={id} stepId={step} />}
      </Route>
      <Route path={`${base}/my/projects/:id`}>{({ id }) => <PlanPage key={id} id={id} />}</Route>
      <Route>
        <MissingPage />
      </Route>
    </Switch>
  )
}
