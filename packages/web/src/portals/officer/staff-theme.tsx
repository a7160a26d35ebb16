/**
 * The staff's component kit dressed in our drawing sheet: the same ink, action and light colours, 4 px corners, 14 px
 * text, no gradients. Contrast figures stand beside the tokens in `ui/tokens.css`; each pair here is one of those.
 */

import { App, ConfigProvider, type ThemeConfig } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { type ReactNode, useState } from 'react'
import { usePage } from '../../page.tsx'

const ink = '#12304a'
const action = '#0b5cad'
const text = '#1a2733'
const secondText = '#4a5a68'
const control = '#6b7c8a'
const hairline = '#c9d3db'
const mist = '#f2f6f9'

const theme: ThemeConfig = {
  hashed: false,
  token: {
    colorPrimary: action,
    colorPrimaryHover: '#084a8c',
    colorLink: action,
    colorLinkHover: '#084a8c',
    colorInfo: action,
    colorSuccess: '#1b6e46',
    colorWarning: '#8a5300',
    colorError: '#b3261e',
    colorSuccessBg: '#e3f2ea',
    colorSuccessBorder: '#1b6e46',
    colorWarningBg: '#fff1d6',
    colorWarningBorder: '#e0a100',
    colorErrorBg: '#fce9e7',
    colorErrorBorder: '#b3261e',
    colorInfoBg: mist,
    colorInfoBorder: hairline,
    colorText: text,
    colorTextHeading: ink,
    colorTextSecondary: secondText,
    colorTextTertiary: secondText,
    colorTextQuaternary: secondText,
    colorTextPlaceholder: secondText,
    colorTextDescription: secondText,
    colorTextDisabled: '#5b6872',
    colorBorder: control,
    colorBorderSecondary: hairline,
    colorSplit: hairline,
    colorBgLayout: mist,
    colorFillAlter: mist,
    colorIcon: secondText,
    borderRadius: 4,
    borderRadiusLG: 4,
    borderRadiusSM: 4,
    fontSize: 14,
    lineHeight: 22 / 14,
    fontFamily: 'var(--fonts)',
    controlHeight: 32,
    lineWidthFocus: 3,
    // a window in the background ends no motion: a button would be called "loading" for good
    motion: false,
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 600 },
    Table: {
      headerBg: mist,
      headerColor: ink,
      rowHoverBg: mist,
      cellPaddingBlock: 10,
      cellPaddingInline: 12,
    },
    Tabs: { itemColor: text, horizontalItemPadding: '8px 0' },
    Segmented: { trackBg: '#eceff2' },
    Tag: { defaultBg: '#eceff2', defaultColor: text },
  },
}

let isCarried = false

/**
 * Gives the nonce of the page to every style element that its scripts make. The kit does so itself, but for two: the one that
 * holds the page still under a dialog, and the one by which a table measures its scroll bar.
 */
function carryNonce(nonce: string | undefined): void {
  if (isCarried || nonce === undefined) return
  isCarried = true
  const create = document.createElement.bind(document)
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const made = create(name, options)
    if (made instanceof HTMLStyleElement) made.nonce = nonce
    return made
  }
}

/** Puts what it holds into the theme, in Chinese, with the messages and questions of the kit at hand (`App.useApp`). */
export function StaffTheme({ children }: { readonly children: ReactNode }) {
  const { styleNonce } = usePage()
  // before anything of the kit is drawn
  useState(() => carryNonce(styleNonce))
  return (
    <ConfigProvider
      locale={zhCN}
      theme={theme}
      // the lists are short: every choice is there, for screen readers too
      virtual={false}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
      {...(styleNonce === undefined ? {} : { csp: { nonce: styleNonce } })}
    >
      <App component={false}>{children}</App>
    </ConfigProvider>
  )
}
