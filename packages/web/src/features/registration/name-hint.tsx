/**
 * How a name is built, with an example.
 */

import { useRegistrationTexts } from '../../texts/use-registration-texts.ts'
import { Words } from '../../ui/words.tsx'

export function NameHint() {
  const { name } = useRegistrationTexts()
  return (
    <>
      {name.hint} <Words>{name.example}</Words>
    </>
  )
}
