/**
 * Pairs of names labelled by hand: those written out, and eleven relations for each of twenty seeds.
 */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Two names and the rules by which the second stands in the way of the first. */
export interface LabelledPair {
  readonly wanted: string
  readonly existing: string
  readonly rules: readonly string[]
}

/** trade word · one that sounds the same and looks different · longer one that holds it · longer one that holds the sound · industry · same meaning · other division */
const seeds = `
汉唐 瀚棠 新汉唐 新瀚棠 生物科技 基因科技 餐饮
海芯 海心 蓝海芯 蓝海心 电子 微电子 物流
云帆 芸帆 启云帆 启芸帆 软件 软件开发 家具
中德 忠德 中德智 忠德智 机械 机械设备 旅游
卓越 桌跃 卓越星 桌跃星 教育 教育科技 水产
润泽 闰则 东润泽 东闰则 环保 环境科技 服装
嘉禾 家合 嘉禾源 家合源 农业 种植 软件
腾达 滕达 腾达兴 滕达兴 物流 供应链 化工
鼎盛 顶圣 金鼎盛 金顶圣 贸易 商贸 测绘
星辰 兴臣 蓝星辰 蓝兴臣 传媒 文化传媒 电池
恒通 横通 恒通达 横通达 运输 货运 餐饮
瑞康 锐康 瑞康宁 锐康宁 医疗器械 医疗设备 园林
志远 致远 志远航 致远航 咨询 管理咨询 食品
天乐 添乐 天乐福 添乐福 动漫 游戏 钢铁
百川 柏川 百川汇 柏川汇 投资 投资管理 针织
长青 常青 长青树 常青树 园林 绿化 珠宝
鲁信 路信 鲁信诺 路信诺 保险 保险代理 陶瓷
金诺 今诺 金诺华 今诺华 装饰 装修 海洋工程
优能 悠能 优能达 悠能达 新能源 光伏 家政
博远 伯远 博远科 伯远科 检测 检验 酒业
`

function seedPairs(line: string): LabelledPair[] {
  const [
    trade = '',
    sounding = '',
    longer = '',
    soundingLonger = '',
    industry = '',
    synonym = '',
    other = '',
  ] = line.split(' ')
  const name = `青岛${trade}${industry}有限公司`
  const pair = (existing: string, ...rules: string[]): LabelledPair => ({ wanted: name, existing, rules })
  return [
    pair(name, 'S1', 'C10'),
    pair(`${trade}(青岛)${industry}有限公司`, 'S2', 'C10'),
    pair(`${trade}${industry}(青岛)有限公司`, 'S2', 'C10'),
    pair(`青岛市${trade}${industry}股份有限公司`, 'S3', 'C10'),
    pair(`青岛${trade}${synonym}有限公司`, 'N1', 'C10'),
    pair(`青岛${trade}${industry}发展有限公司`, 'N1', 'C10'),
    pair(`青岛${sounding}${industry}有限公司`, 'N2'),
    pair(`济南${sounding}${synonym}集团有限公司`, 'N2'),
    pair(`青岛${longer}${synonym}有限公司`, 'N3'),
    pair(`青岛${soundingLonger}${industry}有限公司`, 'N4'),
    pair(`青岛${trade}${other}有限公司`),
    pair(`青岛${longer}${other}有限公司`),
  ]
}

function writtenPairs(): LabelledPair[] {
  const text = readFileSync(join(import.meta.dirname, 'labelled-pairs.txt'), 'utf8')
  return text
    .split('\n')
    .filter((line) => line.includes('|'))
    .map((line) => {
      const [wanted = '', existing = '', rules = ''] = line.split('|').map((cell) => cell.trim())
      return { wanted, existing, rules: rules === '-' ? [] : rules.split(' ') }
    })
}

/** All labelled pairs. */
export const labelledPairs: readonly LabelledPair[] = [
  ...writtenPairs(),
  ...seeds.trim().split('\n').flatMap(seedPairs),
]
