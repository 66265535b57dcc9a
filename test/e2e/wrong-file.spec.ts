// What is no book is refused in a sentence, and the studio goes on.
import { smallBook, smallEpub } from '../fixtures/small-book.ts'
import { expect, test } from './studio.ts'

test.describe('a wrong file is refused in a sentence:', () => {
  for (const [what, name, bytes, sentence] of [
    ['a picture', 'cat.epub', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), /is not a book/],
    ['an empty file', 'empty.epub', '', /is empty/],
    ['a truncated EPUB', 'half.epub', smallEpub().subarray(0, 900), /damaged or incomplete/],
  ] as const) {
    test(what, async ({ studio }) => {
      await studio.drop(studio.file(name, bytes))
      await expect(studio.page.getByText(sentence).first()).toBeVisible()

      await studio.drop(studio.file('good.epub', smallEpub()))
      await expect(
        studio.page.getByRole('heading', { level: 1, name: smallBook.title }),
      ).toBeVisible()
    })
  }
})

test('books chosen by the dialog are added, all of them', async ({ studio }) => {
  const { page } = studio
  const first = studio.file('one.epub', smallEpub())
  const second = studio.file('two.txt', 'Two\n\nThis is another book. It is short.\n')
  await studio.chosen([first, second], () =>
    page.getByRole('button', { name: 'Add a book' }).first().click(),
  )
  await expect(page.getByRole('link', { name: `Open ${smallBook.title}` })).toBeVisible()
  await expect(
    page.getByRole('heading', { name: '2 books' }).or(page.getByText('2 books', { exact: true })),
  ).toBeVisible()
})
