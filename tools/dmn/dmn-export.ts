/**
 * Writes a decision table as DMN 1.3, so that other editors and engines can read it.
 *
 * Source: OMG DMN 1.3, XML interchange.
 */

import type { DecisionTable, TableInput, TableOutput, TableRow } from '@guanjia/core/rules'
import type { DmnElement, DmnModdle } from 'dmn-moddle'
import { dmnModdle } from './zone-extension.ts'

/** What every row says of itself beside its cells: the columns of annotations. The id too, as ids of XML are ASCII. */
export const annotations = ['id', 'basis', 'source', 'mark'] as const

/** The DMN document of one table. */
export async function tableToDmn(table: DecisionTable): Promise<string> {
  const moddle = dmnModdle()
  const decisionLogic = moddle.create('dmn:DecisionTable', {
    hitPolicy: table.hitPolicy.toUpperCase(),
    from: table.from,
    ...(table.to !== undefined && { to: table.to }),
    input: table.inputs.map((input) => inputClause(moddle, input)),
    output: table.outputs.map((output) => outputClause(moddle, output)),
    annotation: annotations.map((name) => moddle.create('dmn:RuleAnnotationClause', { name })),
    rule: table.rows.map((row, index) => decisionRule(moddle, row, index, table.outputs)),
  })
  const decision = moddle.create('dmn:Decision', {
    id: 'decision',
    name: table.id,
    decisionLogic,
  })
  const definitions = moddle.create('dmn:Definitions', {
    id: 'definitions',
    name: table.id,
    namespace: 'urn:guanjia:rules',
    drgElement: [decision],
  })
  const { xml } = await moddle.toXML(definitions, { format: true })
  return xml
}

function inputClause(moddle: DmnModdle, input: TableInput): DmnElement {
  return moddle.create('dmn:InputClause', {
    label: input.label,
    inputExpression: moddle.create('dmn:LiteralExpression', { text: input.expression }),
    ...(input.unit !== undefined && { inputUnit: input.unit }),
    ...(input.whole === true && { whole: true }),
    ...(input.allowed !== undefined && {
      inputValues: moddle.create('dmn:UnaryTests', { text: input.allowed }),
    }),
  })
}

function outputClause(moddle: DmnModdle, output: TableOutput): DmnElement {
  return moddle.create('dmn:OutputClause', {
    name: output.name,
    ...(output.unit !== undefined && { outputUnit: output.unit }),
  })
}

function decisionRule(
  moddle: DmnModdle,
  row: TableRow,
  index: number,
  outputs: readonly TableOutput[],
): DmnElement {
  return moddle.create('dmn:DecisionRule', {
    id: `row-${index + 1}`,
    inputEntry: row.when.map((text) => moddle.create('dmn:UnaryTests', { text })),
    outputEntry: outputs.map(({ name }) =>
      // the literals of JSON are literals of FEEL too
      moddle.create('dmn:LiteralExpression', { text: JSON.stringify(row.gives[name] ?? null) }),
    ),
    annotationEntry: annotations.map((name) => moddle.create('dmn:RuleAnnotation', { text: row[name] })),
  })
}
