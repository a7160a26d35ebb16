/**
 * The article a judgement rests on. Articles are cited as the law has them, in Chinese, with the name of the law in the
 * reader's language beside them.
 */

import { useTexts } from '../../page.tsx'
import { useRegistrationTexts, useStatutes } from '../../texts/use-registration-texts.ts'
import { Words } from '../../ui/words.tsx'

export function Basis({ article }: { readonly article: string }) {
  const { name } = useRegistrationTexts()
  const { join } = useTexts()
  const statutes = useStatutes()
  const gloss = statutes.flatMap(([title, meaning]) => (article.includes(title) ? [meaning] : []))
  return <Words gloss={gloss.join('; ')}>{join.labelled(name.basis, article)}</Words>
}
