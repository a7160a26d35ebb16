/**
 * The lights of projects, asked from the command line.
 */

import { localMoment, type PlainDate, parsePlainDate } from '@guanjia/core/calendar'
import { type LightRule, type ProjectLights, projectLights, ruleOn } from '@guanjia/core/supervision'
import { readZoneContent, type ZoneContent } from '../platform/zone-content.ts'
import {
  type LightsContent,
  lightSentence,
  type ProjectFacts,
  readLightFacts,
  readLightsContent,
  rulesNamed,
} from '../supervision/index.ts'
import { type CliAnswer, type CliCommand, type CliInput, type CliProblem, optionText } from './command.ts'
import { contentFolder } from './content-folder.ts'
import { readText } from './planning/index.ts'

/** `guanjia lights FILE`: the light of every node of the projects in a file, each with its reason. */
export const lightsCommand: CliCommand = {
  name: 'lights',
  takes: ['FILE'],
  options: {
    on: { takes: 'DATE', does: 'the day whose lights are asked for; today where left out' },
    rule: { takes: 'ID', does: 'a rule of the zone other than its own first one' },
  },
  summary: 'Red, amber, green: the lights of the projects in FILE, each with its reason',
  example: 'guanjia lights content/qingdao/examples/lights/four-nodes.yaml --on 2026-05-06 --json',
  run: async (input) => {
    const folder = contentFolder()
    const [zone, content] = [readZoneContent(folder), readLightsContent(folder)]
    const on = dayAsked(input, zone)
    if (typeof on === 'object') return on
    const rule = ruleAsked(input, content, on)
    if ('message' in rule) return rule
    const projects = projectsIn(input.positionals[0] ?? '')
    return 'code' in projects ? projects : judge(projects, { zone, content, on, rule })
  },
}

function dayAsked(input: CliInput, { utcOffsetMinutes }: ZoneContent): PlainDate | CliProblem {
  const text = optionText(input, 'on')
  if (text === undefined) return localMoment(Date.now(), utcOffsetMinutes).date
  const parsed = parsePlainDate(text)
  return parsed.ok
    ? parsed.value
    : { code: 'date-malformed', message: `"${text}" is no day: write it as YYYY-MM-DD.` }
}

function ruleAsked(input: CliInput, content: LightsContent, on: PlainDate): LightRule | CliProblem {
  const id = optionText(input, 'rule') ?? content.rules[0]?.id ?? ''
  const versions = rulesNamed(content, id)
  const known = [...new Set(content.rules.map((rule) => rule.id))].join(', ')
  if (versions.length === 0)
    return { code: 'rule-unknown', message: `There is no rule ${id}: it is one of ${known}.` }
  return (
    ruleOn(versions, on) ?? {
      code: 'rule-not-in-force',
      message: `The rule ${id} holds from ${versions.map(({ from }) => from).toSorted()[0]} on, not on ${on}.`,
    }
  )
}

function projectsIn(path: string): readonly ProjectFacts[] | CliProblem {
  const text = readText(path)
  if (text === undefined)
    return { code: 'file-unreadable', message: `${path} cannot be read as a text file.` }
  const read = readLightFacts(text)
  return read.ok
    ? read.value
    : {
        code: read.code,
        message: `${path} cannot be read: ${String(read.because['fault'])}. Nothing was judged.`,
      }
}

interface Question {
  readonly zone: ZoneContent
  readonly content: LightsContent
  readonly on: PlainDate
  readonly rule: LightRule
}

function judge(projects: readonly ProjectFacts[], question: Question): CliAnswer | CliProblem {
  const { zone, content, on, rule } = question
  const judged: { readonly id: string; readonly lights: ProjectLights }[] = []
  for (const { id, nodes } of projects) {
    const lights = projectLights(nodes, { rule, calendar: zone.calendar, on })
    if (!lights.ok) {
      const message = `The lights of ${id} need working days of a year whose calendar is not published.`
      return { code: lights.code, message }
    }
    judged.push({ id, lights: lights.value })
  }
  return {
    json: {
      on,
      rule: rule.id,
      projects: judged.map(({ id, lights }) => ({ id, ...spoken(content, lights) })),
    },
    text: judged.flatMap(({ id, lights }) => linesOf(content, id, lights)).join('\n'),
  }
}

function spoken(content: LightsContent, { light, nodes }: ProjectLights) {
  return {
    light,
    nodes: nodes.map((node) => ({
      ...node,
      shape: content.lights[node.light].shape,
      because: node.because.map((reason) => ({
        ...reason,
        sentence: lightSentence(content, reason, 'zh-CN'),
      })),
    })),
  }
}

function linesOf(content: LightsContent, id: string, { light, nodes }: ProjectLights): readonly string[] {
  const shape = (one: ProjectLights['light']) => `${content.lights[one].shape} ${one}`
  return [
    `${shape(light)}\t${id}`,
    ...nodes.map(({ node, light: own, because: [first] }) =>
      [`  ${shape(own)}`, node, first === undefined ? '' : lightSentence(content, first, 'en')].join('\t'),
    ),
  ]
}
