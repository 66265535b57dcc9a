// Languages without their regions, by the one rule that all readers of tags have.
import { expect, it } from 'vitest'
import { primaryOf } from '../../src/contract/index.ts'

it.each([
  ['en', 'en'],
  ['EN-gb', 'en'],
  ['zh-Hant-TW', 'zh'],
  ['pt_BR', 'pt'],
  ['', ''],
])('%s is %s', (tag, primary) => expect(primaryOf(tag)).toBe(primary))
