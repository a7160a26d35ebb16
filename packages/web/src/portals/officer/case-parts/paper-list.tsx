/**
 * What a service asks for and what of it is there; whatever is attached is opened from here.
 */

import { Button } from 'antd'
import type { CallOutput } from '../../../api/call.ts'
import { caseWords } from '../../../texts/case-words-zh-cn.ts'
import type { AttachedEvidence } from './evidence-viewer.tsx'
import { PaperLight } from './paper-light.tsx'

interface PaperListProps {
  readonly subject: CallOutput<'GET /api/cases/:id'>
  readonly attached: readonly AttachedEvidence[]
  readonly shown: AttachedEvidence | undefined
  readonly onShow: (evidence: AttachedEvidence) => void
}

export function PaperList({ subject, attached, shown, onShow }: PaperListProps) {
  return (
    <ul className="paper-list">
      {subject.service.requirements.map((requirement) => (
        <li key={requirement.id}>
          <span className="paper-name">{requirement.name['zh-CN'] ?? requirement.id}</span>
          <PaperLight requirement={requirement} />
          {attached
            .filter((each) => each.requirement === requirement.id)
            .map((evidence) => (
              <Button
                key={`${evidence.document}.${evidence.version}`}
                size="small"
                type={evidence === shown ? 'primary' : 'default'}
                aria-pressed={evidence === shown}
                onClick={() => onShow(evidence)}
              >
                {caseWords.viewPaper(evidence.title)}
              </Button>
            ))}
        </li>
      ))}
    </ul>
  )
}
