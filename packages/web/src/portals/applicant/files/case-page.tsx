/**
 * One case: a draft with what is left to do, or how it stands, whose turn it is and until when.
 */

import { useApi } from '../../../api/use-api.ts'
import { Awaited } from '../../../ui/reading.tsx'
import { Shell } from '../../../ui/shell.tsx'
import { DraftCase } from './draft/draft-case.tsx'
import { RunningCase } from './running/running-case.tsx'

export function CasePage({ id }: { readonly id: string }) {
  const reading = useApi('GET /api/cases/:id', { params: { id } })
  const { again } = reading
  return (
    <Shell back="/my/files">
      <Awaited reading={reading}>
        {(file) =>
          file.situation === 'draft' ? (
            <DraftCase file={file} />
          ) : (
            <RunningCase file={file} onChange={again} />
          )
        }
      </Awaited>
    </Shell>
  )
}
