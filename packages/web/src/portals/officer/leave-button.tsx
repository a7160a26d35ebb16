/**
 * The way out. What this device still keeps of whoever leaves is deleted with it, and said before.
 */

import { useState } from 'react'
import { call } from '../../api/call.ts'
import { staffTexts } from '../../texts/staff-zh-cn.ts'
import { stewardTexts } from '../../texts/stewards-zh-cn.ts'
import { countWaiting, forgetVisits } from './steward/visits/visit-store.ts'

const texts = stewardTexts.visits

export function LeaveButton() {
  const [waiting, setWaiting] = useState(0)
  async function ask() {
    const count = await countWaiting()
    if (count === 0) await leave()
    else setWaiting(count)
  }
  return (
    <>
      <button className="text-button" type="button" onClick={() => void ask()}>
        {staffTexts.leave}
      </button>
      {waiting > 0 && (
        <span className="notice leaving" role="alert">
          {texts.leaving(waiting)} <a href="/work/visits">{texts.uploadFirst}</a>{' '}
          <button className="text-button" type="button" onClick={() => void leave()}>
            {texts.leaveAnyway}
          </button>
        </span>
      )}
    </>
  )
}

async function leave() {
  await forgetVisits()
  await call('DELETE /api/session')
  window.location.assign('/work/login')
}
