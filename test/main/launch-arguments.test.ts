import { describe, expect, test } from 'vitest'
import { readHandedOver, readLaunchArguments, wordsAfter } from '../../src/main/launch-arguments.ts'

describe('what the window was started with', () => {
  test.each([
    ['nothing', [], false, { books: [] }],
    ['a book', ['emma.epub'], false, { books: ['/home/me/emma.epub'] }],
    ['the app’s folder first', ['.', 'emma.epub'], true, { books: ['/home/me/emma.epub'] }],
    [
      'a library',
      ['--data', 'library', '/books/emma.epub'],
      false,
      { books: ['/books/emma.epub'], dataFolder: '/home/me/library' },
    ],
    ['a library in one word', ['--data=/l'], false, { books: [], dataFolder: '/l' }],
    [
      'Chromium’s own switches',
      ['--no-sandbox', '--inspect=0', '--remote-debugging-port=0', '/app', 'a.txt'],
      true,
      { books: ['/home/me/a.txt'] },
    ],
    [
      'a book as desktops name it',
      ['file:///books/Emma%20%26%20I.epub', 'file://elsewhere/b.epub', 'file:///a%2Fb'],
      false,
      { books: ['/books/Emma & I.epub'] },
    ],
    ['a link, which is no book', ['lectern://book/x'], false, { links: ['lectern://book/x'] }],
    ['a link in capitals', ['.', 'LECTERN:x'], true, { links: ['LECTERN:x'] }],
    [
      'a deed',
      ['--write-script', 'a.txt'],
      false,
      { deed: 'write-script', books: ['/home/me/a.txt'] },
    ],
    ['safe mode', ['--safe-mode'], false, { safeMode: true }],
    ['a process number, as macOS once added', ['-psn_0_1'], false, { books: [] }],
  ])('%s', (_case, words, development, expected) => {
    expect(readLaunchArguments(words, '/home/me', development)).toEqual({
      books: [],
      links: [],
      safeMode: false,
      ...expected,
    })
  })
})

test('what a second start hands over is read, and what is none of ours is not', () => {
  const wish = { books: ['/a.txt'], links: ['lectern://book/x'], deed: 'add-books' }
  expect(readHandedOver({ ...wish, dataFolder: '/l' })).toEqual(wish)
  const nothing = { books: [], links: [] }
  for (const odd of [null, 'x', {}, { deed: 'format', books: [1], links: '/a' }])
    expect(readHandedOver(odd)).toEqual(nothing)
})

test('an app that was closing is started once more for what was handed over meanwhile, and for that alone', () => {
  const argv = ['lectern', '--no-sandbox', 'done.epub', '--data', '/l']
  const missed = [
    { books: ['/a.epub'], links: [] },
    { books: [], links: ['lectern://book/1'], deed: 'add-books' as const },
  ]
  const words = wordsAfter(argv, missed)
  expect(words).toEqual(['--data', '/l', '/a.epub', 'lectern://book/1', '--add-books'])
  expect(readLaunchArguments(words, '/', false)).toMatchObject({
    ...{ books: ['/a.epub'], links: ['lectern://book/1'], deed: 'add-books', dataFolder: '/l' },
  })
})
