/**
 * The life of a set-up application, as a decider: given what has happened and a command, the events that follow or a refusal.
 *
 * Terms: a *human act* is anything a member of staff does to an application; a registration without one is *fully automatic*
 * and counts as zero-touch. An application is *with an officer* when a check asked for a person.
 */

import { accept, type Result, refuse } from '../../kernel/index.ts'

/** How a decision came out. */
export type DecisionOutcome = 'approved' | 'refused'

/** What happened to an application. */
export type ApplicationEvent =
  | { readonly type: 'opened' }
  | { readonly type: 'answers-saved'; readonly by: 'applicant' | 'staff' }
  | {
      readonly type: 'signatures-requested'
      readonly documentsDigest: string
      readonly signers: readonly string[]
    }
  | { readonly type: 'signed'; readonly signer: string }
  | { readonly type: 'decided-automatically'; readonly outcome: DecisionOutcome; readonly decisionId: string }
  | { readonly type: 'referred'; readonly checks: readonly string[] }
  | { readonly type: 'claimed'; readonly officer: string }
  | {
      readonly type: 'decided-by-officer'
      readonly outcome: DecisionOutcome
      readonly decisionId: string
      readonly officer: string
    }
  | { readonly type: 'released'; readonly officer: string }
  | { readonly type: 'handed-over'; readonly officer: string; readonly to: string }
  | { readonly type: 'correction-proposed'; readonly officer: string }
  | { readonly type: 'correction-rejected'; readonly officer: string }
  /** the host of the new seat refused, or said nothing in its time */
  | { readonly type: 'correction-ended'; readonly because: 'declined' | 'lapsed' }
  | { readonly type: 'licence-corrected'; readonly officer: string }
  | { readonly type: 'revocation-proposed'; readonly officer: string }
  | { readonly type: 'revocation-rejected'; readonly officer: string }
  | { readonly type: 'revoked'; readonly officer: string }
  | { readonly type: 'withdrawn' }
  | { readonly type: 'expired' }

/** Where an application stands. */
export type ApplicationStage =
  | { readonly at: 'draft' }
  | {
      readonly at: 'signing'
      readonly documentsDigest: string
      readonly missing: readonly string[]
    }
  | { readonly at: 'with-officer'; readonly officer: string | null }
  | { readonly at: 'approved'; readonly decisionId: string }
  | { readonly at: 'refused'; readonly decisionId: string }
  | { readonly at: 'revocation-proposed'; readonly decisionId: string; readonly proposedBy: string }
  | { readonly at: 'revoked'; readonly decisionId: string }
  | { readonly at: 'withdrawn' }
  | { readonly at: 'expired' }

/** An application as its events made it. */
export interface ApplicationLife {
  readonly stage: ApplicationStage
  /** acts of staff so far; 0 at approval means zero-touch */
  readonly humanActs: number
}

/** The name of a stage. */
export type StageName = ApplicationStage['at']

/** What somebody wants of an application. */
export type ApplicationCommand =
  | { readonly type: 'save-answers'; readonly by: 'applicant' | 'staff' }
  | {
      readonly type: 'request-signatures'
      readonly documentsDigest: string
      readonly signers: readonly string[]
    }
  | { readonly type: 'sign'; readonly signer: string; readonly documentsDigest: string }
  | {
      readonly type: 'submit'
      readonly verdict: 'approve' | 'reject' | 'human' | 'wait'
      readonly checks: readonly string[]
      readonly decisionId: string
    }
  | { readonly type: 'claim'; readonly officer: string }
  | { readonly type: 'release'; readonly officer: string; readonly isLead: boolean }
  | { readonly type: 'hand-over'; readonly officer: string; readonly to: string; readonly isLead: boolean }
  | {
      readonly type: 'issue-decision'
      readonly officer: string
      readonly outcome: DecisionOutcome
      readonly decisionId: string
    }
  | { readonly type: 'propose-correction'; readonly officer: string }
  | {
      readonly type: 'confirm-correction' | 'reject-correction'
      readonly officer: string
      readonly proposedBy: string
    }
  | { readonly type: 'end-correction'; readonly because: 'declined' | 'lapsed' }
  | { readonly type: 'propose-revocation'; readonly officer: string }
  | { readonly type: 'confirm-revocation' | 'reject-revocation'; readonly officer: string }
  | { readonly type: 'withdraw' }
  | { readonly type: 'expire' }

