/**
 * The frame of every page: skip link, demonstration banner, header with the main navigation, footer.
 */

import { type ReactNode, useEffect, useRef } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { useApi } from '../api/use-api.ts'
import { listening } from '../early-input.ts'
import { pathIn, useLink, usePage, useTexts } from '../page.tsx'
import { leaveBy } from './before-leaving.ts'
import { LeaveSession } from './leave-session.tsx'
import { MessagesLink } from './messages-link.tsx'

interface ShellProps {
  readonly children: ReactNode
  /** wide pages use the whole sheet, others one column; `full` goes to the edges of the screen */
  readonly wide?: boolean | 'full'
  /** page to go back to */
  readonly back?: string
}

export function Shell({ children, wide = false, back }: ShellProps) {
  const texts = useTexts()
  const link = useLink()
  const session = useApi('GET /api/session')
  const demonstration = session.state === 'ready' && session.value.demonstration
  const main = useRef<HTMLElement>(null)
  useEffect(() => main.current?.setAttribute(listening, ''), [])
  return (
    <>
      <a className="skip" href="#content">
        {texts.site.skip}
      </a>
      <header className="site-header">
        {demonstration && <p className="demonstration">{texts.site.demonstration}</p>}
        <div className="bar">
          <Wordmark />
          <Tools />
          <Navigation />
        </div>
      </header>
      <main id="content" ref={main} tabIndex={-1}>
        <div className={wide === 'full' ? 'full' : wide ? 'wide' : 'column'}>
          {back !== undefined && (
            <Link className="back no-print" href={link(back)}>
              {texts.site.back}
            </Link>
          )}
          {children}
        </div>
      </main>
      <Footer demonstration={demonstration} />
    </>
  )
}

function Wordmark() {
  const texts = useTexts()
  const { zone } = usePage()
  const link = useLink()
  return (
    <Link className="wordmark" href={link('/')}>
      <svg width="34" height="34" viewBox="0 0 34 34" aria-hidden="true">
        <rect x="1" y="1" width="32" height="32" fill="none" stroke="#12304a" strokeWidth="2" />
        <path
          d="M1 22h32M1 25h32M12 25v8M23 25v8M7 17h6M13 17l4-8 4 8h6"
          fill="none"
          stroke="#12304a"
          strokeWidth="2"
        />
      </svg>
      <span className="wordmark-text">
        {texts.site.wordmark} <small>{zone.site}</small>
      </span>
    </Link>
  )
}

function Navigation() {
  const texts = useTexts()
  const link = useLink()
  const [path] = useLocation()
  const items = [
    ['/business', texts.site.nav.business],
    ['/build', texts.site.nav.build],
    ['/space', texts.site.nav.space],
    ['/policies', texts.site.nav.policies],
    ['/voice', texts.site.nav.listen],
  ] as const
  return (
    <nav className="site-nav" aria-label={texts.site.menu}>
      {items.map(([href, label]) => (
        <Link key={href} href={link(href)} aria-current={path === link(href) ? 'page' : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  )
}

function Tools() {
  const texts = useTexts()
  const { language, size } = usePage()
  const [path] = useLocation()
  const search = useSearch()
  const session = useApi('GET /api/session')
  const signedIn = session.state === 'ready' && session.value.signedIn
  const returnTo = `${path}${search === '' ? '' : `?${search}`}`
  const other = language === 'en' ? 'zh-CN' : 'en'
  const sizes = new URLSearchParams(search)
  sizes.set('size', size === 'large' ? 'normal' : 'large')
  return (
    <div className="tools">
      <a href={`${path}?${sizes}`} title={texts.site.largerHint} onClick={leaveBy}>
        {size === 'large' ? texts.site.normal : texts.site.larger}
      </a>
      <a href={pathIn(other, returnTo)} lang={other} hrefLang={other} onClick={leaveBy}>
        {texts.site.otherLanguage}
      </a>
      {signedIn ? (
        <SignedIn />
      ) : (
        <a href={`/api/session/login?to=${encodeURIComponent(returnTo)}`}>{texts.site.signIn}</a>
      )}
    </div>
  )
}

function SignedIn() {
  const texts = useTexts()
  const link = useLink()
  return (
    <>
      <Link href={link('/my/cases')}>{texts.site.myCases}</Link>
      <Link href={link('/my/projects')}>{texts.site.myProjects}</Link>
      <MessagesLink />
      <LeaveSession />
    </>
  )
}

function Footer({ demonstration }: { readonly demonstration: boolean }) {
  const { footer } = useTexts().site
  const { zone } = usePage()
  const link = useLink()
  const links = [
    ['/help', footer.help],
    ['/accessibility', footer.accessibility],
    ['/privacy', footer.privacy],
    ['/verify', footer.verify],
    ['/print', footer.print],
    ['/stats', footer.statistics],
    ['/ledger', footer.ledger],
  ] as const
  return (
    <footer className="site-footer">
      <div className="bar">
        <ul>
          {links.map(([href, label]) => (
            <li key={href}>
              <Link href={link(href)}>{label}</Link>
            </li>
          ))}
          <li>
            <a href="/api">{footer.api}</a>
          </li>
          <li>
            <a href="/work/login">{footer.staff}</a>
          </li>
        </ul>
        <p>
          {footer.organiser(zone.organiser)}
          {demonstration && footer.demonstration}
        </p>
        {zone.filings.map(({ label, number }) => (
          <p key={label}>
            {label} {number}
          </p>
        ))}
      </div>
    </footer>
  )
}
