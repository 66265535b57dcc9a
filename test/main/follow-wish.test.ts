// What a start asks for: links are read strictly and lead to books that are there. Without Electron.
import { expect, test } from 'vitest'
import type { Studio } from '../../src/core/studio/studio.ts'
import { followWish } from '../../src/main/follow-wish.ts'
import { bookOfLink } from '../../src/main/link.ts'

test.each([
  ['lectern://book/Ab_9-x', 'Ab_9-x'],
  ['lectern://book/Ab_9-x/', 'Ab_9-x'],
  ['LECTERN://book/x', 'x'],
  ['lectern://book/', null],
  ['lectern://book', null],
  ['lectern:book/x', null],
  ['lectern:///book/x', null],
  ['lectern://app/book/x', null],
  ['lectern://book/x/y', null],
  ['lectern://book/../x', 'x'],
  ['lectern://book/..', null],
  ['lectern://book/%2e%2e%2fx', null],
  ['lectern://book/x?play', null],
  ['lectern://book/x#y', null],
  ['lectern://me@book/x', null],
  ['lectern://book:80/x', null],
  ['lectern://book/C:\\x', null],
  [`lectern://book/${'x'.repeat(65)}`, null],
  ['file:///book/x', null],
  ['https://book/x', null],
  ['', null],
])('the book of %s', (link, id) => {
  expect(bookOfLink(link)).toBe(id)
})

async function follow(wish: Partial<Parameters<typeof followWish>[1]>, hasWindow = true) {
  const did: string[] = []
  const studio = {
    async call(name: string) {
      did.push(name)
      return { ok: true, value: { projects: [{ id: 'here' }, { id: 'too' }] } }
    },
  } as unknown as Pick<Studio, 'call'>
  await followWish(
    studio,
    { books: [], links: [], ...wish },
    {
      hasWindow: () => hasWindow,
      show: (place) => did.push(`show ${place ?? ''}`.trim()),
      importBook: (path) => did.push(`import ${path}`),
      chooseBooks: () => did.push('choose'),
      writeScript: () => did.push('write'),
    },
  )
  return did
}

test.each<[string, Parameters<typeof follow>, string[]]>([
  ['nothing', [{}], ['show']],
  ['books', [{ books: ['/a', '/b'] }], ['show', 'import /a', 'import /b']],
  ['a book by link', [{ links: ['lectern://book/here'] }], ['library.list', 'show #/book/here']],
  [
    'several links, one to a book that is gone',
    [{ links: ['lectern://book/here', 'lectern://book/too', 'lectern://book/gone'] }],
    ['library.list', 'show #/book/too'],
  ],
  ['a book that is not there', [{ links: ['lectern://book/gone'] }], ['library.list', 'show']],
  ['another address', [{ links: ['lectern://delete/here'] }], ['show']],
  ['to add books', [{ deed: 'add-books' }], ['show', 'choose']],
  ['to write', [{ deed: 'write-script' }], ['show', 'write']],
  ['to write, before there is a page', [{ deed: 'write-script' }, false], ['show #/write']],
])('a start that asks for %s', async (_case, asked, expected) => {
  expect(await follow(...asked)).toEqual(expected)
})
