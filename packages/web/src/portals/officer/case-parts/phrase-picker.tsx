/**
 * Ready wordings with the article they rest on; what is picked is text to go on writing in.
 */

import { Button } from 'antd'
import type { CallOutput } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import { caseWords } from '../../../texts/case-words-zh-cn.ts'
import { Unconfirmed } from '../../../ui/unconfirmed.tsx'

/** A wording of the library. */
export type Phrase = CallOutput<'GET /api/phrases'>['phrases'][number]

/** The wordings for one use; empty until they have come. */
export function usePhrases(use: Phrase['use']): readonly Phrase[] {
  const reading = useApi('GET /api/phrases')
  return reading.state === 'ready' ? reading.value.phrases.filter((phrase) => phrase.use === use) : []
}

interface PhrasePickerProps {
  readonly use: Phrase['use']
  readonly onPick: (phrase: Phrase) => void
}

export function PhrasePicker({ use, onPick }: PhrasePickerProps) {
  const phrases = usePhrases(use)
  if (phrases.length === 0) return null
  return (
    <fieldset className="phrases">
      <legend>{caseWords.phrases}</legend>
      {phrases.map((phrase) => (
        <Button key={phrase.id} size="small" title={phrase.basis} onClick={() => onPick(phrase)}>
          {phrase.label}
          <Unconfirmed mark={phrase.mark} />
        </Button>
      ))}
    </fieldset>
  )
}
