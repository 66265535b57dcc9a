// A book given on the command line: the page opens it, however late it comes up, and once only.
import { join } from 'node:path'
import { smallBook, smallEpub } from '../fixtures/small-book.ts'
import { expect, test } from './studio.ts'
import { startWebProcess } from './web-shell.ts'

test('the book that the studio was started with is open when its page is', async ({ studio }) => {
  const path = studio.file('cat.epub', smallEpub())
  const web = await startWebProcess(join(path, '../given'), {}, [path])
  const page = await studio.page.context().newPage()
  await page.goto(web.link)
  await expect(page.getByRole('heading', { level: 1, name: smallBook.title })).toBeVisible()

  await page.getByRole('button', { name: 'Back to the library' }).click()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'Library' })).toBeVisible()
  await page.close()
  web.process.kill('SIGTERM')
  await web.ended
})
