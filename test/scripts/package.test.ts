// What a package is told of its update feed, and what is said of signing that is left out.
import { describe, expect, test } from 'vitest'
import { feedWords } from '../../scripts/feed.js'
import { missingForSigning, withoutEmpty } from '../../scripts/signing.js'

describe('the update feed', () => {
  const url = 'https://updates.lectern.example/'
  test('is none where none is named', () => {
    expect(feedWords({})).toEqual([])
    expect(feedWords({ LECTERN_UPDATE_URL: '', LECTERN_UPDATE_CHANNEL: 'beta' })).toEqual([])
  })

  test('has an address and a channel', () => {
    expect(feedWords({ LECTERN_UPDATE_URL: url })).toContain('-c.publish.channel=latest')
    expect(feedWords({ LECTERN_UPDATE_URL: url, LECTERN_UPDATE_CHANNEL: 'beta' })).toEqual([
      '-c.publish.provider=generic',
      `-c.publish.url=${url}`,
      '-c.publish.channel=beta',
    ])
  })

  test.each([
    [{ LECTERN_UPDATE_URL: 'http://updates.lectern.example/' }, 'no https address'],
    [{ LECTERN_UPDATE_URL: 'updates' }, 'no https address'],
    [{ LECTERN_UPDATE_URL: url, LECTERN_UPDATE_CHANNEL: 'nightly' }, 'one of latest, beta'],
  ])('is never a wrong one: %o', (env, words) => {
    expect(() => feedWords(env)).toThrow(words)
  })
})

describe('signing', () => {
  const apple = { APPLE_ID: 'a', APPLE_APP_SPECIFIC_PASSWORD: 'b', APPLE_TEAM_ID: 'c' }
  const certificate = { CSC_LINK: 'c', CSC_KEY_PASSWORD: 'p' }
  test.each([
    ['linux', {}, []],
    ['win32', {}, ['WIN_CSC_LINK, WIN_CSC_KEY_PASSWORD or CSC_LINK, CSC_KEY_PASSWORD']],
    ['win32', certificate, []],
    ['win32', { WIN_CSC_LINK: 'c', WIN_CSC_KEY_PASSWORD: '' }, ['signed: WIN_CSC_KEY_PASSWORD or']],
    ['darwin', { ...certificate, ...apple }, []],
    ['darwin', certificate, ['Not notarised: APPLE_ID']],
    ['darwin', { ...apple, APPLE_TEAM_ID: '' }, ['Not signed', 'Not notarised: APPLE_TEAM_ID or']],
  ] as const)('on %s with %o says what is missing', (platform, env, lines) => {
    expect(missingForSigning(platform, env)).toEqual(
      lines.map((line) => expect.stringContaining(line)),
    )
  })

  test('takes a secret that is empty for none', () => {
    expect(withoutEmpty({ CSC_LINK: '', PATH: '/bin' })).toEqual({ PATH: '/bin' })
  })
})
