/**
 * Signing commitments of a project: choose, read the letter, sign; and what was signed before.
 */

import type { ProblemDocument } from '@guanjia/contract/problem'
import { useState } from 'react'
import { Link, useSearch } from 'wouter'
import { type CallOutput, call } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import { usePlanningTexts } from '../../../features/planning/index.ts'
import {
  type Commitment,
  CommitmentChoice,
  type Commitments,
  LetterSigning,
  ProjectSections,
  type Signed,
  useCommitmentTexts,
} from '../../../features/projects/index.ts'
import { useLink, useTexts } from '../../../page.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { Awaited } from '../../../ui/reading.tsx'
import { Shell } from '../../../ui/shell.tsx'
import { Title } from '../../../ui/title.tsx'
import { useMoments } from '../../../ui/use-moments.ts'
import { Words } from '../../../ui/words.tsx'
import { NoPlanYet } from './no-plan-yet.tsx'

type Advice = CallOutput<'GET /api/projects/:id/plan'>['plan']['commitments'][number]

export function CommitmentsPage({ id }: { readonly id: string }) {
  const { sign: texts } = useCommitmentTexts()
  const commitments = useApi('GET /api/projects/:id/commitments', { params: { id } })
  const isUnplanned = commitments.state === 'refused' && commitments.problem.code === 'plan-not-made'
  return (
    <Shell back={`/my/projects/${id}`}>
      <ProjectSections id={id} />
      <Title>{texts.title}</Title>
      <p className="lead">{texts.lead}</p>
      {isUnplanned ? (
        <NoPlanYet id={id} />
      ) : (
        <Awaited reading={commitments}>
          {(value) => (
            <Choosing
              projectId={id}
              listed={value}
              again={() => commitments.state === 'ready' && commitments.again()}
            />
          )}
        </Awaited>
      )}
    </Shell>
  )
}

interface ChoosingProps {
  readonly projectId: string
  readonly listed: Commitments
  readonly again: () => void
}

/** What happened last on the page. */
type Done = { readonly kind: 'signed' | 'withdrawn'; readonly version: number; readonly letter?: string }

function Choosing({ projectId, listed, again }: ChoosingProps) {
  const { sign: texts } = useCommitmentTexts()
  const asked = new URLSearchParams(useSearch()).get('sign')?.split(',') ?? []
  const { commitments, letters } = listed
  const usable = commitments.filter(({ signed, conditions }) => signed || conditions.every(isNotUnmet))
  const [wished, wish] = useState<readonly string[]>(asked)
  const [done, finish] = useState<Done>()
  const [problem, refuse] = useState<ProblemDocument>()
  const chosen = usable.filter(({ id, signed, issued }) => !signed && !issued && wished.includes(id))
  const advice = useAdvice(projectId, [
    ...wished,
    ...usable.filter(({ signed }) => signed).map(({ id }) => id),
  ])
  const onSigned = ({ version, letter }: Signed) => {
    finish({ kind: 'signed', version, letter })
    wish([])
    again()
    window.scrollTo({ top: 0 })
  }
  const withdraw = async ({ id }: Commitment) => {
    const answer = await call('POST /api/projects/:id/commitments/withdrawal', {
      params: { id: projectId },
      body: { commitment: id },
    })
    if (!answer.ok) return refuse(answer.problem)
    finish({ kind: 'withdrawn', version: answer.value.version })
    again()
  }
  if (usable.length === 0) return <p>{texts.none}</p>
  return (
    <>
      {done && <DoneNotice projectId={projectId} done={done} />}
      <ProblemNotice problem={problem} />
      <h2>{texts.choose}</h2>
      <ul className="commitment-choices">
        {usable.map((commitment) => (
          <CommitmentChoice
            key={commitment.id}
            projectId={projectId}
            commitment={commitment}
            advice={advice(commitment.id)}
            isChosen={wished.includes(commitment.id)}
            onChoose={(isChosen) =>
              wish(isChosen ? [...wished, commitment.id] : wished.filter((id) => id !== commitment.id))
            }
            onWithdraw={() => withdraw(commitment)}
          />
        ))}
      </ul>
      {usable.some(({ signed, issued }) => !signed && !issued) && (
        <Reading projectId={projectId} chosen={chosen} onSigned={onSigned} />
      )}
      <Letters projectId={projectId} letters={letters} />
    </>
  )
}

