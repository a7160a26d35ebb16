/**
 * What a service asks for and what of it is there; whatever is attached is opened from here.
 */

import { Button } from 'antd'
import type { CallOutput } from '../../../api/call.ts'
import { caseWords } from '../../../texts/case-words-zh-cn.ts'
import { Light, type LightColour } from '../../../ui/light.tsx'
import type { AttachedEvidence } from './evidence-viewer.tsx'

type Requirement = CallOutput<'GET /api/cases/:id'>['service']['requirements'][number]

const colours: Readonly<Record<Requirement['state'], LightColour>> = {
  'handed-in': 'green',
  missing: 'red',
  follows: 'amber',
  promised: 'amber',
  'by-register': 'plain',
  found: 'green',
}

interface PaperListProps {
  readonly subject: CallOutput<'GET /api/cases/:id'>
  readonly attached: readonly AttachedEvidence[]
  readonly shown: AttachedEvidence | undefined
  readonly onShow: (evidence: AttachedEvidence) => void
}

export function PaperList({ subject, attached, shown, onShow }: PaperListProps) {
  return (
    <ul className="paper-list">
      {subject.service.requirements.map(({ id, name, state }) => (
        <li key={id}>
          <span className="paper-name">{name['zh-CN'] ?? id}</span>
          <Light colour={colours[state]}>{caseWords.paperStates[state]}</Light>
          {attached
            .filter(({ requirement }) => requirement === id)
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
