/**
 * The pages of the register, loaded together with the component kit.
 */

import '../case-parts/case-desk.css'
import './voice-desk.css'
import { Route, Switch } from 'wouter'
import { BoardPage } from './board/board-page.tsx'
import { HotlinePage } from './hotline-page.tsx'
import { ImprovementsPage } from './improvements-page.tsx'
import { IssuePage } from './issue/issue-page.tsx'
import { MailboxPage } from './mailbox/mailbox-page.tsx'
import { PhonePage } from './phone/phone-page.tsx'

export function VoiceRoutes() {
  return (
    <Switch>
      <Route path="/work/voice">
        <BoardPage />
      </Route>
      <Route path="/work/voice/phone">
        <PhonePage />
      </Route>
      <Route path="/work/voice/improvements">
        <ImprovementsPage />
      </Route>
      <Route path="/work/voice/mailbox">
        <MailboxPage />
      </Route>
      <Route path="/work/voice/hotline">
        <HotlinePage />
      </Route>
      <Route path="/work/voice/:id">{({ id }) => <IssuePage id={id} />}</Route>
    </Switch>
  )
}
