// Fifty novels whose speakers are known, where the corpus is beside the project: how much is found, how much is right.
import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  castTable,
  judgeNovel,
  lastSpeakerBaseline,
  plainName,
  printCastTable,
} from '../../fixtures/measure-cast.ts'
import { trueNames } from './true-names.ts'
import { quotedNovels, readQuotedNovels } from '../../fixtures/quoted-novels.ts'

/**
 * How right is told: the corpus gives each quotation a speaker as `mention-number`, the number standing for
 * one person of its book; `true-names.ts` lists by hand which names of the passage mean that person. A
 * proposal is right if it names one of them; a name that is not listed is wrong, and so is every name for a
 * crowd. The passages come as sentences, without paragraphs: `quoted-novels.ts` puts them together by what
 * novels do as a rule, which costs the kinds that lean on paragraphs (`continued`, `beat`, `turn`) some of
 * their figures. Where the speech of several paragraphs is one quotation, its first part is compared.
 */
describe.skipIf(!existsSync(quotedNovels))('the novels of the corpus', () => {
  const novels = readQuotedNovels()
  const judged = novels.flatMap(judgeNovel)
  const { all, rows } = castTable(judged)
  const baseline = lastSpeakerBaseline(judged, novels)
  const row = (what: string) => rows.find((one) => one.what === what) ?? { found: 0, right: 0 }

  test('are told what was measured', () => {
    console.info(printCastTable({ all, rows: [...rows, baseline] }))
    expect([novels.length, all]).toEqual([50, 869])
  })

  test('name each true name that is listed', () => {
    const missing = novels.flatMap(({ name, paragraphs }) => {
      const text = plainName(paragraphs.map((paragraph) => paragraph.text).join(' '))
      const listed = Object.values(trueNames[Number.parseInt(name, 10)] ?? {}).flat()
      // `an old man` of the text is `the old man` when he speaks.
      return listed.filter((one) => !text.includes(plainName(one).replace(/^(?:the|another) /, '')))
    })
    expect(missing).toEqual([])
  })

  test('have at least 97 % of names beside speech verbs right', () => {
    const { found, right } = row('speech-verb')
    expect(found).toBeGreaterThanOrEqual(150)
    expect(right / found).toBeGreaterThanOrEqual(0.97)
  })

  test('have most of their quotations attributed, more rightly than to the last speaker', () => {
    const { found, right } = row('all')
    expect(found / all).toBeGreaterThanOrEqual(0.8)
    expect(right / found).toBeGreaterThanOrEqual(0.77)
    expect(right / found - baseline.right / baseline.found).toBeGreaterThanOrEqual(0.2)
  })
})
