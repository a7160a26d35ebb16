/**
 * Every source with what came from it, in its group; choosing one shows it alone.
 */

import type { CallOutput } from '../../../../api/call.ts'
import { voiceDeskTexts } from '../../../../texts/voice-desk-zh-cn.ts'

interface SourceStripProps {
  readonly choices: CallOutput<'GET /api/voice/choices'>
  readonly counts: CallOutput<'GET /api/voice/issues'>['sources']
  readonly chosen: string
  readonly onChoose: (source: string) => void
}

export function SourceStrip({ choices, counts, chosen, onChoose }: SourceStripProps) {
  const countOf = (source: string) => counts.find((each) => each.source === source)?.count ?? 0
  return (
    <section className="source-strip" aria-label={voiceDeskTexts.board.sources}>
      {choices.groups.map(({ id, name }) => (
        <div key={id}>
          <h2>{name['zh-CN']}</h2>
          <ul>
            {choices.sources
              .filter(({ group }) => group === id)
              .map((source) => (
                <li key={source.id}>
                  <button
                    type="button"
                    aria-pressed={chosen === source.id}
                    onClick={() => onChoose(chosen === source.id ? '' : source.id)}
                  >
                    <span>{source.name['zh-CN']}</span>
                    <b>{countOf(source.id)}</b>
                  </button>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
