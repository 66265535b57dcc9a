import { describe, expect, test } from 'vitest'
import { readServeArguments } from '../../src/web/serve-arguments.ts'

const read = (...words: string[]) => readServeArguments(words, '/home/me')

describe('what the web door was started with', () => {
  test('nothing: any port, the usual library, no browser', () => {
    expect(read()).toEqual({ books: [], port: 0, open: false, dataRoot: undefined })
  })

  test('names are relative to where it was called', () => {
    expect(read('--data', 'library', 'emma.epub', '/b.txt')).toMatchObject({
      dataRoot: '/home/me/library',
      books: ['/home/me/emma.epub', '/b.txt'],
    })
  })

  test('a port', () => {
    expect(read('--port', '4000').port).toBe(4000)
  })

  test.each([['--port', 'x'], ['--port', '65536'], ['--port=-1'], ['--nonsense']])(
    '%s %s is refused',
    (...words) => {
      expect(() => read(...words)).toThrow('option-invalid')
    },
  )
})
