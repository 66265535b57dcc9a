// Lines of a paragraph as one: where the script has no spaces between words, the end of a line is none.
import { expect, it } from 'vitest'
import { createVocabulary, lineJoin } from '../../../src/core/book/pdf/vocabulary.ts'
import { joinLines } from '../../../src/core/book/text/group-block.ts'

it.each([
  ['English', ['the lamp burned', 'low'], 'the lamp burned low'],
  ['Chinese', ['月亮升', '起来了。', '海很静'], '月亮升起来了。海很静'],
  ['Japanese', ['月が', '昇った'], '月が昇った'],
  [
    'the long vowel of kana at the end of a line',
    ['彼はコーヒー', 'を飲んだ'],
    '彼はコーヒーを飲んだ',
  ],
  ['the long vowel of kana at its beginning', ['彼はコ', 'ーヒーを飲んだ'], '彼はコーヒーを飲んだ'],
  ['half-width kana', ['ﾀﾊﾞ', 'ｰを'], 'ﾀﾊﾞｰを'],
  ['ideographs of the second plane', ['𠮷', '𠮟る'], '𠮷𠮟る'],
  ['Thai', ['พระจันทร์', 'ขึ้นเหนือทะเล'], 'พระจันทร์ขึ้นเหนือทะเล'],
  ['Lao', ['ພະຈັນ', 'ຂຶ້ນ'], 'ພະຈັນຂຶ້ນ'],
  ['Khmer', ['ព្រះច័ន្ទ', 'រះ'], 'ព្រះច័ន្ទរះ'],
  ['Korean, which has spaces', ['달이 바다', '위로'], '달이 바다 위로'],
  ['a Latin word amid Chinese', ['这是', 'Lectern', '的书'], '这是 Lectern 的书'],
])('%s', (_, lines, text) => expect(joinLines(lines)).toBe(text))

it.each([
  ['彼はコーヒー', 'を飲んだ', ''],
  ['พระจันทร์', 'ขึ้นเหนือทะเล', ''],
  ['月亮升', '。海很静', ''],
  ['달이 바다', '위로', ' '],
])('%s and %s of a PDF', (first, second, between) =>
  expect(lineJoin(first, second, createVocabulary()).between).toBe(between),
)
