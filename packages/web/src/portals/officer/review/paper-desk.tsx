/**
 * The papers of a case on a registrar's desk: which there are, which this registrar has opened, and the one being read.
 */

import type { ProblemDocument } from '@guanjia/contract/problem'
import { useState } from 'react'
import { call } from '../../../api/call.ts'
import { staffTexts } from '../../../texts/staff-zh-cn.ts'
import { Light } from '../../../ui/light.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { PaperViewer, type ShownFile } from './paper-viewer.tsx'

const texts = staffTexts.papers

/** A file with the name of the paper it belongs to. */
export interface DeskFile extends ShownFile {
  readonly paper: string
}

interface PaperDeskProps {
  /** id of the application */
  readonly id: string
  readonly files: readonly DeskFile[]
  /** nothing is approved before all were opened */
  readonly isDecided: boolean
  readonly opened: ReadonlySet<string>
  readonly onOpened: (digest: string) => void
}

export function PaperDesk({ id, files, isDecided, opened, onOpened }: PaperDeskProps) {
  const [shown, setShown] = useState<string>()
  const [problem, setProblem] = useState<ProblemDocument>()
  const file = files.find(({ digest }) => digest === shown)
  async function open(digest: string) {
    setShown(digest)
    if (opened.has(digest)) return
    const answer = await call('POST /api/registration/queue/:id/files/:digest/reading', {
      params: { id, digest },
    })
    setProblem(answer.ok ? undefined : answer.problem)
    if (answer.ok) onOpened(digest)
  }
  const left = files.filter(({ digest }) => !opened.has(digest)).length
  return (
    <section className="sheet paper-desk">
      <h2>{texts.title}</h2>
      <p className="hint" role="status">
        {left === 0 ? texts.allOpened : isDecided ? texts.unopenedLeft(left) : texts.left(left)}
      </p>
      <ProblemNotice problem={problem} />
      <div className="paper-columns">
        <ul className="rows">
          {files.map(({ digest, name, paper }) => (
            <li key={`${paper} ${digest}`}>
              <span>
                <button
                  className="text-button"
                  type="button"
                  aria-pressed={digest === shown}
                  onClick={() => void open(digest)}
                >
                  {name}
                </button>
                <small className="hint">{paper}</small>
              </span>
              <Light colour={opened.has(digest) ? 'green' : 'amber'}>
                {opened.has(digest) ? texts.opened : texts.unopened}
              </Light>
            </li>
          ))}
        </ul>
        {file === undefined ? (
          <p className="paper-none">{texts.choose}</p>
        ) : (
          <PaperViewer key={file.digest} id={id} file={file} />
        )}
      </div>
    </section>
  )
}
