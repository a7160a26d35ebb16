/**
 * Brings the rendered page to life with the data it was rendered from.
 */

import './ui/tokens.css'
import './ui/base.css'
import './ui/shell.css'
import './ui/parts.css'
import { StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { PageProvider, type PageStart } from './page.tsx'

const start = JSON.parse(document.getElementById('page-data')?.textContent ?? '{}') as PageStart
const page = document.getElementById('page')

if (page !== null)
  hydrateRoot(
    page,
    <StrictMode>
      <PageProvider start={start}>
        <App />
      </PageProvider>
    </StrictMode>,
  )
