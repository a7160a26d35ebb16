/**
 * After the decision: duties that are made up, extended once or lapse; rectification; revocation by two people.
 */

import { accept, type Result, refuse } from '../../kernel/index.ts'
import type { CaseRefusal } from '../case-command.ts'
import { type CaseState, type Duty, proofsOfDuty } from '../case-state.ts'
import { limitDue } from '../clocks/case-clock.ts'
import type { CaseLimit } from '../service-snapshot.ts'
import { dated, type HandlersOf, happens } from './handler.ts'

function isGranted({ situation }: CaseState): boolean {
  return situation.at === 'granted' || situation.at === 'granted-on-promise'
}

/** A duty in one of the states, of a grant that nobody proposes to revoke. */
function dutyIn(state: CaseState, id: string, states: readonly Duty['state'][]): Result<Duty, CaseRefusal> {
  if (state.situation.at === 'revocation-proposed') return refuse('revocation-proposed-already')
  if (!isGranted(state)) return refuse('decision-not-issued')
  const duty = state.duties.find((each) => each.id === id)
  if (duty === undefined) return refuse('duty-unknown', { duty: id })
  return states.includes(duty.state) ? accept(duty) : refuse('duty-not-open', { state: duty.state })
}

/** A condition attached by hand has the time that is left to papers by law: as long as its service commits to. */
function rectificationOf({ service }: CaseState, { id }: Duty): CaseLimit {
  return service.promises.find((promise) => promise.id === id)?.rectification ?? service.committed
}

/** What happens to duties. */
export const duties: HandlersOf<
  'make-up-duty' | 'return-duty' | 'extend-duty' | 'lapse-duty' | 'fail-rectification'
> = {
  'make-up-duty': (state, { duty, attached, ...command }) => {
    const found = dutyIn(state, duty, ['open', 'lapsed'])
    if (!found.ok) return found
    const unproven = proofsOfDuty(state, duty).filter((id) => !attached.includes(id))
    if (unproven.length > 0) return refuse('duty-unproven', { duty, unproven })
    return happens({ ...dated(command), type: 'duty-made-up', duty })
  },

  // as long as the one notice of gaps may take; who says nothing in that time has taken the paper
  'return-duty': (state, { duty, reasons, ...command }, calendar) => {
    const found = dutyIn(state, duty, ['made-up'])
    if (!found.ok) return found
    if (reasons.trim() === '') return refuse('reasons-missing')
    const { madeUpOn, due } = found.value
    const latest = limitDue(calendar, madeUpOn ?? due, state.service.oneTimeNotice)
    if (!latest.ok) return latest
    if (command.on > latest.value) return refuse('duty-accepted-by-silence', { latest: latest.value })
    const returned = { ...dated(command), type: 'duty-returned', duty, reasons } as const
    if (command.on <= due) return happens({ ...returned, rectifyBy: null })
    const rectifyBy = limitDue(calendar, command.on, rectificationOf(state, found.value))
    return rectifyBy.ok ? happens({ ...returned, rectifyBy: rectifyBy.value }) : rectifyBy
  },

  'extend-duty': (state, { duty, due, reason, ...command }, calendar) => {
    const found = dutyIn(state, duty, ['open'])
    if (!found.ok) return found
    if (found.value.extended) return refuse('duty-extended-already')
    if (reason.trim() === '') return refuse('reasons-missing')
    const makeUp = state.service.promises.find(({ id }) => id === duty)?.makeUp ?? state.service.committed
    // never by more than it was given in the first place
    const latest = limitDue(calendar, found.value.due, makeUp)
    if (!latest.ok) return latest
    if (due <= found.value.due || due > latest.value)
      return refuse('duty-extension-too-long', { latest: latest.value })
    return happens({ ...dated(command), type: 'duty-extended', duty, due, reason })
  },

  'lapse-duty': (state, { duty, ...command }, calendar) => {
    const found = dutyIn(state, duty, ['open'])
    if (!found.ok) return found
    if (command.on <= found.value.due) return refuse('duty-not-due', { due: found.value.due })
    const rectifyBy = limitDue(calendar, command.on, rectificationOf(state, found.value))
    if (!rectifyBy.ok) return rectifyBy
    return happens({ ...dated(command), type: 'duty-lapsed', duty, rectifyBy: rectifyBy.value })
  },

  'fail-rectification': (state, { duty, ...command }) => {
    const found = dutyIn(state, duty, ['lapsed'])
    if (!found.ok) return found
    const isRunning = found.value.rectifyBy === null || command.on <= found.value.rectifyBy
    if (isRunning) return refuse('rectification-running')
    return happens({ ...dated(command), type: 'rectification-failed', duty })
  },
}

/** Taking a grant away again. */
export const revocation: HandlersOf<'propose-revocation' | 'drop-revocation' | 'confirm-revocation'> = {
  'propose-revocation': (state, { ground, reasons, ...command }) => {
    if (state.situation.at === 'revocation-proposed') return refuse('revocation-proposed-already')
    if (!isGranted(state)) return refuse('decision-not-issued')
    if (reasons.trim() === '') return refuse('reasons-missing')
    const isFailed = state.duties.some((duty) => duty.state === 'failed')
    if (ground === 'duty-not-made-up' && !isFailed) return refuse('revocation-ground-missing')
    return happens({ ...dated(command), type: 'revocation-proposed', ground, reasons })
  },

  'drop-revocation': ({ situation }, { reason, ...command }) => {
    if (situation.at !== 'revocation-proposed') return refuse('revocation-not-proposed')
    if (reason.trim() === '') return refuse('reasons-missing')
    return happens({ ...dated(command), type: 'revocation-dropped', reason })
  },

  'confirm-revocation': ({ situation }, command) => {
    if (situation.at !== 'revocation-proposed') return refuse('revocation-not-proposed')
    const { by: proposedBy, ground } = situation
    if (proposedBy === command.by) return refuse('second-officer-required')
    return happens({ ...dated(command), type: 'revoked', proposedBy, ground })
  },
}
