import {
  answerCapital,
  answerName,
  answerPeople,
  answerScope,
  answerSeat,
  begin,
  next,
  question,
  signAloneAndSubmit,
} from './filling-in.ts'
import { aHuman, expectAccessible } from './human.ts'
import { lin } from './prepared-company.ts'
import { expect, phone, story } from './story.ts'

story.describe('registering a company on a phone', () => {
  story.use(phone)

  story('ends with a licence, without a human touching it', async ({ page }) => {
    const newcomer = aHuman(page, 'phone')
    await begin(newcomer, page, lin.name)
    await answerName(newcomer, page, '青岛璟曜信息科技有限公司')
    await answerSeat(newcomer, page)
    await answerScope(newcomer, page)
    await answerCapital(newcomer, page, '100000')
    await answerPeople(newcomer, page, [lin])
    for (const title of ['各占多少股份', '谁担任什么职务', '公司章程']) {
      await question(page, title)
      await expectAccessible(page)
      await next(newcomer, page)
    }
    await question(page, '核对填写的内容')
    await expect(page.getByText('签名后系统会自动审批')).toBeVisible()
    await expectAccessible(page)
    await signAloneAndSubmit(newcomer, page, '青岛璟曜信息科技有限公司')
    await expect(page.getByRole('heading', { name: '办好了' })).toBeVisible()
    await expect(page.getByText('系统自动审批，没有人工干预')).toBeVisible()
    await expectAccessible(page)

    const { steps, seconds } = newcomer.report()
    expect(steps).toBeLessThanOrEqual(38)
    expect(seconds).toBeLessThanOrEqual(360)

    const original = await page.request.get(
      (await page.getByRole('link', { name: '下载正本' }).getAttribute('href')) ?? '',
    )
    expect(original.headers()['content-type']).toContain('application/pdf')
    await page.getByRole('link', { name: '任何人都可以核验' }).click()
    await expect(page.getByRole('heading', { name: '核验结果' })).toBeVisible()
    await expect(page.getByText('青岛璟曜信息科技有限公司')).toBeVisible()
    await expectAccessible(page)
  })
})
