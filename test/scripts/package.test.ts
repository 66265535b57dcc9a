// What a package is told of its update feed, and what is said of signing that is left out.
import { describe, expect, test } from 'vitest'
import { packageVersion } from '../../scripts/changelog.js'
import { channelOf, feedWords } from '../../scripts/feed.js'
import { missingForSigning, withoutEmpty } from '../../scripts/signing.js'

describe('the update feed', () => {
  const url = 'https://updates.lectern.example/'
  const version = packageVersion()
  test('is none where none is named', () => {
    expect(feedWords({}, version)).toEqual([])
    const empty = { LECTERN_UPDATE_URL: '', LECTERN_UPDATE_CHANNEL: 'beta' }
    expect(feedWords(empty, version)).toEqual([])
  })

  test('has an address, a channel, and what is new', () => {
    expect(feedWords({ LECTERN_UPDATE_URL: url, LECTERN_UPDATE_CHANNEL: 'beta' }, version)).toEqual(
      [
        '-c.publish.provider=generic',
        `-c.publish.url=${url}`,
        '-c.publish.channel=beta',
        expect.stringMatching(/^-c\.releaseInfo\.releaseNotes=- /),
      ],
    )
  })

  test.each([
    ['1.2.0', 'latest'],
    ['1.2.0-beta.3', 'beta'],
    ['1.2.0-nightly.3', 'latest'],
  ])('of %s is that of the version, %s', (of, channel) => {
    expect(channelOf(of)).toBe(channel)
  })

  test('is none without a word on what is new', () => {
    expect(() => feedWords({ LECTERN_UPDATE_URL: url }, '99.0.0')).toThrow('nothing of 99.0.0')
  })

  test.each([
    [{ LECTERN_UPDATE_URL: 'http://updates.lectern.example/' }, 'no https address'],
    [{ LECTERN_UPDATE_URL: 'updates' }, 'no https address'],
    [{ LECTERN_UPDATE_URL: url, LECTERN_UPDATE_CHANNEL: 'nightly' }, 'one of latest, beta'],
  ])('is never a wrong one: %o', (env, words) => {
    expect(() => feedWords(env, version)).toThrow(words)
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
