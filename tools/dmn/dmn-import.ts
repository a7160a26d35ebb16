/**
 * Reads the decision tables of a DMN 1.3 document as content of ours. What the document does not say (article, source, mark,
 * days in force) is left out, so that reading the content names it as missing.
 */

import { evaluate, factsRead, parseCondition } from '@guanjia/core/rules'
import type { DmnElement } from 'dmn-moddle'
import { annotations } from './dmn-export.ts'
import { dmnModdle } from './zone-extension.ts'

/** A table as it stands in content, not yet judged: give it to `parseTable`. */
export type TableContent = Readonly<Record<string, unknown>>

/** The tables of a document, and what its reader warns of. */
export async function dmnToTables(
  xml: string,
): Promise<{ tables: readonly TableContent[]; warnings: readonly string[] }> {
  const { rootElement, warnings } = await dmnModdle().fromXML(xml)
  const tables = elements(rootElement, 'drgElement').flatMap((decision) => {
    const logic = element(decision, 'decisionLogic')
    return logic?.$type === 'dmn:DecisionTable' ? [tableContent(decision, logic)] : []
  })
  return { tables, warnings: warnings.map(({ message }) => message) }
}

function tableContent(decision: DmnElement, logic: DmnElement): TableContent {
  const outputs = elements(logic, 'output')
  const names = outputs.map((output) => text(output, 'name') ?? '')
  return said({
    id: text(decision, 'name') ?? text(decision, 'id'),
    hitPolicy: text(logic, 'hitPolicy')?.toLowerCase(),
    from: text(logic, 'from'),
    to: text(logic, 'to'),
    inputs: elements(logic, 'input').map(inputContent),
    outputs: outputs.map((output) => said({ name: text(output, 'name'), unit: text(output, 'outputUnit') })),
    rows: elements(logic, 'rule').map((rule) => rowContent(rule, names, annotationNames(logic))),
  })
}

function inputContent(input: DmnElement): TableContent {
  const expression = element(input, 'inputExpression')
  const values = element(input, 'inputValues')
  const asked = expression && text(expression, 'text')
  return said({
    expression: asked,
    label: text(input, 'label') ?? asked,
    unit: text(input, 'inputUnit'),
    allowed: values && text(values, 'text'),
    whole: input.get('whole') === true ? true : undefined,
  })
}

function annotationNames(logic: DmnElement): readonly string[] {
  return elements(logic, 'annotation').map((clause) => text(clause, 'name') ?? '')
}

function rowContent(rule: DmnElement, outputs: readonly string[], notes: readonly string[]): TableContent {
  const written = elements(rule, 'annotationEntry').map((entry) => text(entry, 'text'))
  const known = annotations.map((name) => [name, written[notes.indexOf(name)]] as const)
  const given = elements(rule, 'outputEntry').map((entry) => literal(text(entry, 'text') ?? ''))
  return said({
    id: text(rule, 'id'),
    ...said(Object.fromEntries(known)),
    when: elements(rule, 'inputEntry').map((entry) => text(entry, 'text') || '-'),
    // oxlint-disable-next-line unicorn/no-thenable -- content says "then"
    then: Object.fromEntries(outputs.map((name, index) => [name, given[index]])),
  })
}

/** What an expression without facts is worth; anything else stays the text it is. */
function literal(written: string): unknown {
  const read = parseCondition(written)
  return read.ok && factsRead(read.value).length === 0 ? evaluate(read.value, {}).value : written
}

/** The record without what was not said. */
function said(record: Readonly<Record<string, unknown>>): TableContent {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined))
}

function elements(holder: DmnElement, name: string): readonly DmnElement[] {
  const value = holder.get(name)
  return Array.isArray(value) ? (value as readonly DmnElement[]) : []
}

function element(holder: DmnElement, name: string): DmnElement | undefined {
  return (holder.get(name) as DmnElement | undefined) ?? undefined
}

function text(holder: DmnElement, name: string): string | undefined {
  const value = holder.get(name)
  return typeof value === 'string' ? value : undefined
}
