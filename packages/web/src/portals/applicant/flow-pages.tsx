/**
 * The pages of an application by their address, from the first question to the result.
 */

import { MissingPage } from '../public/missing-page.tsx'
import { CheckPage } from './check-page.tsx'
import { DonePage } from './done-page.tsx'
import { FlowPage, isStep } from './flow-page.tsx'
import { SignPage } from './signing/sign-page.tsx'
import { ResumePage } from './start-page.tsx'

export function FlowPages({ page }: { readonly page: string }) {
  if (isStep(page)) return <FlowPage key={page} step={page} />
  if (page === 'check') return <CheckPage />
  if (page === 'sign') return <SignPage />
  if (page === 'done') return <DonePage />
  return page === 'resume' ? <ResumePage /> : <MissingPage />
}
