import { defineConfig } from '@playwright/test'
import { chromiumLaunch } from './packages/devkit/src/browser/chromium.ts'

export default defineConfig({
  testDir: 'packages/devkit/src/stories',
  testMatch: '*.e2e.ts',
  outputDir: '.tmp/stories',
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    actionTimeout: 30_000,
    // a trace of every story costs more than the stories: TRACE=1 keeps those of failed ones
    trace: process.env['TRACE'] === '1' ? 'retain-on-failure' : 'off',
    launchOptions: await chromiumLaunch(),
  },
})
