/**
 * The files attached to one requirement.
 */

import { type CallOutput, call } from '../../../api/call.ts'
import { casesZhCN } from '../../../texts/cases-zh-cn.ts'
import { sizeText } from '../../../ui/size-text.ts'

export type Attached = CallOutput<'GET /api/cases/:id/evidence'>['evidence'][number]

interface AttachedListProps {
  readonly caseId: string
  readonly attached: readonly Attached[]
  readonly onChange: () => void
}

export function AttachedList({ caseId, attached, onChange }: AttachedListProps) {
  const { papers: texts } = casesZhCN
  if (attached.length === 0) return null
  async function remove({ requirement, document }: Attached) {
    const body = { requirement, document }
    const answer = await call('POST /api/cases/:id/evidence/detachment', { params: { id: caseId }, body })
    if (answer.ok) onChange()
  }
  return (
    <ul className="attached">
      {attached.map((each) => (
        <li key={`${each.document} ${each.version}`}>
          <a href={`/api/evidence/${each.document}/${each.version}`} target="_blank" rel="noreferrer">
            {each.title}
          </a>
          <small>
            {each.kind.toUpperCase()} {sizeText(each.size)}
          </small>
          {each.removable && (
            <button
              className="text-button"
              type="button"
              aria-label={texts.removeNamed(each.title)}
              onClick={() => void remove(each)}
            >
              {texts.remove}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
