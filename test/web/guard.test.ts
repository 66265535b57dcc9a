import { describe, expect, test } from 'vitest'
import { refusal, type RequestFacts } from '../../src/web/guard.ts'

const origin = 'http://127.0.0.1:4000'
const fine: RequestFacts = {
  method: 'GET',
  host: '127.0.0.1:4000',
  origin: null,
  fetchSite: 'same-origin',
  marked: false,
  known: true,
}
const post: Partial<RequestFacts> = { method: 'POST', origin, marked: true }

describe('the guard', () => {
  test.each<[string, Partial<RequestFacts>, number | null]>([
    ['the page itself', {}, null],
    ['an address typed by hand', { fetchSite: 'none' }, null],
    ['a program that is no browser', { fetchSite: null }, null],
    ['the page’s own call', post, null],
    ['a program’s call with the mark', { ...post, origin: null, fetchSite: null }, null],
    ['another name for this machine', { host: 'localhost:4000' }, 421],
    ['a name rebound to this machine', { host: 'evil.example:4000' }, 421],
    ['another port', { host: '127.0.0.1:4001' }, 421],
    ['no host at all', { host: null }, 421],
    ['a link on another site', { fetchSite: 'cross-site' }, 403],
    ['another port’s page', { fetchSite: 'same-site' }, 403],
    ['a call from another origin', { ...post, origin: 'http://127.0.0.1:4001' }, 403],
    ['a call from nowhere (a sandboxed frame)', { ...post, origin: 'null' }, 403],
    ['a form without the mark', { ...post, marked: false }, 403],
    ['someone who has not opened the link', { known: false }, 401],
    ['a call by someone who has not', { ...post, known: false }, 401],
  ])('%s', (_who, facts, status) => {
    expect(refusal({ ...fine, ...facts }, origin)?.status ?? null).toBe(status)
  })
})
