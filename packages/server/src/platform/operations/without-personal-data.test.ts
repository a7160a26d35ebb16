import { describe, expect, it } from 'vitest'
import { withoutPersonalData } from './without-personal-data.ts'

describe(withoutPersonalData, () => {
  it.each([
    ['the gateway refused 13900000001', 'the gateway refused …'],
    ['no route to +86 139-0000-0001 today', 'no route to … today'],
    ['370214198804120010 is taken, 37021419880412001X too', '… is taken, … too'],
    ['550 no mailbox lin.yi@example.com.cn here', '550 no mailbox … here'],
    ['invalid input syntax for type date: "lin yi"', 'invalid input syntax for type date: "…"'],
    ['王小青 was not found (买买提·艾力)', '… was not found (…)'],
  ])('strikes out of "%s" what could be personal', (sentence, kept) => {
    expect(withoutPersonalData(sentence)).toBe(kept)
  })

  it.each([
    'connect ECONNREFUSED 127.0.0.1:5432',
    'relation "guanjia.ledger_leaf" does not exist',
    'run 3 of job 4711 was overtaken',
    'The migration 0001-platform-create-command-tables failed',
  ])('leaves "%s" as it is', (sentence) => {
    expect(withoutPersonalData(sentence)).toBe(sentence)
  })
})
