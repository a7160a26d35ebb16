/**
 * How a name is built, with an example.
 */

import { usePage } from '../../page.tsx'
import { useRegistrationTexts } from '../../texts/use-registration-texts.ts'
import { Words } from '../../ui/words.tsx'

export function NameHint() {
  const { name } = useRegistrationTexts()
  const { zone } = usePage()
  return (
    <>
      {name.hint} <Words>{zone.exampleCompany}</Words>
    </>
  )
}
