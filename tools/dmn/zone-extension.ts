/**
 * What our tables say beyond DMN: days in force, units, whole numbers. Written as attributes of an own namespace, which
 * other DMN tools keep or pass over.
 */

import { DmnModdle } from 'dmn-moddle'

const text = (name: string) => ({ name, isAttr: true, type: 'String' })

/** A reader and writer of DMN 1.3 that knows our attributes. */
export function dmnModdle(): DmnModdle {
  return new DmnModdle({
    zone: {
      name: 'Zone',
      prefix: 'zone',
      uri: 'urn:guanjia:dmn:1',
      // names of elements begin with a small letter, as in DMN: the reader takes the rule of the package that extends
      xml: { tagAlias: 'lowerCase' },
      types: [
        {
          name: 'InForce',
          extends: ['dmn:DecisionTable'],
          properties: [text('from'), text('to')],
        },
        {
          name: 'MeasuredInput',
          extends: ['dmn:InputClause'],
          properties: [text('inputUnit'), { name: 'whole', isAttr: true, type: 'Boolean' }],
        },
        { name: 'MeasuredOutput', extends: ['dmn:OutputClause'], properties: [text('outputUnit')] },
      ],
    },
  })
}
