/**
 * The ways to bring a paper: a file, a photograph, or one from the library; attached to the requirement at once.
 */

import type { ProblemDocument } from '@guanjia/contract/problem'
import { useRef, useState } from 'react'
import { call } from '../../../api/call.ts'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import type { Case } from '../case-standing.ts'
import { UploadControl } from '../upload/upload-control.tsx'
import { useWord } from '../use-word.ts'
import { type Library, LibraryChoice } from './library-choice.tsx'

interface PaperSourceProps {
  readonly file: Case
  /** a requirement of the service, or a duty that wants its proof */
  readonly requirement: Pick<Case['service']['requirements'][number], 'id' | 'name'>
  readonly library: Library | undefined
  readonly onChange: () => void
}

export function PaperSource({ file, requirement, library, onChange }: PaperSourceProps) {
  const word = useWord()
  const [problem, setProblem] = useState<ProblemDocument>()
  const label = word(requirement.name)
  // an upload may outlast several drawings: whoever listens by then is told
  const changed = useRef(onChange)
  changed.current = onChange
  const company = library?.organisations.find(({ code }) => code === file.answers['applicant.companyCode'])
  const keepAs = {
    type: requirement.id,
    ...(company === undefined ? {} : { organisation: company.code }),
  }
  async function attach(document: string) {
    const body = { requirement: requirement.id, document }
    const answer = await call('POST /api/cases/:id/evidence', { params: { id: file.id }, body })
    setProblem(answer.ok ? undefined : answer.problem)
    if (answer.ok) changed.current()
  }
  return (
    <div className="paper-source">
      <UploadControl label={label} keepAs={keepAs} onKept={({ id }) => void attach(id)} />
      {library !== undefined && library.documents.length > 0 && (
        <LibraryChoice
          type={requirement.id}
          label={label}
          documents={library.documents}
          onChoose={(id) => void attach(id)}
        />
      )}
      <ProblemNotice problem={problem} />
    </div>
  )
}
