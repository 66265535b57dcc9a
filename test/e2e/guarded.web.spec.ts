// The web door from outside: who comes in, and who does not.
import { expect, test } from './studio.ts'

test('the link has worked once and strangers stay outside', async ({ studio, playwright }) => {
  const { origin } = new URL(studio.page.url())
  const [cookie] = await studio.page.context().cookies()
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' })
  const stranger = await playwright.request.newContext()
  const status = async (path: string, headers: Record<string, string> = {}) =>
    (await stranger.get(`${origin}${path}`, { headers, maxRedirects: 0 })).status()
  const mine = { cookie: `${cookie?.name}=${cookie?.value}` }
  expect(await status('/')).toBe(401)
  expect(await status('/?token=guess')).toBe(401)
  expect(await status('/', { ...mine, host: 'rebound.example' })).toBe(421)
  expect(await status('/', { ...mine, 'sec-fetch-site': 'cross-site' })).toBe(403)
  expect(await status('/..%2f..%2fpackage.json', mine)).toBe(404)
  expect(await status('/', mine)).toBe(200)
  await stranger.dispose()
})
