/**
 * My cases: what waits for me first, then everything with its state; and one case with what happened to it.
 */

import { Link } from 'wouter'
import type { CallOutput } from '../../api/call.ts'
import { useApi } from '../../api/use-api.ts'
import { useTexts } from '../../page.tsx'
import { useRegistrationTexts } from '../../texts/use-registration-texts.ts'
import { Light, type LightColour } from '../../ui/light.tsx'
import { momentText } from '../../ui/moment.ts'
import { Awaited } from '../../ui/reading.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Title } from '../../ui/title.tsx'
import { Result } from './done-page.tsx'

type Line = CallOutput<'GET /api/registration/applications'>['applications'][number]

export function CasesPage() {
  const texts = useTexts()
  const reading = useApi('GET /api/registration/applications')
  return (
    <Shell>
      <Title>{texts.site.myCases}</Title>
      <Awaited reading={reading}>
        {({ applications, toSign }) => (
          <>
            {toSign.length > 0 && (
              <>
                <h2>请您签名</h2>
                <Lines lines={toSign} />
              </>
            )}
            {applications.length === 0 ? (
              <>
                <p>还没有办件。</p>
                <Link className="button" href="/apply/company">
                  {texts.business.open}
                </Link>
              </>
            ) : (
              <Lines lines={applications} />
            )}
          </>
        )}
      </Awaited>
    </Shell>
  )
}

const colours: Readonly<Record<string, LightColour>> = {
  draft: 'paused',
  signing: 'amber',
  'with-officer': 'amber',
  refused: 'red',
  revoked: 'red',
  'revocation-proposed': 'amber',
}

function Lines({ lines }: { readonly lines: readonly Line[] }) {
  const { stages } = useRegistrationTexts()
  return (
    <ul className="rows">
      {lines.map((line) => (
        <li key={line.id}>
          <span>
            <Link href={addressOf(line)}>{line.name ?? '尚未取名'}</Link>
            <small className="hint">
              {line.number} · {momentText(line.updatedAt)}
            </small>
          </span>
          <Light colour={colours[line.stage] ?? 'plain'}>{stages[line.stage] ?? ''}</Light>
        </li>
      ))}
    </ul>
  )
}

function addressOf({ id, stage }: Line): string {
  return stage === 'draft' || stage === 'signing' ? `/apply/company/resume?id=${id}` : `/my/cases/${id}`
}

const eventTexts: Readonly<Record<string, string>> = {
  opened: '开始填写',
  'answers-saved': '保存了填写的内容',
  'signatures-requested': '发出签名链接',
  signed: '有人完成签名',
  'decided-automatically': '系统自动审批',
  referred: '转人工',
  claimed: '登记人员开始办理',
  'decided-by-officer': '登记人员作出决定',
  'licence-corrected': '更正执照',
  'revocation-proposed': '提出撤销',
  revoked: '撤销登记',
  withdrawn: '申请人撤回',
  expired: '草稿到期',
}

export function CasePage({ id }: { readonly id: string }) {
  const application = useApi('GET /api/registration/applications/:id', { params: { id } })
  const timeline = useApi('GET /api/registration/applications/:id/timeline', { params: { id } })
  return (
    <Shell back="/my/cases">
      <Awaited reading={application}>{(value) => <Result application={value} />}</Awaited>
      <h2>经过</h2>
      <Awaited reading={timeline}>
        {({ events }) => (
          <ol className="timeline">
            {events.map((event) => (
              <li key={`${event.type} ${event.at}`}>
                {eventTexts[event.type] ?? '有新的进展'}
                <time dateTime={event.at}>{momentText(event.at)}</time>
              </li>
            ))}
          </ol>
        )}
      </Awaited>
    </Shell>
  )
}
