/**
 * Brings the rendered page to life with the data it was rendered from, in the wording of its language.
 */

import './ui/tokens.css'
import './ui/foundation.css'
import './ui/shell.css'
import './ui/parts.css'
import './ui/drawing-sheet.css'
import './ui/services.css'
import './ui/papers.css'
import './ui/voice.css'
import './ui/space.css'
import { lazy, StrictMode } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { keepEarlyInput } from './early-input.ts'
import { type Language, PageProvider, type PageStart } from './page.tsx'
import type { Wording } from './texts/wording.ts'
import { wordingZhCN } from './texts/wording-zh-cn.ts'

const PublicRoutes = lazy(() =>
  import('./portals/public/public-routes.tsx').then((module) => ({
    default: module.PublicRoutes,
  })),
)
const StartPage = lazy(() =>
  import('./portals/applicant/start-page.tsx').then((module) => ({ default: module.StartPage })),
)

async function wordingOf(language: Language): Promise<Wording> {
  return language === 'en' ? (await import('./texts/wording-en.ts')).wordingEn : wordingZhCN
}

async function open(): Promise<void> {
  const start = JSON.parse(document.getElementById('page-data')?.textContent ?? '{}') as PageStart
  const page = document.getElementById('page')
  if (page?.hasChildNodes()) keepEarlyInput(page)
  const app = (
    <StrictMode>
      <PageProvider start={start} wording={await wordingOf(start.language)}>
        <App PublicRoutes={PublicRoutes} StartPage={StartPage} />
      </PageProvider>
    </StrictMode>
  )
  if (page?.hasChildNodes()) hydrateRoot(page, app)
  else if (page) createRoot(page).render(app)
}

void open()
