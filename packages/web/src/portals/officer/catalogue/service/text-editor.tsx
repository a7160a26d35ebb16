/**
 * The whole service as text, with the lines of what is wrong.
 */

import { Input } from 'antd'
import { catalogueTexts } from '../../../../texts/catalogue-zh-cn.ts'
import type { ServiceDraft } from './use-service-draft.ts'

const texts = catalogueTexts.service

interface TextEditorProps {
  readonly draft: ServiceDraft
  readonly isLocked: boolean
}

export function TextEditor({ draft: { text, refusal, write, flush }, isLocked }: TextEditorProps) {
  const errors = refusal?.code === 'text-not-readable' ? (refusal.errors ?? []) : []
  return (
    <section className="staff-panel" aria-label={texts.textLabel}>
      <h2>
        <label htmlFor="service-text">{texts.textLabel}</label>
      </h2>
      <p className="section-hint" id="service-text-hint">
        {texts.textHint}
      </p>
      {errors.length > 0 && (
        <ul className="text-errors" role="alert">
          {errors.map(({ field, message }) => {
            const [, line = '', column = ''] = field.split('.')
            return (
              <li key={field}>
                ◆ {texts.lineColumn(line, column)}：{message}
              </li>
            )
          })}
        </ul>
      )}
      <Input.TextArea
        id="service-text"
        className="service-text"
        aria-describedby="service-text-hint"
        rows={Math.max(20, text.split('\n').length + 1)}
        spellCheck={false}
        disabled={isLocked}
        value={text}
        onChange={({ target }) => write({ text: target.value })}
        onBlur={flush}
      />
    </section>
  )
}
