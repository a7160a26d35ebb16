/**
 * The result: the licence, or who looks at it until when and why, or why not and how to mend it.
 */

import { type ComponentType, useState } from 'react'
import { Link, useSearch } from 'wouter'
import { type CallOutput, call } from '../../api/call.ts'
import { useApi } from '../../api/use-api.ts'
import {
  AddressFiling,
  CasePapers,
  CopyApplication,
  FailedChecks,
  registrationAddress,
  SignedBy,
  Withdrawal,
} from '../../features/registration/index.ts'
import { useLink, usePage } from '../../page.tsx'
import { useRegistrationTexts } from '../../texts/use-registration-texts.ts'
import { Light } from '../../ui/light.tsx'
import { Awaited } from '../../ui/reading.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Title } from '../../ui/title.tsx'
import { TitleBlock } from '../../ui/title-block.tsx'
import { useMoments } from '../../ui/use-moments.ts'
import { useProblemText } from '../../ui/use-problem-text.ts'
import { Words } from '../../ui/words.tsx'

type Application = CallOutput<'GET /api/registration/applications/:id'>

export function DonePage() {
  const id = new URLSearchParams(useSearch()).get('id') ?? ''
  const reading = useApi('GET /api/registration/applications/:id', { params: { id } })
  const { again } = reading
  return (
    <Shell back="/my/cases">
      <Awaited reading={reading}>
        {(application) => <Result application={application} again={again} />}
      </Awaited>
    </Shell>
  )
}

interface ResultProps {
  readonly application: Application
  /** reads it afresh */
  readonly again: () => void
}

/** What came of an application, by the stage it stands at. */
const results: Readonly<Record<Application['stage'], ComponentType<ResultProps>>> = {
  draft: Unfinished,
  signing: Unfinished,
  'with-officer': WithOfficer,
  approved: Registered,
  'revocation-proposed': Registered,
  revoked: Registered,
  refused: Refused,
  withdrawn: Ended,
  expired: Ended,
}

export function Result(props: ResultProps) {
  const Shown = results[props.application.stage]
  return <Shown {...props} />
}

function Registered({ application }: ResultProps) {
  const { stages } = useRegistrationTexts()
  const { licence } = application
  return licence === null ? (
    <Title>{stages[application.stage] ?? ''}</Title>
  ) : (
    <Approved application={application} licence={licence} />
  )
}

interface ApprovedProps {
  readonly application: Application
  readonly licence: NonNullable<Application['licence']>
}

function Approved({ application, licence }: ApprovedProps) {
  const { result: texts, stages } = useRegistrationTexts()
  const link = useLink()
  const { moment } = useMoments()
  const isLive = application.stage === 'approved'
  const { duplicates = 1 } = application.answers
  return (
    <>
      <Title>{isLive ? texts.approved : (stages[application.stage] ?? '')}</Title>
      {application.fullyAuto === true && <p className="lead">{texts.approvedAuto}</p>}
      <TitleBlock
        cells={[
          { label: texts.name, value: <Words>{licence.name ?? '—'}</Words> },
          { label: texts.code, value: <span className="code">{licence.unifiedCode}</span> },
          { label: texts.number, value: <span className="code">{licence.number}</span> },
          {
            label: texts.decided,
            value: application.decidedAt === null ? '—' : moment(application.decidedAt),
          },
        ]}
      />
      <div className="actions">
        <a className="button" href={`/api/licences/${licence.number}/original.pdf`}>
          {texts.original}
        </a>
        {Array.from({ length: duplicates }, (_, at) => at + 1).map((place) => (
          <a
            className="button quiet"
            key={place}
            href={`/api/licences/${licence.number}/duplicate.pdf?place=${place}`}
          >
            {duplicates === 1 ? texts.duplicate : `${texts.duplicate} ${duplicates}-${place}`}
          </a>
        ))}
      </div>
      <PrintCode number={licence.number} />
      <p>
        <Link href={link(`/verify/${licence.number}`)}>{texts.verify}</Link>
      </p>
      <CasePapers application={application} />
      <Pushes pushes={application.pushes} />
    </>
  )
}

function Pushes({ pushes }: Pick<Application, 'pushes'>) {
  const { result: texts } = useRegistrationTexts()
  if (pushes.length === 0) return null
  return (
    <>
      <h2>{texts.pushes}</h2>
      <ul className="rows">
        {pushes.map((push) => (
          <li key={push.receiver}>
            <span>
              <Words gloss={push.gloss}>{push.name}</Words>
            </span>
            {push.state === 'delivered' ? (
              <Light colour="green">{texts.delivered}</Light>
            ) : (
              <Light colour="paused">{texts.delivering}</Light>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function PrintCode({ number }: { readonly number: string }) {
  const { result: texts } = useRegistrationTexts()
  const problemText = useProblemText()
  const [answer, setAnswer] = useState('')
  async function order() {
    const ordered = await call('POST /api/licences/:number/prints', {
      params: { number },
      body: { copy: 'original' },
    })
    setAnswer(ordered.ok ? texts.printCode(ordered.value.code) : problemText(ordered.problem))
  }
  return (
    <p>
      <button className="text-button" type="button" onClick={() => void order()}>
        {texts.print}
      </button>{' '}
      <span role="status">{answer}</span>
    </p>
  )
}

function Refused({ application }: ResultProps) {
  const { result: texts } = useRegistrationTexts()
  return (
    <>
      <Title>{texts.refused}</Title>
      <FailedChecks checks={application.reasons} />
      <CasePapers application={application} />
      <CopyApplication application={application} />
    </>
  )
}

/** Taken back or run out: nothing is kept but what was filled in. */
function Ended({ application }: ResultProps) {
  const { result: texts, stages } = useRegistrationTexts()
  return (
    <>
      <Title>{stages[application.stage] ?? ''}</Title>
      <p className="lead">{texts.ended}</p>
      <CopyApplication application={application} />
    </>
  )
}

/** Still to be filled in, signed or submitted. */
function Unfinished({ application }: ResultProps) {
  const { result: texts, stages } = useRegistrationTexts()
  const link = useLink()
  return (
    <>
      <Title>{stages[application.stage] ?? ''}</Title>
      <div className="actions">
        <Link className="button" href={link(registrationAddress(application))}>
          {texts.goOn}
        </Link>
      </div>
    </>
  )
}

function WithOfficer({ application, again }: ResultProps) {
  const { result: texts, stages } = useRegistrationTexts()
  const { zone } = usePage()
  const { moment } = useMoments()
  return (
    <>
      <Title>{texts.human}</Title>
      <TitleBlock
        cells={[
          { label: texts.caseNumber, value: <span className="code">{application.number}</span> },
          { label: texts.who, value: texts.humanWho(zone.organiser) },
          {
            label: texts.when,
            value: application.dueAt === null ? '—' : texts.humanDue(moment(application.dueAt)),
          },
          { label: texts.state, value: <Light colour="amber">{stages['with-officer'] ?? ''}</Light> },
        ]}
      />
      <ul>
        {application.dueBecause.map((line) => (
          <li key={line}>
            <Words>{line}</Words>
          </li>
        ))}
      </ul>
      <FailedChecks checks={application.reasons} />
      <CasePapers application={application} />
      <SignedBy signers={application.signers} />
      <AddressFiling application={application} seat={application.seat} />
      <Withdrawal application={application} onDone={again} />
    </>
  )
}
