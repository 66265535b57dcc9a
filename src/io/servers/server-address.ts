// Addresses of servers: what people type, made into base addresses that all look alike.
import { isThisMachine } from '../../contract/this-machine.ts'
import { fail } from '../../core/base/failure-error.ts'

/**
 * `localhost:8880`, `http://box/v1/`, `https://a.example/v1/audio/speech` → a base address that ends in
 * its version. Fails with `address-refused` for all but http and https, for an address that carries a
 * name or password, and for plain http beyond this machine unless `allowPlain`.
 */
export function serverAddress(typed: string, allowPlain: boolean): string {
  const address = withProtocol(typed.trim())
  if (!URL.canParse(address)) throw refused(typed)
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw refused(typed)
  if (url.username !== '' || url.password !== '' || url.hostname === '') throw refused(typed)
  if (url.protocol === 'http:' && !allowPlain && !isThisMachine(url.hostname)) throw refused(typed)
  const path = url.pathname
    .replace(/\/+$/, '')
    .replace(/\/(audio\/(speech|voices|transcriptions)|chat\/completions|models)$/, '')
    .replace(/\/+$/, '')
  return `${url.origin}${/\/v\d+[a-z0-9]*$/.test(path) ? path : `${path}/v1`}`
}

/** Of an address that `serverAddress` has made: a key goes where it was entered for, down to the port. */
export const originOf = (address: string): string => new URL(address).origin

/** Short names for a server's addresses, which stay while the addresses do: `box:8880`. */
export function endpointNames(addresses: readonly string[]): string[] {
  const hosts = addresses.map((address) => new URL(address).host)
  return addresses.map((address, index) => {
    const host = hosts[index] ?? ''
    const isAlone = hosts.filter((other) => other === host).length === 1
    return isAlone ? host : `${host}${new URL(address).pathname}`
  })
}

function withProtocol(typed: string): string {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(typed)) return typed
  const host = /^(\[[^\]]*\]|[^:/]*)/.exec(typed)?.[0] ?? ''
  return `${isThisMachine(host) ? 'http' : 'https'}://${typed}`
}

/** The address as it was typed, without what may be a password. */
const refused = (typed: string) =>
  fail('address-refused', {
    address: typed
      .trim()
      .replace(/\/\/[^/@]*@/g, '//')
      .slice(0, 200),
  })
