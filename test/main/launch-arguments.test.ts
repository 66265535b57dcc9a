import { describe, expect, test } from 'vitest'
import { readLaunchArguments } from '../../src/main/launch-arguments.ts'

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
    ['a link, which is no book', ['lectern://open'], false, { books: [] }],
    ['a process number, as macOS once added', ['-psn_0_1'], false, { books: [] }],
  ])('%s', (_case, words, development, expected) => {
    expect(readLaunchArguments(words, '/home/me', development)).toEqual(expected)
  })
})
