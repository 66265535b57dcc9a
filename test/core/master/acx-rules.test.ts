// What ACX asks of a file, rule by rule, and that there is a cure for each.
import { describe, expect, test } from 'vitest'
import {
  acxCures,
  acxRuleNames,
  soundCheckText,
  type AcxRuleName,
  type SoundMeasure,
} from '../../../src/contract/index.ts'
import { judgeForAcx } from '../../../src/core/master/acx-rules.ts'
import { soundMeasure } from '../../fixtures/studio-ports.ts'

const failedBy = (change: Partial<SoundMeasure>): AcxRuleName[] =>
  judgeForAcx({ ...soundMeasure, ...change })
    .findings.filter(({ passed }) => !passed)
    .map(({ rule }) => rule)

describe('a file for ACX', () => {
  test('passes every rule when it meets them all', () => {
    const { passed, findings } = judgeForAcx(soundMeasure)
    expect(passed).toBe(true)
    expect(findings.map(({ rule }) => rule)).toEqual([...acxRuleNames])
  })

  test.each<[AcxRuleName, Partial<SoundMeasure>, Partial<SoundMeasure>]>([
    ['format', { codec: 'mp3' }, { codec: 'aac' }],
    ['bit-rate', { bitRate: 192_000 }, { bitRate: 160_000 }],
    ['constant-rate', { isConstantRate: true }, { isConstantRate: false }],
    ['sample-rate', { sampleRate: 44_100 }, { sampleRate: 48_000 }],
    ['channels', { channels: 1 }, { channels: 2 }],
    ['rms', { rmsDb: -23 }, { rmsDb: -23.01 }],
    ['rms', { rmsDb: -18 }, { rmsDb: -17.99 }],
    ['peak', { samplePeakDb: -3 }, { samplePeakDb: -2.99 }],
    ['floor', { floorDb: -60 }, { floorDb: -59.9 }],
    ['length', { durationSeconds: 7200 }, { durationSeconds: 7200.1 }],
    ['head', { headSeconds: 0.5 }, { headSeconds: 0.4 }],
    ['head', { headSeconds: 1 }, { headSeconds: 1.1 }],
    ['tail', { tailSeconds: 1 }, { tailSeconds: 0.9 }],
    ['tail', { tailSeconds: 5 }, { tailSeconds: 5.1 }],
  ])('is held to its %s: %j passes, %j does not', (rule, good, bad) => {
    expect(failedBy(good)).toEqual([])
    expect(failedBy(bad)).toEqual([rule])
  })

  test('is told what helps, the right way round', () => {
    const cure = (change: Partial<SoundMeasure>) =>
      acxCures(judgeForAcx({ ...soundMeasure, ...change }).findings).join()
    expect(cure({ rmsDb: -30 })).toContain('too quiet')
    expect(cure({ rmsDb: -10 })).toContain('too loud')
    expect(cure({ headSeconds: 0 })).toContain('too soon')
    expect(cure({ headSeconds: 3 })).toContain('too late')
    expect(cure({})).toBe('')
  })

  test('is a table in words', () => {
    const measure = { ...soundMeasure, samplePeakDb: -1 }
    const text = soundCheckText({ name: '01.mp3', measure, ...judgeForAcx(measure) })
    expect(text).toContain('01.mp3')
    expect(text).toMatch(/Peak +-1\.0 dB +at most -3 dB +FAIL/)
    expect(text).toContain('ACX would not take it.')
  })
})
