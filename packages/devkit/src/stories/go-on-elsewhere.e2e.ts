import {
  answerCapital,
  answerName,
  answerPeople,
  answerScope,
  answerSeat,
  begin,
  question,
} from './filling-in.ts'
import { aHuman, expectAccessible } from './human.ts'
import { lin, zhou } from './prepared-company.ts'
import { expect, phone, signInAs, story } from './story.ts'

const company = '青岛砚澄信息科技有限公司'

story(
  'an application left on the phone goes on at the desk, at the same question',
  async ({ browser, baseURL }) => {
    const address = baseURL === undefined ? {} : { baseURL }
    const pocket = await browser.newContext({ ...phone, ...address })
    const small = await pocket.newPage()
    const onPhone = aHuman(small, 'phone')
    await begin(onPhone, small, lin.name)
    await answerName(onPhone, small, company)
    await answerSeat(onPhone, small)
    await answerScope(onPhone, small)
    await answerCapital(onPhone, small, '200000')
    await answerPeople(onPhone, small, [lin, zhou])
    await question(small, '各占多少股份')
    await expect(small.getByText('第 6 题')).toBeVisible()
    await onPhone.type(small.getByLabel(`${lin.name} 的股份`), '62.5')
    await expect(small.getByText(/^已保存/)).toBeHidden()
    await expect(small.getByText(/^已保存 \d\d:\d\d$/)).toBeVisible()
    await pocket.close()

    const office = await browser.newContext({ viewport: { width: 1366, height: 900 }, ...address })
    const desk = await office.newPage()
    await desk.goto('/')
    const atDesk = aHuman(desk, 'pc')
    await atDesk.tap(desk.getByRole('link', { name: '登录', exact: true }))
    await signInAs(desk, lin.name, atDesk)
    await atDesk.tap(desk.getByRole('link', { name: '我的办件' }).first())
    await atDesk.tap(desk.getByRole('link', { name: company }))
    await question(desk, '各占多少股份')
    const { steps, seconds } = atDesk.report()
    expect(steps).toBeLessThanOrEqual(5)
    expect(seconds).toBeLessThanOrEqual(40)

    await expect(desk.getByLabel(`${lin.name} 的股份`)).toHaveValue('62.5')
    await expect(desk.getByLabel(`${zhou.name} 的股份`)).toHaveValue('')
    await expect(desk.getByText(/^已保存 \d\d:\d\d$/)).toBeVisible()
    await expectAccessible(desk)
    await desk.getByRole('link', { name: '返回' }).click()
    const second = desk.getByRole('group', { name: '第 2 个人' })
    await expect(second.getByLabel('身份证号')).toHaveValue(zhou.identityNumber)
    await expect(second.getByLabel('手机号')).toHaveValue(zhou.phone)
    await office.close()
  },
)
