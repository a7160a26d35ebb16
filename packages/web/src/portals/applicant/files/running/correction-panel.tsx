/**
 * The one notice of all gaps, gap by gap, each with the way to mend it; answered once when all are mended.
 */

import { Link } from 'wouter'
import { type CallOutput, call } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import {
  type Attached,
  AttachedList,
  type Case,
  type Library,
  PaperSource,
  useCaseCommand,
  useWord,
} from '../../../../features/cases/index.ts'
import { useLink } from '../../../../page.tsx'
import { casesZhCN } from '../../../../texts/cases-zh-cn.ts'
import { Light } from '../../../../ui/light.tsx'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { Awaited } from '../../../../ui/reading.tsx'
import { useMoments } from '../../../../ui/use-moments.ts'
import type { RunningProps } from './running-props.ts'

type Correction = NonNullable<Case['correction']>
type Gap = Correction['gaps'][number]
type Section = CallOutput<'GET /api/cases/:id/form'>['sections'][number]

export function CorrectionPanel({
  file,
  correction,
  onChange,
}: RunningProps & { readonly correction: Correction }) {
  const { correction: texts } = casesZhCN
  const { day } = useMoments()
  const params = { id: file.id }
  const form = useApi('GET /api/cases/:id/form', { params })
  const evidence = useApi('GET /api/cases/:id/evidence', { params })
  const library = useApi('GET /api/evidence')
  return (
    <section className="correction" aria-labelledby="correction-title">
      <h2 id="correction-title">{texts.title}</h2>
      <p>
        {texts.lead(day(correction.due))} {texts.late}
      </p>
      <Awaited reading={form}>
        {({ sections }) => (
          <Awaited reading={evidence}>
            {({ evidence: attached }) => (
              <Gaps
                file={file}
                gaps={correction.gaps}
                sections={sections}
                attached={attached}
                library={library.state === 'ready' ? library.value : undefined}
                onAttach={() => {
                  for (const reading of [evidence, library]) reading.again()
                }}
                onChange={onChange}
              />
            )}
          </Awaited>
        )}
      </Awaited>
    </section>
  )
}

interface GapsProps extends RunningProps {
  readonly gaps: readonly Gap[]
  readonly sections: readonly Section[]
  readonly attached: readonly Attached[]
  readonly library: Library | undefined
  readonly onAttach: () => void
}

function Gaps(props: GapsProps) {
  const { file, gaps, sections, attached, onChange } = props
  const { correction: texts } = casesZhCN
  const { problem, isRunning, run } = useCaseCommand()
  const isMended = ({ requirement }: Gap) => {
    const section = sections.find((each) => each.requirement === requirement)
    if (section !== undefined) return section.answered && section.renewed
    return attached.some((each) => each.requirement === requirement && each.removable)
  }
  const left = gaps.filter((gap) => !isMended(gap)).length
  async function answer() {
    const sent = { params: { id: file.id }, body: { version: file.version } }
    if ((await run(() => call('POST /api/cases/:id/correction/answer', sent))) !== undefined) onChange()
  }
  return (
    <>
      <ol className="papers">
        {gaps.map((gap, place) => (
          <GapItem
            {...props}
            key={gap.requirement}
            gap={gap}
            place={place}
            isMended={isMended(gap)}
            section={sections.findIndex((each) => each.requirement === gap.requirement)}
          />
        ))}
      </ol>
      <ProblemNotice problem={problem} />
      <div className="actions">
        <button
          className="button"
          type="button"
          disabled={left > 0 || isRunning}
          aria-describedby="gaps-left"
          onClick={() => void answer()}
        >
          {texts.answer}
        </button>
        <span id="gaps-left" role="status" className="gaps-left">
          {left > 0 && texts.left(String(left))}
        </span>
      </div>
    </>
  )
}

interface GapItemProps extends GapsProps {
  readonly gap: Gap
  readonly place: number
  readonly isMended: boolean
  /** place of the section of the form it is answered in, -1 where it is a file */
  readonly section: number
}

function GapItem(props: GapItemProps) {
  const { file, gaps, gap, place, isMended, section, attached, library, onAttach } = props
  const { correction: texts, papers } = casesZhCN
  const word = useWord()
  const link = useLink()
  const requirement = file.service.requirements.find(({ id }) => id === gap.requirement)
  if (requirement === undefined) return null
  return (
    <li className={isMended ? 'paper ready' : 'paper'}>
      <div className="paper-head">
        <h3>
          <small>{texts.gap(String(place + 1), String(gaps.length))}</small> {word(requirement.name)}
        </h3>
        <Light colour={isMended ? 'plain' : 'amber'}>{isMended ? texts.done : texts.open}</Light>
      </div>
      <p className="gap-words">{gap.what}</p>
      {section >= 0 ? (
        <p>
          <Link href={link(`/my/files/${file.id}/form/${section}?from=case`)}>
            {papers.fill}
            <span className="visually-hidden">{word(requirement.name)}</span>
          </Link>
        </p>
      ) : (
        <>
          <AttachedList
            caseId={file.id}
            attached={attached.filter((each) => each.requirement === gap.requirement)}
            onChange={onAttach}
          />
          <PaperSource file={file} requirement={requirement} library={library} onChange={onAttach} />
        </>
      )}
    </li>
  )
}
