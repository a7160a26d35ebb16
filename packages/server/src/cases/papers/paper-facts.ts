/**
 * The facts that the papers name: everything a reader has to know stands in the event and in the case as it was then.
 */

import type { PlainDate, WorkingCalendar } from '@guanjia/core/calendar'
import {
  type CaseEvent,
  type CaseLimit,
  type CaseState,
  type ClockEnds,
  clockEnds,
  type FollowingPaper,
} from '@guanjia/core/cases'
import type { CasePaperContent } from './papers-content.ts'

/** Facts by name, ready to be printed. */
export type PaperFacts = Readonly<Record<string, string>>

/** A case at the moment of an event. */
export interface PaperMoment {
  readonly number: string
  readonly applicant: string
  readonly authority: string
  /** the case after the event */
  readonly state: CaseState
  readonly event: CaseEvent
  readonly calendar: WorkingCalendar
}

/** The facts of a paper. */
export function paperFacts(moment: PaperMoment, content: CasePaperContent): PaperFacts {
  return { ...commonFacts(moment, content), ...clockFacts(moment), ...eventFacts(moment, content) }
}

/** `2023-04-28` as 2023年4月28日. */
export function chineseDate(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

function commonFacts({ number, applicant, authority, state, event }: PaperMoment, content: CasePaperContent) {
  const { service } = state
  return {
    number,
    applicant,
    authority,
    service: nameIn(service.name, service.id),
    serviceId: service.id,
    on: chineseDate(event.on),
    receivedOn: state.receivedOn === null ? content.words.words.none : chineseDate(state.receivedOn),
    committed: limitText(service.committed, content),
    statutory: limitText(service.statutory, content),
    delivery: limitText(service.delivery, content),
  }
}

function clockFacts(moment: PaperMoment): PaperFacts {
  const ends = endsOf(moment)
  return {
    noticeDue: dateText(ends['one-time-notice']),
    committedDue: dateText(ends.committed),
    statutoryDue: dateText(ends.statutory),
  }
}

/** The ends that the event keeps, so that the paper stays as it was issued; those of older events are counted anew. */
function endsOf({ state, event, calendar }: PaperMoment): ClockEnds {
  const kept = 'ends' in event ? event.ends : undefined
  return kept ?? clockEnds(state, calendar, event.on)
}

function dateText(day: PlainDate | undefined): string {
  return day === undefined ? '—' : chineseDate(day)
}

function eventFacts(moment: PaperMoment, content: CasePaperContent): PaperFacts {
  const { event, state } = moment
  const { words } = content.words
  switch (event.type) {
    case 'received':
      return {
        channel: event.channel === 'online' ? words.online : words.counter,
        papers: listText(
          event.papers.map((id) => requirementName(state, id)),
          content,
        ),
      }
    case 'accepted':
      return {
        from: chineseDate(event.from),
        follow: listText(followTexts(state, event.follow), content),
        procedures: listText(
          state.service.specialProcedures.map(
            ({ name, limit }) => `${nameIn(name, '')}（${limitText(limit, content)}）`,
          ),
          content,
        ),
      }
    case 'correction-requested':
      return {
        gaps: listText(
          event.gaps.map(({ requirement, what }) => `${requirementName(state, requirement)}：${what}`),
          content,
        ),
        due: chineseDate(event.due),
      }
    default:
      return { ...delayFacts(moment, content), ...endFacts(event, content) }
  }
}

function delayFacts(moment: PaperMoment, content: CasePaperContent): PaperFacts {
  const { event, state } = moment
  const { words } = content.words
  switch (event.type) {
    case 'special-procedure-started':
      return specialFacts(moment, event, content)
    case 'limit-extended':
      return { days: String(event.workingDays), reason: event.reason }
    case 'suspended':
      return {
        suspensionGround: content.words.labels[event.ground] ?? event.ground,
        reason: event.reason,
        expected: event.expected === null ? words.open : chineseDate(event.expected),
      }
    case 'resumed':
      return {
        reason: event.reason,
        follow: listText(followTexts(state, event.follow), content),
      }
    default:
      return {}
  }
}

function followTexts(state: CaseState, follow: readonly FollowingPaper[]): readonly string[] {
  return follow.map(({ requirement, due }) => `${requirementName(state, requirement)}（${chineseDate(due)}）`)
}

function specialFacts(
  { state }: PaperMoment,
  { kind, reason, expected }: Extract<CaseEvent, { type: 'special-procedure-started' }>,
  content: CasePaperContent,
): PaperFacts {
  const procedure = state.service.specialProcedures.find(({ id }) => id === kind)
  return {
    procedure: procedure === undefined ? kind : nameIn(procedure.name, kind),
    expected: chineseDate(expected),
    limit: procedure === undefined ? '—' : limitText(procedure.limit, content),
    reason,
  }
}

function endFacts(event: CaseEvent, content: CasePaperContent): PaperFacts {
  const { none } = content.words.words
  switch (event.type) {
    case 'decision-issued':
      return {
        reasons: event.reasons,
        basis: event.basis,
        remedies: event.remedies ?? none,
        duties: listText(
          event.duties.map(({ what, due }) => `${what}（${chineseDate(due)}）`),
          content,
        ),
      }
    case 'declined':
      return { reasons: event.reasons, properAuthority: event.properAuthority ?? none }
    case 'revoked':
      return { ground: content.words.labels[event.ground] ?? event.ground }
    default:
      return {}
  }
}

function requirementName({ service }: CaseState, id: string): string {
  const found = service.requirements.find((requirement) => requirement.id === id)
  return found === undefined ? id : nameIn(found.name, id)
}

function nameIn(name: Readonly<Record<string, string>>, otherwise: string): string {
  return name['zh-CN'] ?? otherwise
}

function limitText({ value, unit }: CaseLimit, content: CasePaperContent): string {
  return `${value}${content.words.units[unit]}`
}

function listText(items: readonly string[], { words }: CasePaperContent): string {
  return items.length === 0 ? words.words.none : items.join(words.words.itemSeparator)
}
