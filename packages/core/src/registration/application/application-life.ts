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
  | { readonly type: 'licence-corrected'; readonly officer: string }
  | { readonly type: 'revocation-proposed'; readonly officer: string }
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
  | {
      readonly type: 'issue-decision'
      readonly officer: string
      readonly outcome: DecisionOutcome
      readonly decisionId: string
    }
  | { readonly type: 'correct'; readonly officer: string }
  | { readonly type: 'propose-revocation'; readonly officer: string }
  | { readonly type: 'confirm-revocation'; readonly officer: string }
  | { readonly type: 'withdraw' }
  | { readonly type: 'expire' }

/** Why a command was refused. */
export type ApplicationRefusal =
  | 'application-not-open'
  | 'application-not-in-signing'
  | 'signer-not-named'
  | 'documents-changed'
  | 'signatures-missing'
  | 'checks-waiting'
  | 'application-not-with-officer'
  | 'claimed-by-other'
  | 'application-not-approved'
  | 'revocation-not-proposed'
  | 'second-officer-required'

type Answer = Result<readonly ApplicationEvent[], ApplicationRefusal>

/** A new application. */
export const newApplication: ApplicationLife = { stage: { at: 'draft' }, humanActs: 0 }

function isOpen({ at }: ApplicationStage): boolean {
  return at === 'draft' || at === 'signing'
}

function sign(stage: ApplicationStage, command: Extract<ApplicationCommand, { type: 'sign' }>): Answer {
  if (stage.at !== 'signing') return refuse('application-not-in-signing')
  if (stage.documentsDigest !== command.documentsDigest) return refuse('documents-changed')
  if (!stage.missing.includes(command.signer)) return refuse('signer-not-named')
  return accept([{ type: 'signed', signer: command.signer }])
}

function submit(stage: ApplicationStage, command: Extract<ApplicationCommand, { type: 'submit' }>): Answer {
  if (stage.at !== 'signing') return refuse('application-not-in-signing')
  if (stage.missing.length > 0) return refuse('signatures-missing', { missing: stage.missing.length })
  const { verdict, checks, decisionId } = command
  if (verdict === 'wait') return refuse('checks-waiting', { checks })
  if (verdict === 'human') return accept([{ type: 'referred', checks }])
  const outcome = verdict === 'approve' ? 'approved' : 'refused'
  return accept([{ type: 'decided-automatically', outcome, decisionId }])
}

function byOfficer(
  stage: ApplicationStage,
  command: Extract<ApplicationCommand, { type: 'claim' | 'issue-decision' }>,
): Answer {
  if (stage.at !== 'with-officer') return refuse('application-not-with-officer')
  const { officer } = command
  if (stage.officer !== null && stage.officer !== officer) return refuse('claimed-by-other')
  if (command.type === 'claim') return accept([{ type: 'claimed', officer }])
  const { outcome, decisionId } = command
  return accept([{ type: 'decided-by-officer', outcome, decisionId, officer }])
}

function afterwards(
  stage: ApplicationStage,
  command: Extract<ApplicationCommand, { type: 'correct' | 'propose-revocation' | 'confirm-revocation' }>,
): Answer {
  const { officer, type } = command
  if (type === 'confirm-revocation') {
    if (stage.at !== 'revocation-proposed') return refuse('revocation-not-proposed')
    return stage.proposedBy === officer
      ? refuse('second-officer-required')
      : accept([{ type: 'revoked', officer }])
  }
  if (stage.at !== 'approved') return refuse('application-not-approved')
  return accept([{ type: type === 'correct' ? 'licence-corrected' : 'revocation-proposed', officer }])
}

type Handlers = {
  readonly [Type in ApplicationCommand['type']]: (
    stage: ApplicationStage,
    command: Extract<ApplicationCommand, { type: Type }>,
  ) => Answer
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
  claim: byOfficer,
  'issue-decision': byOfficer,
  correct: afterwards,
  'propose-revocation': afterwards,
  'confirm-revocation': afterwards,
  withdraw: (stage) =>
    isOpen(stage) || stage.at === 'with-officer'
      ? accept([{ type: 'withdrawn' }])
      : refuse('application-not-open'),
  expire: (stage) => (isOpen(stage) ? accept([{ type: 'expired' }]) : refuse('application-not-open')),
}

/** What follows from a command; nothing is changed here. */
export function handleApplication(life: ApplicationLife, command: ApplicationCommand): Answer {
  const handle = handlers[command.type] as (stage: ApplicationStage, command: ApplicationCommand) => Answer
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
  'licence-corrected': (stage) => stage,
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
