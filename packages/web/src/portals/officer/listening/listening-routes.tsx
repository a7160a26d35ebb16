/**
 * The desks of those who are asked to listen: observers, their activities, open days, questionnaires.
 */

import '../case-parts/case-desk.css'
import '../voice/voice-desk.css'
import './listening.css'
import { Route, Switch } from 'wouter'
import { MissingDesk } from '../missing-desk.tsx'
import { ActivitiesPage } from './observers/activities-page.tsx'
import { ActivityPage } from './observers/activity-page.tsx'
import { ObserversPage } from './observers/observers-page.tsx'
import { OpenDayDesk } from './open-days/open-day-desk.tsx'
import { OpenDaysDesk } from './open-days/open-days-desk.tsx'
import { LettersPage } from './questionnaires/letters-page.tsx'
import { QuestionnairesDesk } from './questionnaires/questionnaires-desk.tsx'
import { RoundPage } from './questionnaires/round-page.tsx'
import { TourPage } from './tours/tour-page.tsx'
import { ToursDesk } from './tours/tours-desk.tsx'

export function ListeningRoutes() {
  return (
    <Switch>
      <Route path="/work/observers">
        <ObserversPage />
      </Route>
      <Route path="/work/observers/activities">
        <ActivitiesPage />
      </Route>
      <Route path="/work/observers/activities/:id">{({ id }) => <ActivityPage id={id} />}</Route>
      <Route path="/work/open-days">
        <OpenDaysDesk />
      </Route>
      <Route path="/work/tours">
        <ToursDesk />
      </Route>
      <Route path="/work/tours/:id">{({ id }) => <TourPage id={id} />}</Route>
      <Route path="/work/questionnaires">
        <QuestionnairesDesk />
      </Route>
      <Route path="/work/questionnaires/:id">{({ id }) => <RoundPage id={id} />}</Route>
      <Route path="/work/questionnaires/:id/letters">{({ id }) => <LettersPage id={id} />}</Route>
      <Route path="/work/open-days/:round">{({ round }) => <OpenDayDesk round={round} />}</Route>
      <Route>
        <MissingDesk />
      </Route>
    </Switch>
  )
}
