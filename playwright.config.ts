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
    trace: 'retain-on-failure',
    launchOptions: await chromiumLaunch(),
  },
})
