/**
 * The pages of one's own cases and of the evidence library.
 */

import { Route, Switch } from 'wouter'
import './files.css'
import { CasePage } from './case-page.tsx'
import { CheckPage } from './draft/check-page.tsx'
import { FormPage } from './draft/form-page.tsx'
import { PapersPage } from './draft/papers-page.tsx'
import { FilesPage } from './files-page.tsx'
import { LibraryPage } from './library/library-page.tsx'
import { OpeningPage } from './opening/opening-page.tsx'

export function FileRoutes() {
  return (
    <Switch>
      <Route path="/my/files/new">
        <OpeningPage />
      </Route>
      <Route path="/my/files/:id/form/:section">
        {({ id, section }) => <FormPage key={section} id={id} section={Number(section)} />}
      </Route>
      <Route path="/my/files/:id/papers">{({ id }) => <PapersPage id={id} />}</Route>
      <Route path="/my/files/:id/check">{({ id }) => <CheckPage id={id} />}</Route>
      <Route path="/my/files/:id">{({ id }) => <CasePage key={id} id={id} />}</Route>
      <Route path="/my/evidence">
        <LibraryPage />
      </Route>
      <Route>
        <FilesPage />
      </Route>
    </Switch>
  )
}