/** Why each command may be refused. */
interface RefusalsOf {
  'save-answers': 'application-not-open'
  'request-signatures': 'application-not-open'
  sign: 'application-not-in-signing' | 'documents-changed' | 'signer-not-named'
  submit: 'application-not-in-signing' | 'signatures-missing' | 'checks-waiting'
  claim: 'application-not-with-officer' | 'claimed-by-other'
  release: 'application-not-with-officer' | 'claimed-by-other' | 'claim-missing'
  'hand-over': 'application-not-with-officer' | 'claimed-by-other' | 'claim-missing'
  'issue-decision': 'application-not-with-officer' | 'claimed-by-other' | 'claim-missing'
  'propose-correction': 'application-not-approved'
  'confirm-correction': 'application-not-approved' | 'second-officer-required'
  'reject-correction': 'application-not-approved' | 'second-officer-required'
  'end-correction': 'application-not-approved'
  'propose-revocation': 'application-not-approved'
  'confirm-revocation': 'revocation-not-proposed' | 'second-officer-required'
  'reject-revocation': 'revocation-not-proposed' | 'second-officer-required'
  withdraw: 'application-not-open'
  expire: 'application-not-open'
}

type CommandType = ApplicationCommand['type']

/** Why a command of this type may be refused. */
export type ApplicationRefusal<Type extends CommandType = CommandType> = RefusalsOf[Type]

type Command<Type extends CommandType> = Extract<ApplicationCommand, { readonly type: Type }>
type Answer<Type extends CommandType> = Result<readonly ApplicationEvent[], RefusalsOf[Type]>

/** A new application. */
export const newApplication: ApplicationLife = { stage: { at: 'draft' }, humanActs: 0 }

function isOpen({ at }: ApplicationStage): boolean {
  return at === 'draft' || at === 'signing'
}

function sign(stage: ApplicationStage, command: Command<'sign'>): Answer<'sign'> {
  if (stage.at !== 'signing') return refuse('application-not-in-signing')
  if (stage.documentsDigest !== command.documentsDigest) return refuse('documents-changed')
  if (!stage.missing.includes(command.signer)) return refuse('signer-not-named')
  return accept([{ type: 'signed', signer: command.signer }])
}

function submit(stage: ApplicationStage, command: Command<'submit'>): Answer<'submit'> {
  if (stage.at !== 'signing') return refuse('application-not-in-signing')
  if (stage.missing.length > 0) return refuse('signatures-missing', { missing: stage.missing.length })
  const { verdict, checks, decisionId } = command
  if (verdict === 'wait') return refuse('checks-waiting', { checks })
  if (verdict === 'human') return accept([{ type: 'referred', checks }])
  const outcome = verdict === 'approve' ? 'approved' : 'refused'
  return accept([{ type: 'decided-automatically', outcome, decisionId }])
}

function claim(stage: ApplicationStage, { officer }: Command<'claim'>): Answer<'claim'> {
  if (stage.at !== 'with-officer') return refuse('application-not-with-officer')
  if (stage.officer !== null && stage.officer !== officer) return refuse('claimed-by-other')
  return accept([{ type: 'claimed', officer }])
}

/** Whoever has the case may do it; a lead may take it off the desk of another. */
function claimedBy(
  stage: ApplicationStage,
  { officer, isLead = false }: { readonly officer: string; readonly isLead?: boolean },
): Result<null, RefusalsOf['release']> {
  if (stage.at !== 'with-officer') return refuse('application-not-with-officer')
  if (stage.officer === null) return refuse('claim-missing')
  return stage.officer === officer || isLead ? accept(null) : refuse('claimed-by-other')
}

function release(stage: ApplicationStage, command: Command<'release'>): Answer<'release'> {
  const claimed = claimedBy(stage, command)
  return claimed.ok ? accept([{ type: 'released', officer: command.officer }]) : claimed
}

function handOver(stage: ApplicationStage, command: Command<'hand-over'>): Answer<'hand-over'> {
  const claimed = claimedBy(stage, command)
  const { officer, to } = command
  return claimed.ok ? accept([{ type: 'handed-over', officer, to }]) : claimed
}

function issueDecision(
  stage: ApplicationStage,
  command: Command<'issue-decision'>,
): Answer<'issue-decision'> {
  const { officer, outcome, decisionId } = command
  const claimed = claimedBy(stage, { officer })
  return claimed.ok ? accept([{ type: 'decided-by-officer', outcome, decisionId, officer }]) : claimed
}

function propose(type: 'correction-proposed' | 'revocation-proposed') {
  return (
    stage: ApplicationStage,
    { officer }: { readonly officer: string },
  ): Result<readonly ApplicationEvent[], 'application-not-approved'> =>
    stage.at === 'approved' ? accept([{ type, officer }]) : refuse('application-not-approved')
}

function settleCorrection(type: 'licence-corrected' | 'correction-rejected') {
  return (
    stage: ApplicationStage,
    { officer, proposedBy }: Command<'confirm-correction' | 'reject-correction'>,
  ): Answer<'confirm-correction'> => {
    if (stage.at !== 'approved') return refuse('application-not-approved')
    return proposedBy === officer ? refuse('second-officer-required') : accept([{ type, officer }])
  }
}

/** A host may answer while a revocation is looked at. */
function endCorrection(
  { at }: ApplicationStage,
  { because }: Command<'end-correction'>,
): Answer<'end-correction'> {
  const isRegistered = at === 'approved' || at === 'revocation-proposed'
  return isRegistered ? accept([{ type: 'correction-ended', because }]) : refuse('application-not-approved')
}

