import type { Page } from '@playwright/test'
import { question } from './filling-in.ts'
import { aHuman, expectAccessible } from './human.ts'
import { lin } from './prepared-company.ts'
import { expect, signInAs, story } from './story.ts'

/** An application complete but for two slips of the pen: the last digit of an identity number, a capital of nothing. */
async function openWithTwoMistakes(page: Page): Promise<string> {
  await page.goto('/apply/company')
  await page.getByRole('link', { name: '登录并开始' }).click()
  await signInAs(page, lin.name)
  await page.waitForURL('**/apply/company')
  const headers = () => ({ 'idempotency-key': crypto.randomUUID() })
  const opened = await page.request.post('/api/registration/applications', {
    headers: headers(),
    data: { kind: 'LLC' },
  })
  const { id, version } = (await opened.json()) as { id: string; version: number }
  const free = await page.request.get('/api/registration/seats?carrier=' + (await firstCarrier(page)))
  const { seats } = (await free.json()) as { seats: readonly { code: string }[] }
  const answers = {
    kind: 'LLC',
    name: { use: 'name', text: '青岛澜禾软件有限公司', pledged: true },
    seat: { code: seats[0]?.code },
    scope: { entryIds: [await firstEntry(page)] },
    capital: { amount: '0', paidInBy: '2027-01-01' },
    parties: [{ kind: 'person', id: 'p1', ...lin, identityNumber: '370214198804120018' }],
    shareholders: [{ partyId: 'p1', percent: '100', form: 'money' }],
    posts: {
      legalRepresentative: 'p1',
      directors: ['p1'],
      manager: 'p1',
      supervision: { kind: 'waived-by-all' },
      finance: 'p1',
      liaison: 'p1',
    },
    articles: { model: true, term: { years: null } },
  }
  const saved = await page.request.patch(`/api/registration/applications/${id}`, {
    headers: headers(),
    data: { version, answers },
  })
  expect(saved.status(), await saved.text()).toBe(200)
  return id
}

async function firstCarrier(page: Page): Promise<string> {
  const answer = await page.request.get('/api/registration/seats')
  const { carriers } = (await answer.json()) as { carriers: readonly { id: string; free: number }[] }
  return carriers.find(({ free }) => free > 0)?.id ?? ''
}

async function firstEntry(page: Page): Promise<string> {
  const answer = await page.request.get(`/api/registration/scope?words=${encodeURIComponent('软件')}`)
  const { entries } = (await answer.json()) as { entries: readonly { id: string }[] }
  return entries[0]?.id ?? ''
}

story.use({ viewport: { width: 1366, height: 900 } })

story('two mistakes on the check page are found and mended with the keyboard alone', async ({ page }) => {
  const id = await openWithTwoMistakes(page)
  await page.goto(`/apply/company/check?id=${id}`)
  await question(page, '核对填写的内容')
  const newcomer = aHuman(page, 'pc')
  const summary = page.getByRole('alert')
  const goOn = page.getByRole('button', { name: '内容无误，去签名' })

  await newcomer.tabTo(goOn)
  await newcomer.press('Enter')
  await expect(summary).toBeFocused()
  await expect(page).toHaveTitle(/^错误：/)
  await expect(summary.getByRole('link')).toHaveCount(2)
  await expectAccessible(page)

  await newcomer.tabTo(summary.getByRole('link', { name: /最后一位校验不符，请对照证件逐位核对/ }))
  await newcomer.press('Enter')
  const identityNumber = page.getByLabel('身份证号')
  await expect(identityNumber).toBeFocused()
  await expect(identityNumber).toHaveValue('370214198804120018')
  await expect(identityNumber).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByLabel('手机号')).toHaveValue(lin.phone)
  await expect(page).toHaveTitle(/^错误：/)
  await expectAccessible(page)
  await newcomer.write(lin.identityNumber)
  await newcomer.press('Enter')

  await question(page, '核对填写的内容')
  await newcomer.tabTo(goOn)
  await newcomer.press('Enter')
  await expect(summary.getByRole('link')).toHaveCount(1)
  await newcomer.press('Tab')
  await newcomer.press('Enter')
  const capital = page.getByLabel('注册资本')
  await expect(capital).toBeFocused()
  await newcomer.write('100000')
  await newcomer.press('Enter')
  await question(page, '核对填写的内容')
  await expect(page.getByText('100000')).toBeVisible()

  const { steps, seconds } = newcomer.report()
  expect(steps).toBeLessThanOrEqual(12)
  expect(seconds).toBeLessThanOrEqual(90)
  await newcomer.tabTo(goOn)
  await newcomer.press('Enter')
  await question(page, '签名')
})
