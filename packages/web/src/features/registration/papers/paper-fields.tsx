/**
 * The papers that a question asks for: what is wanted and why, the files given, and the way to give one.
 */

import type { Application } from '@guanjia/contract/registration'
import { useState } from 'react'
import { call } from '../../../api/call.ts'
import { useRegistrationTexts } from '../../../texts/use-registration-texts.ts'
import { useProblemText } from '../../../ui/use-problem-text.ts'
import { Words } from '../../../ui/words.tsx'
import { faultOf, type StepProps } from '../steps/step-props.ts'
import { FileRows } from './file-rows.tsx'
import { PaperUpload } from './lazy-upload.tsx'
import { PaperBasis } from './paper-basis.tsx'

type Paper = Application['papers'][number]

interface PaperFieldsProps extends StepProps {
  readonly section: string
}

export function PaperFields({ open, faults, section }: PaperFieldsProps) {
  const asked = open.papers.filter((paper) => paper.section === section)
  return asked.map((paper) => (
    <PaperField
      key={paper.paper}
      open={open}
      paper={paper}
      fault={faultOf(faults, `papers.${paper.paper}`)}
    />
  ))
}

interface PaperFieldProps {
  readonly open: StepProps['open']
  readonly paper: Paper
  readonly fault: string | undefined
}

function PaperField({ open, paper, fault }: PaperFieldProps) {
  const { papers: texts } = useRegistrationTexts()
  const problemText = useProblemText()
  const [refusal, setRefusal] = useState<string>()
  const { id, fileLimits } = open.application
  // what was missing has come
  const said = refusal ?? (paper.files.length === 0 ? fault : undefined)
  const field = `papers.${paper.paper}`

  async function attach(document: string) {
    await open.save()
    const answer = await call('POST /api/registration/applications/:id/papers', {
      params: { id },
      body: { paper: paper.paper, document },
    })
    settle(answer)
  }
  async function remove(digest: string) {
    await open.save()
    const answer = await call('DELETE /api/registration/applications/:id/papers/:paper/:digest', {
      params: { id, paper: paper.paper, digest },
    })
    settle(answer)
  }
  function settle(
    answer: Awaited<ReturnType<typeof call<'POST /api/registration/applications/:id/papers'>>>,
  ) {
    setRefusal(answer.ok ? undefined : problemText(answer.problem))
    if (answer.ok) open.handedIn(answer.value.version, answer.value.papers)
  }
  return (
    <fieldset className={said === undefined ? 'field paper' : 'field paper wrong'} id={field} tabIndex={-1}>
      <legend>
        <Words>{paper.name}</Words> <span className="tag">{texts.need[paper.need]}</span>
      </legend>
      <span className="hint">
        {paper.hint} {texts.limits(fileLimits.largestBytes / 1_048_576, fileLimits.mostFiles)}
      </span>
      <PaperBasis paper={paper} />
      {said !== undefined && (
        <span className="fault" role={refusal === undefined ? undefined : 'alert'}>
          {said}
        </span>
      )}
      <FileRows application={id} files={paper.files} remove={(digest) => void remove(digest)} />
      {paper.files.length < fileLimits.mostFiles && (
        <PaperUpload
          id={field}
          label={paper.name}
          isFirst={paper.files.length === 0}
          largestBytes={fileLimits.largestBytes}
          keepAs={`registration-${paper.paper}`}
          onKept={(document) => void attach(document)}
        />
      )}
    </fieldset>
  )
}
