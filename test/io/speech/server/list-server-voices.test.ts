// The shapes in which servers list voices and models.
import { describe, expect, it } from 'vitest'
import {
  readModelList,
  readVoiceList,
} from '../../../../src/io/speech/server/list-server-voices.ts'

const named = (name: string, label = name) => ({ name, label })

describe('a list of voices', () => {
  it.each([
    [{ voices: ['a', 'b'] }, [named('a'), named('b')]],
    [{ voices: [{ id: 'a', name: 'Anna' }] }, [named('a', 'Anna')]],
    [{ object: 'list', data: [{ id: 'a', name: 'Anna' }] }, [named('a', 'Anna')]],
    [{ status: 'ok', voices: ['a'] }, [named('a')]],
    [
      { voices: [{ voice_id: 'a', name: 'Anna' }, { name: 'b' }] },
      [named('a', 'Anna'), named('b')],
    ],
    [
      ['a', 'a', ' b '],
      [named('a'), named('b')],
    ],
    [{ voices: ['', 'x\ny', 7, null, 'ok'] }, [named('ok')]],
    [{ voices: {} }, []],
    ['no', []],
    [undefined, []],
  ])('is read from %j', (found, voices) => expect(readVoiceList(found)).toEqual(voices))
})

describe('a list of models', () => {
  it('tells the day on which each ends', () => {
    const data = [
      { id: 'tts-1', shutdown_date: '2027-01-06' },
      { id: 'x', shutdown_date: null },
      {},
    ]
    expect(readModelList({ data })).toEqual([
      { id: 'tts-1', shutdownDate: '2027-01-06' },
      { id: 'x', shutdownDate: null },
    ])
  })
})
