/**
 * The pages of those who keep the catalogue, loaded together with the component kit.
 */

import '../case-parts/case-desk.css'
import './catalogue.css'
import { Route, Switch } from 'wouter'
import { MissingDesk } from '../missing-desk.tsx'
import { CataloguePage } from './catalogue-page.tsx'
import { ImpactPage } from './impact/impact-page.tsx'
import { ServicePage } from './service/service-page.tsx'
import { VersionsPage } from './versions/versions-page.tsx'

export function CatalogueRoutes() {
  return (
    <Switch>
      <Route path="/work/catalogue">
        <CataloguePage />
      </Route>
      <Route path="/work/catalogue/draft/impact">
        <ImpactPage />
      </Route>
      <Route path="/work/catalogue/versions">
        <VersionsPage />
      </Route>
      <Route path="/work/catalogue/:service">
        {({ service }) => <ServicePage key={service} id={service} />}
      </Route>
      <Route>
        <MissingDesk />
      </Route>
    </Switch>
  )
}
