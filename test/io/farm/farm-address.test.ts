// What people type for the address of a farm, and what becomes of it.
import { describe, expect, it } from 'vitest'
import { failureOf } from '../../../src/core/base/failure-error.ts'
import { farmAddress, farmHost } from '../../../src/io/farm/farm-address.ts'

describe('a farm’s address', () => {
  it.each([
    ['127.0.0.1:6379', 'redis://127.0.0.1:6379', null],
    ['  redis://localhost  ', 'redis://localhost', null],
    ['redis://[::1]:6380/3', 'redis://[::1]:6380/3', null],
    ['redis://:secret@localhost:6379', 'redis://localhost:6379', 'secret'],
    ['redis://me:p%40ss%2Fword@localhost', 'redis://me@localhost', 'p@ss/word'],
    ['redis://:100%@localhost', 'redis://localhost', '100%'],
    ['rediss://me:secret@redis.example:6380/0', 'rediss://me@redis.example:6380/0', 'secret'],
    ['rediss://me@redis.example', 'rediss://me@redis.example', null],
    ['rediss://redis.example/other?tls=1#part', 'rediss://redis.example', null],
  ])('%j is %j, with the password %j', (typed, address, password) =>
    expect(farmAddress(typed, false)).toEqual({ address, password }),
  )

  it.each([
    '',
    'redis://',
    'http://localhost:6379',
    'file:///etc/passwd',
    'redis://192.168.1.5:6379',
    'redis.example:6379',
    'redis://localhost.example',
    'redis://127.0.0.1.example',
  ])('%j is refused', (typed) =>
    expect(() => farmAddress(typed, false)).toThrowError(/farm-address-refused/),
  )

  it('may be plain beyond this machine only where that was allowed', () => {
    expect(farmAddress('192.168.1.5', true).address).toBe('redis://192.168.1.5')
    expect(() => farmAddress('http://192.168.1.5', true)).toThrowError(/farm-address-refused/)
  })

  it.each([
    ['redis://me:secret@redis.example:6379', 'redis://redis.example:6379'],
    ['me:secret@redis.example', 'redis://redis.example'],
    ['redis://me:sec/ret@redis.example', 'redis://redis.example'],
    ['redis://:s@cret@redis.example', 'redis://redis.example'],
    ['http://me:secret@localhost', 'http://localhost'],
  ])('%j is refused as %j, without saying the password', (typed, address) => {
    let refused: unknown
    try {
      farmAddress(typed, false)
    } catch (error) {
      refused = error
    }
    expect(failureOf(refused).params).toEqual({ address })
  })

  it('is told by its host alone', () =>
    expect(farmHost('rediss://me@redis.example:6380/1')).toBe('redis.example:6380'))
})
