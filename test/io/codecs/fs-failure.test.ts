// What the file system says, in words that help.
import { expect, test } from 'vitest'
import { fail } from '../../../src/core/base/failure-error.ts'
import { fsFailure } from '../../../src/io/codecs/fs-failure.ts'

test.each([
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['ENOENT', 'target-missing'],
  ['ENOTDIR', 'target-missing'],
  ['EACCES', 'folder-not-writable'],
  ['EPERM', 'folder-not-writable'],
  ['EROFS', 'folder-not-writable'],
  ['EBUSY', 'folder-not-writable'],
])('%s is %s, with the folder', (code, expected) => {
  const error = Object.assign(new Error(`${code}: no`), { code })
  expect(fsFailure(error, '/books')).toMatchObject({
    failure: { code: expected, params: { folder: '/books' } },
  })
})

test('of the hidden folder of an export the folder that a person knows is told', () => {
  const error = Object.assign(new Error('ENOSPC: no'), { code: 'ENOSPC' })
  expect(fsFailure(error, '/books/.A Tale.m4b.0123abcd.parts')).toMatchObject({
    failure: { params: { folder: '/books' } },
  })
})

test('a failure stays what it is, and a bug stays a bug', () => {
  const failure = fail('take-damaged', { takeId: 'x' })
  expect(fsFailure(failure, '/books')).toBe(failure)
  const bug = new TypeError('oops')
  expect(fsFailure(bug, '/books')).toBe(bug)
})
