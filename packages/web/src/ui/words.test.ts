import { describe, expect, it } from 'vitest'
import { chineseRuns } from './words.tsx'

describe(chineseRuns, () => {
  it.each([
    ['Choose a name', ['Choose a name']],
    ['The name 青岛海岳有限公司 exists', ['The name ', '青岛海岳有限公司', ' exists']],
    [
      '山东省青岛市高新区河东路368号中欧科创园1号楼101室',
      ['山东省青岛市高新区河东路368号中欧科创园1号楼101室'],
    ],
    ['《公司法》第四十七条, 47', ['《公司法》第四十七条', ', 47']],
    ['公司法 10、68', ['公司法', ' 10、68']],
    ['', []],
  ])('parts %j', (text, parts) => {
    expect(chineseRuns(text).map((run) => run.text)).toEqual(parts)
  })
  it('marks as Chinese exactly the runs that hold it', () => {
    const runs = chineseRuns('Share of 林海宁 and 王某')
    expect(runs.filter(({ isChinese }) => isChinese).map(({ text }) => text)).toEqual(['林海宁', '王某'])
  })
})
