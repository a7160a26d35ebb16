/**
 * The public pages beside the front page. They are rendered at once on the server, and loaded in the browser only by who
 * reads them.
 */

import { Route, Switch } from 'wouter'
import { LedgerPage } from './ledger-page.tsx'
import { NamePage } from './name-page.tsx'
import { AskPage } from './open-days/ask-page.tsx'
import { OpenDaysPage } from './open-days/open-days-page.tsx'
import { RoundPage } from './open-days/round-page.tsx'
import { AccessibilityPage, BusinessPage, HelpPage, PrivacyPage } from './plain-pages.tsx'
import { BuildPage } from './services/build-page.tsx'
import { ServicePage } from './services/service-page.tsx'
import { ServicesPage } from './services/services-page.tsx'
import { FollowNeedPage } from './space/follow-page.tsx'
import { NeedPage } from './space/need-page.tsx'
import { RenewalPage } from './space/renewal-page.tsx'
import { RoomPage } from './space/room-page.tsx'
import { SpacePage } from './space/space-page.tsx'
import { StatsPage } from './stats-page.tsx'
import { SurveyPage } from './survey/survey-page.tsx'
import { VerifiedPage, VerifyPage } from './verify-page.tsx'
import { AnswersPage } from './voice/answers-page.tsx'
import { FollowPage } from './voice/follow-page.tsx'
import { VoicePage } from './voice/voice-page.tsx'

export interface PublicRoutesProps {
  /** `/en` or nothing */
  readonly base: string
}

const pages = [
  ['business', BusinessPage],
  ['build', BuildPage],
  ['services', ServicesPage],
  ['verify', VerifyPage],
  ['name', NamePage],
  ['stats', StatsPage],
  ['ledger', LedgerPage],
  ['help', HelpPage],
  ['accessibility', AccessibilityPage],
  ['privacy', PrivacyPage],
  ['voice', VoicePage],
  ['voice/answers', AnswersPage],
  ['space', SpacePage],
  ['space/need', NeedPage],
  ['open-days', OpenDaysPage],
] as const

export function PublicRoutes({ base }: PublicRoutesProps) {
  return (
    <Switch>
      {pages.map(([path, Page]) => (
        <Route key={path} path={`${base}/${path}`}>
          <Page />
        </Route>
      ))}
      <Route path={`${base}/services/:id`}>{({ id }) => <ServicePage key={id} id={id} />}</Route>
      <Route path={`${base}/voice/:number`}>
        {({ number }) => <FollowPage key={number} number={number} />}
      </Route>
      <Route path={`${base}/need/:token`}>
        {({ token }) => <FollowNeedPage key={token} token={token} />}
      </Route>
      <Route path={`${base}/offer/:token`}>{({ token }) => <RenewalPage key={token} token={token} />}</Route>
      <Route path={`${base}/space/:id`}>{({ id }) => <RoomPage key={id} id={id} />}</Route>
      <Route path={`${base}/open-days/:round`}>{({ round }) => <RoundPage round={round} />}</Route>
      <Route path={`${base}/ask/:token`}>{({ token }) => <AskPage token={token} />}</Route>
      <Route path={`${base}/survey/:token`}>{({ token }) => <SurveyPage token={token} />}</Route>
      <Route path={`${base}/verify/:number`}>{({ number }) => <VerifiedPage number={number} />}</Route>
    </Switch>
  )
}