interface ReadingProps {
  readonly projectId: string
  readonly chosen: readonly Commitment[]
  readonly onSigned: (signed: Signed) => void
}

function Reading({ projectId, chosen, onSigned }: ReadingProps) {
  const { sign: texts } = useCommitmentTexts()
  return (
    <>
      <h2>{texts.letter}</h2>
      {chosen.length === 0 ? (
        <p className="hint">{texts.chooseFirst}</p>
      ) : (
        <LetterSigning projectId={projectId} chosen={chosen} onSigned={onSigned} />
      )}
    </>
  )
}

function isNotUnmet({ state }: Commitment['conditions'][number]): boolean {
  return state !== 'unmet'
}

/** The one sentence about each commitment, as things would stand with what is chosen. */
function useAdvice(projectId: string, chosen: readonly string[]): (id: string) => string {
  const { whatIf } = usePlanningTexts()
  const plan = useApi('GET /api/projects/:id/plan', {
    params: { id: projectId },
    query: { sign: [...new Set(chosen)].toSorted().join(',') },
  })
  const known = plan.state === 'ready' ? plan.value.plan.commitments : []
  const nameOf = (id: string) => known.find((one) => one.id === id)?.name ?? id
  const sentence = ({ advice }: Advice): string => {
    if (advice.code === 'needs-others') return whatIf['needs-others'](advice.others.map(nameOf).join('、'))
    if (advice.code === 'not-applicable') return whatIf['not-applicable'](advice.unmet.join(' '))
    if (advice.code === 'saves-nothing') return whatIf['saves-nothing']
    return whatIf[advice.code](String(advice.workingDays ?? 0))
  }
  return (id) => {
    const found = known.find((one) => one.id === id)
    return found === undefined ? '' : sentence(found)
  }
}

function DoneNotice({ projectId, done }: { readonly projectId: string; readonly done: Done }) {
  const { sign: texts } = useCommitmentTexts()
  const link = useLink()
  if (done.kind === 'withdrawn')
    return (
      <div className="notice" role="status">
        <p>{texts.withdrawn(done.version)}</p>
      </div>
    )
  return (
    <div className="notice good" role="status">
      <p>
        <strong>{texts.doneTitle(done.version)}</strong>
      </p>
      <p>{texts.doneText}</p>
      <div className="row-actions">
        <Link className="button" href={link(`/my/projects/${projectId}/duties`)}>
          {texts.toDuties}
        </Link>
        <Link className="button quiet" href={link(`/my/projects/${projectId}`)}>
          {texts.toPlan}
        </Link>
        <a className="button quiet" href={`/api/projects/${projectId}/letters/${done.letter}`}>
          {texts.download}
        </a>
      </div>
    </div>
  )
}

function Letters({
  projectId,
  letters,
}: {
  readonly projectId: string
  readonly letters: Commitments['letters']
}) {
  const { sign: texts } = useCommitmentTexts()
  const { moment } = useMoments()
  const { join } = useTexts()
  if (letters.length === 0) return null
  return (
    <>
      <h2>{texts.letters}</h2>
      <ul className="rows">
        {letters.map(({ id, signedAt, commitments }) => (
          <li key={id}>
            <span>
              <Words>
                {texts.letterOf(
                  moment(signedAt),
                  join.clauses(
                    commitments.map(
                      ({ name, withdrawnAt }) => name + (withdrawnAt === null ? '' : texts.withdrawnMark),
                    ),
                  ),
                )}
              </Words>
            </span>
            <a href={`/api/projects/${projectId}/letters/${id}`}>{texts.download}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
