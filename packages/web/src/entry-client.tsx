/**
 * Brings the rendered page to life with the data it was rendered from.
 */

import './ui/tokens.css'
import './ui/foundation.css'
import './ui/shell.css'
import './ui/parts.css'
import { StrictMode } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { PageProvider, type PageStart } from './page.tsx'

const start = JSON.parse(document.getElementById('page-data')?.textContent ?? '{}') as PageStart
const page = document.getElementById('page')

const app = (
  <StrictMode>
    <PageProvider start={start}>
      <App />
    </PageProvider>
  </StrictMode>
)

if (page?.hasChildNodes()) hydrateRoot(page, app)
else if (page) createRoot(page).render(app)
