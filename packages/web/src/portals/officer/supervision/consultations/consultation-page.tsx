/**
 * One consultation: the evidence and the members on the left, the conclusion and the tasks on the right.
 */

import './consultations.css'
import { useEffect } from 'react'
import { useApi } from '../../../../api/use-api.ts'
import { useNews } from '../../../../api/use-news.ts'
import { consultationsTexts } from '../../../../texts/consultations-zh-cn.ts'
import { dayText } from '../../../../ui/moment.ts'
import { Awaited } from '../../../../ui/reading.tsx'
import { StaffDetailPage } from '../../staff-page.tsx'
import { Conclusion } from './conclusion.tsx'
import type { ConsultationShown } from './consultation-shown.ts'
import { ConsultationState } from './consultations-page.tsx'
import { EvidenceList } from './evidence-list.tsx'
import { FollowingTasks } from './following-tasks.tsx'
import { MemberList } from './member-list.tsx'

const texts = consultationsTexts.page

export function ConsultationPage({ id }: { readonly id: string }) {
  const reading = useApi('GET /api/supervision/consultations/:id', { params: { id } })
  const { again } = reading
  useNews(['supervision.changed'], again)
  // whoever comes back from a file has seen it
  useEffect(() => {
    window.addEventListener('focus', again)
    return () => window.removeEventListener('focus', again)
  })
  return <Awaited reading={reading}>{(shown) => <Page shown={shown} again={again} />}</Awaited>
}

interface PageProps {
  readonly shown: ConsultationShown
  readonly again: () => void
}

function Page({ shown, again }: PageProps) {
  const { row, question, convenedBy } = shown
  return (
    <StaffDetailPage
      title={row.title}
      back={{ href: '/work/supervision/consultations', label: texts.back }}
      state={<ConsultationState row={row} />}
      facts={[
        { label: texts.number, value: row.number },
        { label: texts.subject, value: row.subjectName },
        { label: texts.question, value: question },
        { label: texts.until, value: dayText(row.until) },
        { label: texts.convenedBy, value: convenedBy },
      ]}
      left={
        <>
          <EvidenceList shown={shown} again={again} />
          <MemberList shown={shown} again={again} />
        </>
      }
      right={
        <>
          <Conclusion shown={shown} again={again} />
          <FollowingTasks shown={shown} again={again} />
        </>
      }
    />
  )
}
