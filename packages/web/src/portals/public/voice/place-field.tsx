/**
 * Where it is: an address in words, and the position of the device where its owner wants to give it.
 */

import { useState } from 'react'
import { TextField } from '../../../ui/field.tsx'
import { useVoiceTexts } from './use-voice-texts.ts'

/** A position. */
export interface Point {
  readonly latitude: number
  readonly longitude: number
}

interface PlaceFieldProps {
  readonly place: string
  readonly point: Point | undefined
  readonly onChange: (place: string, point: Point | undefined) => void
}

export function PlaceField({ place, point, onChange }: PlaceFieldProps) {
  const texts = useVoiceTexts()
  const [isMissed, setMissed] = useState(false)
  function locate() {
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => {
        setMissed(false)
        onChange(place, { latitude, longitude })
      },
      () => setMissed(true),
      { timeout: 10_000 },
    )
  }
  return (
    <div className="place-field">
      <TextField
        id="place"
        label={`${texts.where}${texts.optional}`}
        hint={texts.whereHint}
        value={place}
        onChange={(value) => onChange(value, point)}
      />
      {point === undefined ? (
        <button className="text-button" type="button" onClick={locate}>
          {texts.locate}
        </button>
      ) : (
        <span role="status">
          {texts.located}
          <button className="text-button" type="button" onClick={() => onChange(place, undefined)}>
            {texts.remove}
          </button>
        </span>
      )}
      {isMissed && <p role="status">{texts.notLocated}</p>}
    </div>
  )
}