function settleRevocation(type: 'revoked' | 'revocation-rejected') {
  return (
    stage: ApplicationStage,
    { officer }: { readonly officer: string },
  ): Answer<'confirm-revocation'> => {
    if (stage.at !== 'revocation-proposed') return refuse('revocation-not-proposed')
    return stage.proposedBy === officer ? refuse('second-officer-required') : accept([{ type, officer }])
  }
}

type Handlers = {
  readonly [Type in CommandType]: (stage: ApplicationStage, command: Command<Type>) => Answer<Type>
}

const handlers: Handlers = {
  'save-answers': (stage, { by }) =>
    isOpen(stage) ? accept([{ type: 'answers-saved', by }]) : refuse('application-not-open'),
  'request-signatures': (stage, { documentsDigest, signers }) =>
    isOpen(stage)
      ? accept([{ type: 'signatures-requested', documentsDigest, signers }])
      : refuse('application-not-open'),
  sign,
  submit,
  claim,
  release,
  'hand-over': handOver,
  'issue-decision': issueDecision,
  'propose-correction': propose('correction-proposed'),
  'confirm-correction': settleCorrection('licence-corrected'),
  'reject-correction': settleCorrection('correction-rejected'),
  'end-correction': endCorrection,
  'propose-revocation': propose('revocation-proposed'),
  'confirm-revocation': settleRevocation('revoked'),
  'reject-revocation': settleRevocation('revocation-rejected'),
  withdraw: (stage) =>
    isOpen(stage) || stage.at === 'with-officer'
      ? accept([{ type: 'withdrawn' }])
      : refuse('application-not-open'),
  expire: (stage) => (isOpen(stage) ? accept([{ type: 'expired' }]) : refuse('application-not-open')),
}

/** What follows from a command; nothing is changed here. */
export function handleApplication<Given extends ApplicationCommand>(
  life: ApplicationLife,
  command: Given,
): Answer<Given['type']> {
  const handle = handlers[command.type] as (
    stage: ApplicationStage,
    command: ApplicationCommand,
  ) => Answer<Given['type']>
  return handle(life.stage, command)
}

function isHumanAct(event: ApplicationEvent): boolean {
  return 'officer' in event || (event.type === 'answers-saved' && event.by === 'staff')
}

type Steps = {
  readonly [Type in ApplicationEvent['type']]: (
    stage: ApplicationStage,
    event: Extract<ApplicationEvent, { type: Type }>,
  ) => ApplicationStage
}

function decisionOf(stage: ApplicationStage): string {
  return 'decisionId' in stage ? stage.decisionId : ''
}

const steps: Steps = {
  opened: () => ({ at: 'draft' }),
  'answers-saved': () => ({ at: 'draft' }),
  'signatures-requested': (_, { documentsDigest, signers }) => ({
    at: 'signing',
    documentsDigest,
    missing: signers,
  }),
  signed: (stage, { signer }) =>
    stage.at === 'signing' ? { ...stage, missing: stage.missing.filter((id) => id !== signer) } : stage,
  referred: () => ({ at: 'with-officer', officer: null }),
  claimed: (_, { officer }) => ({ at: 'with-officer', officer }),
  'decided-automatically': (_, { outcome, decisionId }) => ({ at: outcome, decisionId }),
  'decided-by-officer': (_, { outcome, decisionId }) => ({ at: outcome, decisionId }),
  released: () => ({ at: 'with-officer', officer: null }),
  'handed-over': (_, { to }) => ({ at: 'with-officer', officer: to }),
  'correction-proposed': (stage) => stage,
  'correction-rejected': (stage) => stage,
  'correction-ended': (stage) => stage,
  'licence-corrected': (stage) => stage,
  'revocation-rejected': (stage) => ({ at: 'approved', decisionId: decisionOf(stage) }),
  'revocation-proposed': (stage, { officer }) => ({
    at: 'revocation-proposed',
    decisionId: decisionOf(stage),
    proposedBy: officer,
  }),
  revoked: (stage) => ({ at: 'revoked', decisionId: decisionOf(stage) }),
  withdrawn: () => ({ at: 'withdrawn' }),
  expired: () => ({ at: 'expired' }),
}

function nextStage(stage: ApplicationStage, event: ApplicationEvent): ApplicationStage {
  const step = steps[event.type] as (stage: ApplicationStage, event: ApplicationEvent) => ApplicationStage
  return step(stage, event)
}

/** The application after one more event. */
export function evolveApplication(life: ApplicationLife, event: ApplicationEvent): ApplicationLife {
  return {
    stage: nextStage(life.stage, event),
    humanActs: life.humanActs + (isHumanAct(event) ? 1 : 0),
  }
}

/** The application after all its events. */
export function replayApplication(events: readonly ApplicationEvent[]): ApplicationLife {
  return events.reduce(evolveApplication, newApplication)
}
