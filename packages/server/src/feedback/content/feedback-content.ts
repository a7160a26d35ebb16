/**
 * The register's rules as the zone wrote them: sources, clocks, topics, ways elsewhere, thresholds. Read once, judged at
 * once.
 */

import { join } from 'node:path'
import type { IssueRule, RecurrenceRule } from '@guanjia/core/feedback'
import { array, boolean, enum as choice, int, object, type output, record, string } from 'zod'
import { readContentFile } from '../../platform/content-file.ts'

const wording = object({ 'zh-CN': string(), en: string() })
const figure = object({
  value: int().min(0),
  unit: string(),
  source: string().min(1),
  mark: choice(['S', 'G', 'U']),
})
const span = figure.extend({ unit: choice(['working-days', 'natural-days']) })

const rule = object({
  dispatchWithin: span,
  contactWithin: span.nullable(),
  returnWithin: span,
  replyWithin: span,
  complexReplyWithin: span,
  countFrom: choice(['filing', 'dispatch']),
  extensionAtMost: figure,
  signOffWithin: span,
  callBackWithin: span,
  reopenedReplyWithin: span,
  escalateAfterReopenings: figure,
  silence: object({ callBacks: figure, after: span }),
})

const intake = choice(['public', 'staff', 'exchange', 'reaction', 'open311', 'page', 'mail'])
const sourcesFile = object({
  sources: array(
    object({ id: string(), group: string(), rule: string(), name: wording, intake: array(intake).min(1) }),
  ).min(1),
  groups: record(string(), wording),
})
const rulesFile = object({
  rules: record(string(), rule),
  recurrence: object({ atLeast: figure, within: figure }),
  likeness: object({ atLeast: figure, within: figure }),
  follow: object({ failuresBeforeRest: figure, rest: figure }),
  photos: figure,
})
const hinted = object({ name: wording, hint: wording })
const topicsFile = object({
  topics: array(
    hinted.extend({
      id: string(),
      usually: string(),
      /** whether such an issue may be passed on as a need for space */
      becomesNeed: boolean().default(false),
    }),
  ).min(1),
  kinds: object({
    appeal: wording.extend({ hint: wording }),
    suggestion: wording.extend({ hint: wording }),
    complaint: wording.extend({ hint: wording }),
  }),
  signposts: object({
    grounds: array(object({ id: string(), name: wording, where: wording })).min(1),
    misconduct: wording,
  }),
  badRating: string(),
})

/** How an issue may come in. */
export type Intake = output<typeof intake>

/** A source as the zone lists it. */
export interface Source {
  readonly id: string
  readonly group: string
  readonly name: output<typeof wording>
  readonly intake: readonly Intake[]
  readonly rule: IssueRule
}

/** Everything the register asks of the content. */
export interface FeedbackContent extends Omit<output<typeof topicsFile>, 'signposts'> {
  readonly sources: readonly Source[]
  readonly groups: Readonly<Record<string, output<typeof wording>>>
  readonly grounds: output<typeof topicsFile>['signposts']['grounds']
  readonly misconduct: output<typeof wording>
  readonly recurrence: RecurrenceRule
  readonly likeness: { readonly atLeastPercent: number; readonly withinDays: number }
  readonly follow: { readonly failuresBeforeRest: number; readonly restMinutes: number }
  readonly photosAtMost: number
}

/** Reads `feedback/` of a zone; a source without a rule, and a name given twice, close the house. */
export function readFeedbackContent(contentFolder: string): FeedbackContent {
  const read = (name: string): unknown => readContentFile(join(contentFolder, 'feedback', name))
  const { sources, groups } = sourcesFile.parse(read('sources.yaml'))
  const { rules, recurrence, likeness, follow, photos } = rulesFile.parse(read('rules.yaml'))
  const { topics, kinds, signposts, badRating } = topicsFile.parse(read('topics.yaml'))
  demandOnce('feedback/sources.yaml', sources)
  demandOnce('feedback/topics.yaml', topics)
  return {
    topics,
    kinds,
    groups,
    badRating,
    grounds: signposts.grounds,
    misconduct: signposts.misconduct,
    sources: sources.map(({ rule: name, ...source }) => {
      const found = rules[name]
      if (found === undefined) throw new Error(`feedback/sources.yaml: ${source.id} names no rule ${name}`)
      if (groups[source.group] === undefined)
        throw new Error(`feedback/sources.yaml: ${source.id} names no group ${source.group}`)
      return { ...source, rule: plainRule(found) }
    }),
    recurrence: { atLeast: recurrence.atLeast.value, withinDays: recurrence.within.value },
    likeness: { atLeastPercent: likeness.atLeast.value, withinDays: likeness.within.value },
    follow: { failuresBeforeRest: follow.failuresBeforeRest.value, restMinutes: follow.rest.value },
    photosAtMost: photos.value,
  }
}

function demandOnce(place: string, listed: readonly { readonly id: string }[]): void {
  const ids = listed.map(({ id }) => id)
  const twice = ids.find((id, at) => ids.indexOf(id) !== at)
  if (twice !== undefined) throw new Error(`${place}: ${twice} is listed twice`)
}

/** The rule without the sources of its figures: an issue keeps the figures. */
function plainRule(written: output<typeof rule>): IssueRule {
  const days = ({ value, unit }: output<typeof span>) => ({ value, unit })
  return {
    dispatchWithin: days(written.dispatchWithin),
    contactWithin: written.contactWithin === null ? null : days(written.contactWithin),
    returnWithin: days(written.returnWithin),
    replyWithin: days(written.replyWithin),
    complexReplyWithin: days(written.complexReplyWithin),
    countFrom: written.countFrom,
    extensionAtMost: written.extensionAtMost.value,
    signOffWithin: days(written.signOffWithin),
    callBackWithin: days(written.callBackWithin),
    reopenedReplyWithin: days(written.reopenedReplyWithin),
    escalateAfterReopenings: written.escalateAfterReopenings.value,
    silence: { callBacks: written.silence.callBacks.value, after: days(written.silence.after) },
  }
}
