import { aHuman, expectAccessible } from './human.ts'
import { expect, phone, story } from './story.ts'

story.describe('the public pages', () => {
  story.use(phone)

  story('tell what a company needs and how long it takes, in three steps', async ({ page }) => {
    await page.goto('/')
    const newcomer = aHuman(page, 'phone')
    await newcomer.tap(page.getByRole('link', { name: /开办一家企业/ }).first())
    await expect(page.getByRole('heading', { name: '先准备好' })).toBeVisible()
    await expect(page.getByText('填写约 6 分钟')).toBeVisible()
    await expect(page.getByRole('heading', { name: '能不能秒批' })).toBeVisible()
    await newcomer.tap(page.getByRole('link', { name: '大字版' }))
    await expect(page.locator('html')).toHaveAttribute('data-size', 'large')
    await expect(page.getByText('本人身份证')).toBeVisible()
    const { steps, seconds } = newcomer.report()
    expect(steps).toBeLessThanOrEqual(3)
    expect(seconds).toBeLessThanOrEqual(20)
    await expectAccessible(page)
  })

  for (const path of [
    '/',
    '/business',
    '/apply/company',
    '/verify',
    '/name',
    '/stats',
    '/ledger',
    '/help',
    '/accessibility',
    '/privacy',
    '/build',
    '/services',
    '/services?stage=3&kind=permit',
    '/services/M307',
    '/services/M999',
    '/en/services',
    '/en/services/M205',
    '/en',
    '/en/business',
    '/en/apply/company',
    '/work/login',
    '/no-such-page',
  ])
    story(
      `${path} is accessible, fits a narrow screen and loads nothing from elsewhere`,
      async ({ page, baseURL }) => {
        const foreign: string[] = []
        page.on('request', (request) => {
          if (!request.url().startsWith(baseURL ?? '') && !request.url().startsWith('data:'))
            foreign.push(request.url())
        })
        const errors: string[] = []
        page.on('pageerror', (error) => errors.push(error.message))
        await page.setViewportSize({ width: 320, height: 700 })
        await page.goto(path)
        await page.waitForLoadState('networkidle')
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expectAccessible(page)
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(overflow).toBeLessThanOrEqual(0)
        expect({ foreign, errors }).toEqual({ foreign: [], errors: [] })
      },
    )

  story('read fully without scripts', async ({ browser, baseURL }) => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      ...(baseURL === undefined ? {} : { baseURL }),
    })
    const page = await context.newPage()
    for (const [path, text] of [
      ['/', '用记录算出来的数字'],
      ['/business', '谁能当场办好'],
      ['/stats', '企业设立全程电子化率'],
      ['/ledger', '最新检查点'],
      ['/services?text=sgxkz', '建筑工程施工许可证核发'],
      ['/services/M307', '需要您提供'],
    ] as const) {
      await page.goto(path)
      await expect(page.getByText(text).first()).toBeVisible()
    }
    await context.close()
  })
})

story('what was typed and sent before a page listens is answered once it does', async ({ page }) => {
  const field = page.getByLabel('名称', { exact: true })
  let release = (): void => undefined
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  // the frame of the page runs, what makes this page listen is still on the way
  await page.route('**/public-routes-*.js', async (route) => {
    await released
    await route.continue()
  })
  const frame = page.waitForResponse(/\/index-[^/]*\.js$/)
  await page.goto('/name', { waitUntil: 'commit' })
  await (await frame).finished()
  await page.waitForTimeout(500)
  await field.fill('北京海风科技有限公司')
  await field.press('Enter')
  release()
  await expect(page.locator('.apart > *')).toBeVisible()
  await expect(field).toHaveValue('北京海风科技有限公司')
})

story.describe('the first page', () => {
  story('weighs little on the wire, before anything is in the cache', async ({ page }) => {
    const wire = await page.context().newCDPSession(page)
    await wire.send('Network.enable')
    let bytes = 0
    wire.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength
    })
    await page.goto('/', { waitUntil: 'networkidle' })
    expect(bytes).toBeGreaterThan(20_000)
    expect(bytes).toBeLessThanOrEqual(125_000)
  })
})
