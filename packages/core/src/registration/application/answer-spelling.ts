/**
 * One spelling for what was typed: numbers in half width without spaces, each entry of the scope once. What is saved is what is
 * checked, signed, compared with registers and printed. What they give to nobody is left out.
 */

import type { ApplicationDraft, Party } from './company-application.ts'
import { withoutStrangers } from './named-party.ts'

/** A number as registers keep it: half width, capital letters, no spaces. */
function plainNumber(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
}

/** An amount or a percentage without spaces and separators of thousands. */
function plainAmount(text: string): string {
  return plainNumber(text).replaceAll(',', '')
}

function plainText(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function plainParty(party: Party): Party {
  const name = plainText(party.name)
  return party.kind === 'company'
    ? { ...party, name, unifiedCode: plainNumber(party.unifiedCode) }
    : {
        ...party,
        name,
        identityNumber: plainNumber(party.identityNumber),
        phone: plainNumber(party.phone).replace(/^\+86|-/g, ''),
      }
}

/** The scope with each entry and each own line once, in their order. */
function plainScope({ scope }: ApplicationDraft): Pick<ApplicationDraft, 'scope'> {
  if (scope === undefined) return {}
  const own = [...new Set((scope.own ?? []).map(plainText))].filter((line) => line !== '')
  return { scope: { entryIds: [...new Set(scope.entryIds)], ...(own.length === 0 ? {} : { own }) } }
}

/** The answers in the one spelling; spelling them again changes nothing. */
export function plainAnswers<Draft extends ApplicationDraft>(draft: Draft): Draft {
  const { parties } = draft
  const every = withoutStrangers({
    ...draft,
    ...plainScope(draft),
    ...(parties === undefined ? {} : { parties: parties.map(plainParty) }),
  })
  if (every.kind === 'IND') return every
  const { capital, shareholders } = every
  return {
    ...every,
    ...(capital === undefined ? {} : { capital: { ...capital, amount: plainAmount(capital.amount) } }),
    ...(shareholders === undefined
      ? {}
      : {
          shareholders: shareholders.map((line) => ({ ...line, percent: plainAmount(line.percent) })),
        }),
  }
}
