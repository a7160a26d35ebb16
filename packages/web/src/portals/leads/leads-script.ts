/**
 * The script of the intake: seals a report before it leaves the browser, opens mail with the code. The pages work without
 * it; where it runs, the server hears cipher text alone. It keeps nothing, writes no cookie and asks no other origin.
 */

import { openMailbox } from './mail-form.ts'
import { all, swapWords } from './page-parts.ts'
import { sealReports } from './report-form.ts'

if (globalThis.crypto?.subtle !== undefined) {
  for (const form of all<HTMLFormElement>('form[data-seal]')) sealReports(form)
  for (const form of all<HTMLFormElement>('form[data-mail]')) openMailbox(form)
  swapWords()
}

for (const link of all<HTMLAnchorElement>('a[data-leave]')) {
  link.addEventListener('click', (event) => {
    event.preventDefault()
    // the way back does not lead here
    location.replace(link.href)
  })
}
