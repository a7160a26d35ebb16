import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { BusyButton } from './busy-button.tsx'

const shown = (state: { readonly busy: boolean; readonly disabled?: boolean }) =>
  renderToStaticMarkup(createElement(BusyButton, state, '签发'))

describe('the button of an act', () => {
  it('takes a tap while nothing is being done', () => {
    expect(shown({ busy: false })).not.toMatch(/<button[^>]* disabled/)
    expect(shown({ busy: false, disabled: true })).toMatch(/<button[^>]* disabled/)
  })

  it('turns and takes none while its act is being done', () => {
    expect(shown({ busy: true })).toMatch(/<button[^>]*ant-btn-loading[^>]* disabled/)
  })
})
