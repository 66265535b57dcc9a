// What people type for an address, and what becomes of it.
import { describe, expect, it } from 'vitest'
import { endpointNames, serverAddress } from '../../../src/io/servers/server-address.ts'

describe('a server’s address', () => {
  it.each([
    ['http://127.0.0.1:8880', 'http://127.0.0.1:8880/v1'],
    ['http://127.0.0.1:8880/', 'http://127.0.0.1:8880/v1'],
    ['http://127.0.0.1:8880/v1', 'http://127.0.0.1:8880/v1'],
    ['http://127.0.0.1:8880/v1///', 'http://127.0.0.1:8880/v1'],
    ['  http://LOCALHOST:8880/v1/  ', 'http://localhost:8880/v1'],
    ['http://[::1]:8880', 'http://[::1]:8880/v1'],
    ['localhost:5005', 'http://localhost:5005/v1'],
    ['speech.example', 'https://speech.example/v1'],
    ['https://a.example/v1/audio/speech', 'https://a.example/v1'],
    ['https://a.example/openai/v1/', 'https://a.example/openai/v1'],
    ['https://a.example/api', 'https://a.example/api/v1'],
    ['https://a.example/v1beta', 'https://a.example/v1beta'],
    ['https://a.example/v1?key=abc#part', 'https://a.example/v1'],
  ])('%j is %s', (typed, address) => expect(serverAddress(typed, false)).toBe(address))

  it.each([
    'ftp://a.example',
    'file:///etc/passwd',
    'javascript://a.example',
    'https://',
    '',
    'https://me:secret@a.example',
    'http://me@localhost:8880',
    'http://192.168.1.5:8880',
    'http://localhost.example:8880',
    'http://127.0.0.1.example',
  ])('%j is refused', (typed) =>
    expect(() => serverAddress(typed, false)).toThrowError(/address-refused/),
  )

  it('is plain http beyond this machine only where that was allowed', () => {
    expect(serverAddress('http://192.168.1.5:8880', true)).toBe('http://192.168.1.5:8880/v1')
  })

  it('is not repeated with its password', () => {
    expect(() => serverAddress('https://me:secret@a.example', false)).toThrowError(
      /^(?!.*secret).*a\.example/,
    )
  })

  it('has a short name that tells it from the others', () => {
    expect(endpointNames(['http://one:80/v1', 'http://two:8880/v1'])).toEqual(['one', 'two:8880'])
    expect(endpointNames(['https://a.example/x/v1', 'https://a.example/y/v1'])).toEqual([
      'a.example/x/v1',
      'a.example/y/v1',
    ])
  })
})
