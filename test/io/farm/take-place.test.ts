// Where a take lies in a store, which addresses may be used, and what a store's answers mean.
import { describe, expect, it } from 'vitest'
import type { TakeStore } from '../../../src/contract/index.ts'
import { TakeStore as Shape } from '../../../src/contract/index.ts'
import { failureOf } from '../../../src/core/base/failure-error.ts'
import { takeId } from '../../../src/core/speech/recipe.ts'
import {
  codeOf,
  keptStore,
  takeUrl,
  troubleOfAnswer,
  type StoreAnswer,
} from '../../../src/io/farm/take-place.ts'

const storeAt = (address: string, change: Partial<TakeStore> = {}): TakeStore => ({
  ...{ address, bucket: 'takes', prefix: 'lectern/', region: 'us-east-1' },
  ...{ accessKeyId: 'AKIA', allowPlain: false },
  ...change,
})

describe('the address of a store', () => {
  it.each([
    ['https://s3.eu-central-1.amazonaws.com', 'https://s3.eu-central-1.amazonaws.com'],
    ['  https://Box.example:9000// ', 'https://box.example:9000'],
    ['https://a.example/storage/v1/s3/', 'https://a.example/storage/v1/s3'],
    ['http://localhost:9000', 'http://localhost:9000'],
    ['http://127.0.0.1:9000/', 'http://127.0.0.1:9000'],
    ['http://[::1]:9000', 'http://[::1]:9000'],
  ])('%j is %j', (typed, address) => expect(keptStore(storeAt(typed)).address).toBe(address))

  it.each([
    '',
    'box.example:9000',
    's3://takes',
    'file:///etc/passwd',
    'http://box.example:9000',
    'http://127.0.0.1.example',
    'https://id:secret@box.example',
    'https://box.example/?X-Amz-Signature=secret',
    'https://box.example/#takes',
  ])('%j is refused', (typed) =>
    expect(() => keptStore(storeAt(typed))).toThrowError(/address-refused/),
  )

  it('may be plain beyond this machine only where that was allowed', () =>
    expect(keptStore(storeAt('http://10.0.0.7:9000', { allowPlain: true })).address).toBe(
      'http://10.0.0.7:9000',
    ))

  it.each([
    'http://id:secret@box.example/',
    'https://box.example/?key=secret',
    'https://box.example/#secret',
    'id:secret@box.example',
    'https:id:secret@box.example',
    'https:/id:secret@box.example',
    String.raw`https:\\id:secret@box.example`,
    'id:secret@box.example?secret',
  ])('that is refused is told without what may be a secret: %j', (typed) => {
    try {
      keptStore(storeAt(typed))
      expect.unreachable()
    } catch (error) {
      expect(JSON.stringify(failureOf(error).params)).not.toContain('secret')
    }
  })
})

describe('the place of a take', () => {
  const id = takeId('0a'.repeat(32), 2)
  it.each([
    [storeAt('https://box.example'), `https://box.example/takes/lectern/takes/${id}.flac`],
    [
      storeAt('https://box.example/s3', { bucket: 'a.b-c', prefix: '' }),
      `https://box.example/s3/a.b-c/takes/${id}.flac`,
    ],
    [
      storeAt('http://localhost:9000', { prefix: 'team_1/Books.2/' }),
      `http://localhost:9000/takes/team_1/Books.2/takes/${id}.flac`,
    ],
  ])('is the same however a URL is read (%#)', (store, url) => {
    expect(takeUrl(store, id)).toBe(url)
    expect(new URL(url).href).toBe(url)
  })

  it.each(['', '..', '.hidden', 'a/b', '../../other/key', 'a?b', 'a#b', 'a%2fb', 'a b', 'ä'])(
    'is nowhere for what is no id: %j',
    (name) => expect(takeUrl(storeAt('https://box.example'), name)).toBeNull(),
  )

  it.each([
    { bucket: 'ab' },
    { bucket: 'Takes' },
    { bucket: '../takes' },
    { bucket: 'a/b' },
    { bucket: '-takes' },
    { prefix: 'lectern' },
    { prefix: '/lectern/' },
    { prefix: '../' },
    { prefix: 'a//b/' },
    { prefix: 'a b/' },
    { region: 'eu west' },
    { region: '' },
    { accessKeyId: '' },
    { accessKeyId: 'two words' },
    { accessKeyId: 'line\nbreak' },
  ] satisfies Partial<TakeStore>[])('has no settings with %j', (change) =>
    expect(Shape.safeParse(storeAt('https://box.example', change)).success).toBe(false),
  )
})

describe('an answer of a store', () => {
  it.each([
    ['find', 200, '', null],
    ['find', 404, 'NoSuchKey', null],
    ['find', 404, '', null],
    // Of one that is not there, to whoever may not list the bucket.
    ['find', 403, 'AccessDenied', null],
    ['find', 403, 'SignatureDoesNotMatch', 'store-refused'],
    ['find', 403, 'InvalidAccessKeyId', 'store-refused'],
    ['find', 403, 'RequestTimeTooSkewed', 'store-refused'],
    ['find', 401, '', 'store-refused'],
    ['find', 400, 'AuthorizationHeaderMalformed', 'store-refused'],
    ['find', 404, 'NoSuchBucket', 'store-bucket-missing'],
    ['find', 301, 'PermanentRedirect', 'store-bucket-missing'],
    ['find', 503, 'SlowDown', 'store-away'],
    ['find', 500, '', 'store-away'],
    ['find', 412, '', 'store-away'],
    ['offer', 200, '', null],
    ['offer', 412, 'PreconditionFailed', null],
    ['offer', 409, 'ConditionalRequestConflict', null],
    ['offer', 403, 'AccessDenied', 'store-refused'],
    ['offer', 404, '', 'store-bucket-missing'],
    ['offer', 405, '', 'store-away'],
    ['offer', 507, '', 'store-away'],
  ] as const)('to “%s”, %i %s, means %s', (deed, status, code, trouble) => {
    const answer: StoreAnswer = { deed, status, code }
    expect(troubleOfAnswer(answer)).toBe(trouble)
  })

  it('tells its code in XML, and none where it is something else', () => {
    expect(codeOf('<?xml version="1.0"?><Error><Code>NoSuchBucket</Code></Error>')).toBe(
      'NoSuchBucket',
    )
    expect(codeOf('<html>not found</html>')).toBe('')
    expect(codeOf('<Code>a b</Code>')).toBe('')
  })
})
