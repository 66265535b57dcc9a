// Finished files on their way through a check: one after the other, each with its own end.
import { describe, expect, it } from 'vitest'
import { createSoundChecks, isSound } from '../../src/renderer/src/state/sound-checks.ts'
import { soundMeasure } from '../fixtures/studio-ports.ts'
import { settle, studioByHand } from './studio-by-hand.ts'

const file = (name: string) => new File(['sound'], name)
const checked = (name: string) => ({ name, measure: soundMeasure, passed: true, findings: [] })

describe('files that are checked', () => {
  it('are measured one after the other, and one that fails stops no other', async () => {
    const { connection, waiting } = studioByHand()
    const checks = createSoundChecks(connection)
    const states = () => checks.files.get().map(({ name, state }) => [name, state])
    const all = checks.add([file('a.mp3'), file('b.mp3')])
    await settle()
    expect(checks.open.get()).toBe(true)
    expect(waiting.map(({ name }) => name)).toEqual(['sound.check'])
    expect(states()).toEqual([
      ['a.mp3', 'measuring'],
      ['b.mp3', 'sending'],
    ])
    await waiting[0]?.refuse('not-sound')
    expect(states()[0]).toEqual(['a.mp3', 'failed'])
    await waiting[0]?.answer(checked('b.mp3'))
    await all
    expect(checks.files.get()[1]).toMatchObject({ state: 'done', check: { passed: true } })
  })

  it('are forgotten when nobody looks at them any more, also those still to come', async () => {
    const { connection, waiting } = studioByHand()
    const checks = createSoundChecks(connection)
    const all = checks.add([file('a.mp3'), file('b.mp3')])
    await settle()
    checks.close()
    await waiting[0]?.answer(checked('a.mp3'))
    await all
    expect(checks.files.get()).toEqual([])
    expect(waiting).toEqual([])
  })

  it('are told from books by their names', () => {
    expect(
      ['a.mp3', 'B.M4B', 'c.tar.wav', 'd.opus'].filter((name) => isSound({ name })),
    ).toHaveLength(4)
    expect(['a.epub', 'mp3', 'b.onnx', 'c'].some((name) => isSound({ name }))).toBe(false)
  })
})
