import { staffWindow } from '../desk-people.ts'
import {
  acceptAsFilled,
  answerCapital,
  answerName,
  answerPeople,
  answerScope,
  answerSeat,
  arrive,
  question,
  signAloneAndSubmit,
} from '../filling-in.ts'
import { aHuman, expectAccessible } from '../human.ts'
import { zhou } from '../prepared-company.ts'
import { expect, phone, story } from '../story.ts'

const company = '青岛衡洲信息科技有限公司'

story.describe('a company with money of the state in it', () => {
  story.use(phone)

  story(
    'goes to a registrar with its reason and half a working day, and a person approves it',
    async ({ page, browser, baseURL }) => {
      story.setTimeout(240_000)
      const newcomer = aHuman(page, 'phone')
      await arrive(newcomer, page, zhou.name)
      await newcomer.tap(page.getByLabel('有国有出资'))
      await expectAccessible(page)
      await newcomer.tap(page.getByRole('button', { name: /^开始/ }))
      await answerName(newcomer, page, company)
      await answerSeat(newcomer, page)
      await answerScope(newcomer, page)
      await answerCapital(newcomer, page, '500000')
      await answerPeople(newcomer, page, [zhou])
      await acceptAsFilled(newcomer, page, ['各占多少股份', '谁担任什么职务', '公司章程'])

      // said before anybody signs
      await question(page, '核对填写的内容')
      await expect(page.getByText(/会转人工，半个工作日内办结/)).toBeVisible()
      await expect(page.getByText('有国有出资').first()).toBeVisible()
      await expectAccessible(page)
      await signAloneAndSubmit(newcomer, page, company)
      await expect(page.getByRole('heading', { name: '已转人工' })).toBeVisible()
      await expect(page.getByText(/前办结/).first()).toBeVisible()
      await expectAccessible(page)

      const registrar = await staffWindow(browser, baseURL, 'dengji2')
      await registrar.goto('/work/registrar')
      const line = registrar.getByRole('row').filter({ hasText: company })
      await expect(line).toContainText(/国有/)
      await expect(line).toContainText(/\d+月\d+日.*前/)
      await line.getByRole('link', { name: company }).click()
      await expect(registrar.getByRole('heading', { level: 1, name: /审查/ })).toBeVisible()
      await expect(registrar.getByText('其余 15 项通过').first()).toBeVisible()
      await registrar.getByText('怎么算的').first().click()
      await expect(registrar.getByText(/半个工作日|半天/).first()).toBeVisible()
      await expect(registrar.locator('.marked-entries').getByText('待确认')).toBeVisible()
      await expectAccessible(registrar)
      await registrar.getByRole('button', { name: '领取' }).click()
      await expect(registrar.getByText('已由我领取')).toBeVisible()
      await registrar.getByLabel('理由').fill('国有出资已经主管部门批准，材料齐全')
      await registrar.getByRole('button', { name: '准予登记' }).click()
      await expect(registrar.getByRole('heading', { name: '登记审查' })).toBeVisible()
      await registrar.context().close()

      // approved by a person, and it says so
      await page.getByRole('link', { name: '我的办件' }).first().click()
      await page.getByRole('link', { name: company }).click()
      await expect(page.getByRole('heading', { name: '办好了' })).toBeVisible()
      await expect(page.getByText('系统自动审批，没有人工干预')).toBeHidden()
      await expect(page.getByText('受理通知书（PDF）')).toBeVisible()
      await expectAccessible(page)
    },
  )
})
