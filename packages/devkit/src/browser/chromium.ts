/**
 * A headless Chromium from npm, with Chinese fonts from npm, so that browser tests need nothing installed.
 */

import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import packaged, { inflate } from '@sparticuz/chromium'

/** What Playwright needs to start the browser. */
export interface ChromiumLaunch {
  readonly executablePath: string
  readonly args: string[]
  readonly env: Record<string, string>
}

const modules = join(import.meta.dirname, '../../../../node_modules')
const fontFolders = [join(modules, '@embedpdf/fonts-sc/fonts')]
const systemLibraries = ['/lib/x86_64-linux-gnu/libnss3.so', '/usr/lib64/libnss3.so', '/usr/lib/libnss3.so']

/** Unpacks the browser once and says how to start it. */
export async function chromiumLaunch(): Promise<ChromiumLaunch> {
  const executablePath = await packaged.executablePath()
  const env: Record<string, string> = { ...definedEnvironment(), FONTCONFIG_FILE: writeFontConfiguration() }
  if (!systemLibraries.some((path) => existsSync(path))) {
    const unpacked = await inflate(join(modules, '@sparticuz/chromium/bin/al2023.tar.br'))
    env['LD_LIBRARY_PATH'] = join(unpacked, 'lib')
  }
  const args = [
    '--no-sandbox',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ]
  return { executablePath, args, env }
}

function writeFontConfiguration(): string {
  const folder = join(tmpdir(), 'guanjia-fonts')
  mkdirSync(join(folder, 'cache'), { recursive: true })
  const file = join(folder, 'fonts.conf')
  const folders = fontFolders.map((path) => `<dir>${path}</dir>`).join('')
  const alias =
    '<alias><family>sans-serif</family><prefer><family>Noto Sans S Chinese</family></prefer></alias>'
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders}<cachedir>${folder}/cache</cachedir>${alias}</fontconfig>`,
  )
  return file
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
