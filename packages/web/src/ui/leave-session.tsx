/**
 * The way out of a session. What this device still keeps of whoever leaves is deleted with it, and said before.
 */

import { useState } from 'react'
import { call } from '../api/call.ts'
import { useLink, useTexts } from '../page.tsx'
import { forgetKept, type KeptHere, keptHere } from './offline/kept-here.ts'

export function LeaveSession() {
  const { site: texts } = useTexts()
  const link = useLink()
  const [lost, setLost] = useState<KeptHere>()
  async function leave() {
    await forgetKept()
    await call('DELETE /api/session')
    window.location.assign(link('/'))
  }
  function ask() {
    const kept = keptHere()
    if (kept === undefined || kept.waiting === 0) void leave()
    else setLost(kept)
  }
  return (
    <>
      <button className="text-button" type="button" onClick={ask}>
        {texts.signOut}
      </button>
      {lost !== undefined && (
        <span className="notice leaving" role="alert">
          {texts.leaving(String(lost.waiting))} <a href={lost.page}>{texts.sendFirst}</a>{' '}
          <button className="text-button" type="button" onClick={() => void leave()}>
            {texts.leaveAnyway}
          </button>
        </span>
      )}
    </>
  )
}
