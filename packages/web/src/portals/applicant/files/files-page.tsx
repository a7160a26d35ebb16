/**
 * Everything one has under way, registrations and other services alike: what waits for the reader first.
 */

import { Link } from 'wouter'
import type { CallOutput } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import { type CaseLine, colourOf, turnText, untilText, useWord } from '../../../features/cases/index.ts'
import { registrationAddress, signAddress } from '../../../features/registration/index.ts'
import { useLink } from '../../../page.tsx'
import { casesZhCN } from '../../../texts/cases-zh-cn.ts'
import { useRegistrationTexts } from '../../../texts/use-registration-texts.ts'
import { Light, type LightColour } from '../../../ui/light.tsx'
import { Awaited } from '../../../ui/reading.tsx'
import { Shell } from '../../../ui/shell.tsx'
import { Title } from '../../../ui/title.tsx'
import { useMoments } from '../../../ui/use-moments.ts'
import { registrationColours } from '../cases-page.tsx'

type Registration = CallOutput<'GET /api/registration/applications'>['applications'][number]

interface Line {
  readonly id: string
  readonly href: string
  readonly name: string
  readonly number: string
  readonly kind: string
  readonly at: string
  readonly status: string
  readonly colour: LightColour
  readonly turn: string
  readonly until: string
  /** whether the reader has to do something */
  readonly isWaiting: boolean
}

export function FilesPage() {
  const { list: texts } = casesZhCN
  const link = useLink()
  const cases = useApi('GET /api/cases')
  const registrations = useApi('GET /api/registration/applications')
  const { ofCase, ofRegistration } = useLines()
  return (
    <Shell>
      <Title>{texts.title}</Title>
      <p className="links">
        <Link href={link('/my/projects')}>{texts.projects}</Link>
        <Link href={link('/my/evidence')}>{texts.library}</Link>
        <Link href={link('/services')}>{texts.guides}</Link>
      </p>
      <Awaited reading={cases}>
        {(own) => (
          <Awaited reading={registrations}>
            {({ applications, toSign }) => (
              <Lists
                lines={[
                  ...own.cases.map(ofCase),
                  ...toSign.map((line) => ({ ...ofRegistration(line), href: signAddress(line) })),
                  ...applications
                    .filter(({ id }) => !toSign.some((line) => line.id === id))
                    .map(ofRegistration),
                ]}
              />
            )}
          </Awaited>
        )}
      </Awaited>
    </Shell>
  )
}

function useLines() {
  const { stages, cases } = useRegistrationTexts()
  const { list: texts, situations } = casesZhCN
  const word = useWord()
  const { day } = useMoments()
  return {
    ofCase: (line: CaseLine): Line => ({
      id: line.id,
      href: `/my/files/${line.id}`,
      name: word(line.service.name),
      number: line.number,
      kind: '',
      at: line.openedAt,
      status: situations[line.situation],
      colour: colourOf(line.situation, line.light),
      turn: turnText(line.court, word(line.authority)),
      until: untilText(line.nextKind, line.nextDue === null ? null : day(line.nextDue)),
      isWaiting: line.court === 'applicant',
    }),
    ofRegistration: (line: Registration): Line => ({
      id: line.id,
      href: registrationAddress(line),
      name: line.name ?? cases.unnamed,
      number: line.number,
      kind: texts.registration,
      at: line.updatedAt,
      status: stages[line.stage] ?? '',
      colour: registrationColours[line.stage] ?? 'plain',
      turn: isOpen(line) ? casesZhCN.courts.applicant : '',
      until: '',
      isWaiting: isOpen(line),
    }),
  }
}

/** Still to be filled in, signed or submitted by whoever has it in the list. */
function isOpen({ stage }: Registration): boolean {
  return stage === 'draft' || stage === 'signing'
}

function Lists({ lines }: { readonly lines: readonly Line[] }) {
  const { list: texts } = casesZhCN
  const link = useLink()
  if (lines.length === 0)
    return (
      <>
        <p>{texts.none}</p>
        <p className="row-actions">
          <Link className="button" href={link('/services')}>
            {texts.guides}
          </Link>
          <Link className="button quiet" href={link('/apply/company')}>
            {texts.company}
          </Link>
        </p>
      </>
    )
  const sorted = lines.toSorted((one, other) => (one.at > other.at ? -1 : 1))
  const waiting = sorted.filter(({ isWaiting }) => isWaiting)
  return (
    <>
      <h2>{texts.waiting}</h2>
      {waiting.length === 0 ? <p>{texts.waitingNone}</p> : <Rows lines={waiting} />}
      <h2>{texts.all}</h2>
      <Rows lines={sorted.filter(({ isWaiting }) => !isWaiting)} />
    </>
  )
}

function Rows({ lines }: { readonly lines: readonly Line[] }) {
  const link = useLink()
  const { moment } = useMoments()
  return (
    <ul className="rows case-rows">
      {lines.map((line) => (
        <li key={line.id}>
          <span>
            <Link href={link(line.href)}>{line.name}</Link>
            <small className="hint">
              {[line.kind, line.number, moment(line.at)].filter((part) => part !== '').join(' · ')}
            </small>
          </span>
          <span className="case-state">
            <Light colour={line.colour}>{line.status}</Light>
            <small className="hint">
              {line.turn === '' || line.until === ''
                ? line.turn + line.until
                : casesZhCN.list.turnUntil(line.turn, line.until)}
            </small>
          </span>
        </li>
      ))}
    </ul>
  )
}
