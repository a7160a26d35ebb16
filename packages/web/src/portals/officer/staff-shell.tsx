/**
 * The frame of the workbench: who is signed in, the desks, the way out.
 */

import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { call } from '../../api/call.ts'
import { useApi } from '../../api/use-api.ts'

export function StaffShell({ children }: { readonly children: ReactNode }) {
  const session = useApi('GET /api/session')
  const name = session.state === 'ready' && session.value.signedIn ? session.value.name : ''
  async function leave() {
    await call('DELETE /api/session')
    window.location.assign('/work/login')
  }
  return (
    <div className="staff">
      <header className="site-header">
        <p className="demonstration">示范数据</p>
        <div className="bar">
          <Link className="wordmark" href="/work/login">
            工作台
          </Link>
          <div className="tools">
            <span>{name}</span>
            {name !== '' && (
              <button className="text-button" type="button" onClick={() => void leave()}>
                退出
              </button>
            )}
          </div>
          <nav className="site-nav" aria-label="工作台">
            <Link href="/work/registrar">登记审查</Link>
            <Link href="/work/outreach">主动联系</Link>
          </nav>
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        <div className="wide">{children}</div>
      </main>
    </div>
  )
}
