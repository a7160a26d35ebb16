/**
 * Ready wordings for notices, opinions and decisions, each with the article it rests on.
 */

import { array, enum as choice, object, string } from 'zod'
import { defineRoute } from '../route.ts'

/** The library. */
export const listPhrases = defineRoute({
  id: 'cases.list-phrases',
  method: 'GET',
  path: '/api/phrases',
  action: 'case.read-phrases',
  summary: 'Ready wordings by what they are for; {paper} stands for the name of a paper',
  response: object({
    phrases: array(
      object({
        id: string(),
        use: choice([
          'correction',
          'opinion',
          'grant',
          'refusal',
          'remedies',
          'extension',
          'special-procedure',
          'decline',
          'revocation',
          'taking-back',
        ]),
        label: string(),
        text: string(),
        /** article, as it is cited in a decision */
        basis: string(),
        mark: choice(['S', 'G', 'U']),
      }),
    ),
  }),
})
