/**
 * Attributes of a project: what conditions may read, and the plain question that asks for each.
 */

import type { Condition } from '../../rules/index.ts'
import { conditionAt } from '../reading/condition-entry.ts'
import {
  type Entry,
  entriesAt,
  ifGiven,
  oneOf,
  onlyFields,
  textAt,
  type Wording,
  wordingAt,
} from '../reading/entry.ts'
import { type Provenance, provenanceOf } from '../reading/provenance.ts'

/** What an attribute holds: true or false, a number of 0 or more, one of its choices, or a list of them. */
export type AttributeType = 'boolean' | 'number' | 'choice' | 'choices'

/** One of the values an attribute may have. */
export interface AttributeChoice {
  readonly value: string
  readonly name: Wording
}

/** An attribute that conditions may read. */
export interface ProjectAttribute extends Provenance {
  /** dotted name, such as `invest.kind` */
  readonly id: string
  readonly name: Wording
  readonly type: AttributeType
  /** of a number */
  readonly unit?: Wording | undefined
  /** of `choice` and `choices` */
  readonly choices: readonly AttributeChoice[]
  readonly question: Wording
  readonly hint?: Wording | undefined
  /** id of the topic it is asked under */
  readonly topic: string
  /** asked only where this is true; absent = always */
  readonly when?: Condition | undefined
}

/** A page of the questionnaire. */
export interface AttributeTopic {
  readonly id: string
  readonly name: Wording
  /** `commitment`: asked when a commitment is signed, not with the project */
  readonly asked: 'project' | 'commitment'
}

/** Reads an attribute; what is wrong with it is noted in the entry. */
export function readProjectAttribute(entry: Entry): ProjectAttribute {
  onlyFields(entry, 'id name type unit choices question hint topic when source mark')
  return {
    id: textAt(entry, 'id'),
    name: wordingAt(entry, 'name'),
    type: oneOf(entry, 'type', ['boolean', 'number', 'choice', 'choices']),
    unit: ifGiven(entry, 'unit', wordingAt),
    choices: entriesAt(entry, 'choices').map(readChoice),
    question: wordingAt(entry, 'question'),
    hint: ifGiven(entry, 'hint', wordingAt),
    topic: textAt(entry, 'topic'),
    when: conditionAt(entry, 'when'),
    ...provenanceOf(entry),
  }
}

/** Reads a topic; what is wrong with it is noted in the entry. */
export function readAttributeTopic(entry: Entry): AttributeTopic {
  onlyFields(entry, 'id name asked')
  return {
    id: textAt(entry, 'id'),
    name: wordingAt(entry, 'name'),
    asked:
      ifGiven(entry, 'asked', (from, field) => oneOf(from, field, ['project', 'commitment'])) ?? 'project',
  }
}

function readChoice(entry: Entry): AttributeChoice {
  onlyFields(entry, 'value name')
  return { value: textAt(entry, 'value'), name: wordingAt(entry, 'name') }
}
