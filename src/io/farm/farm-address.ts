// Addresses of a farm's Redis, as people type them: the password is taken out, and nothing travels unprotected unasked.
import { isThisMachine } from '../../contract/this-machine.ts'
import { fail } from '../../core/base/failure-error.ts'

export type FarmAddress = {
  /** `redis://user@host:port/number`, never with a password. */
  address: string
  /** What stood in it as a password; null: none did. */
  password: string | null
}

/**
 * Fails with `farm-address-refused` for all but `redis:` and `rediss:` (TLS), and for a connection without TLS
 * beyond this machine unless `allowPlain`.
 */
export function farmAddress(typed: string, allowPlain: boolean): FarmAddress {
  const given = typed.trim()
  const full = /^[a-z]+:\/\//i.test(given) ? given : `redis://${given}`
  const url = URL.canParse(full) ? new URL(full) : null
  const isPlain = url?.protocol === 'redis:'
  const isKnown = isPlain || url?.protocol === 'rediss:'
  const mayBePlain = allowPlain || (url !== null && isThisMachine(url.hostname))
  if (!url || !isKnown || url.hostname === '' || (isPlain && !mayBePlain))
    throw fail('farm-address-refused', { address: withoutPassword(full).slice(0, 200) })
  const password = url.password === '' ? null : decoded(url.password)
  const user = url.username === '' ? '' : `${url.username}@`
  const number = /^\/\d+$/.test(url.pathname) ? url.pathname : ''
  return { address: `${url.protocol}//${user}${url.host}${number}`, password }
}

/** For people and logs. */
export const farmHost = (address: string): string => new URL(address).host

/** A password may hold what ends an address elsewhere, such as a slash. */
const withoutPassword = (typed: string) => typed.replace(/\/\/.*@/s, '//')

/** People type a percent sign as it is. */
function decoded(password: string): string {
  try {
    return decodeURIComponent(password)
  } catch {
    return password
  }
}
