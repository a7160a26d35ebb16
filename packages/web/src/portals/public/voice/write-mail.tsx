import { useVoiceTexts } from './use-voice-texts.ts'

/** The address that people may write to, and what becomes of a mail. */
export function WriteMail({ address }: { readonly address: string }) {
  const { mail: texts } = useVoiceTexts()
  return (
    <section>
      <h2>{texts.title}</h2>
      <p>
        <a className="voice-address" href={`mailto:${address}`}>
          {address}
        </a>
      </p>
      <p>{texts.becomes}</p>
    </section>
  )
}
