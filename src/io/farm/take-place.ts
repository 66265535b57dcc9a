// Where a take lies in a store that speaks S3, and what its answers mean: rules alone, nothing is asked here.
import { isThisMachine } from '../../contract/this-machine.ts'
import type { StoreTrouble, TakeStore } from '../../contract/index.ts'
import { fail } from '../../core/base/failure-error.ts'

/**
 * A store as a person has set it, its address as all are written. Fails with `address-refused` for all but http and
 * https, for an address with a name, a password or a question in it, and for plain http beyond this machine
 * unless that was allowed.
 */
export function keptStore(store: TakeStore): TakeStore {
  const given = store.address.trim()
  const url = URL.canParse(given) ? new URL(given) : null
  const isPlain = url?.protocol === 'http:'
  const mayBePlain = store.allowPlain || (url !== null && isThisMachine(url.hostname))
  const isBare = url?.username === '' && url.password === '' && url.search + url.hash === ''
  if (!url || !isBare || (isPlain ? !mayBePlain : url.protocol !== 'https:'))
    throw fail('address-refused', { address: withoutSecrets(given).slice(0, 200) })
  return { ...store, address: `${url.origin}${url.pathname.replace(/\/+$/, '')}` }
}

/** An access key may stand before the host however it is written, and a signature behind a question mark. */
function withoutSecrets(typed: string): string {
  const url = URL.canParse(typed) ? new URL(typed) : null
  if (url && url.host !== '') return `${url.protocol}//${url.host}`
  return typed.replace(/^.*@/s, '').replace(/[?#].*/s, '')
}

/** Take ids are digests with a number; whatever else came here would name another path. */
const safeId = /^[A-Za-z0-9][A-Za-z0-9.-]{0,127}$/

/**
 * The bucket stands in the path, which all stores understand, and which needs no name in the DNS. Null for what is
 * no id of a take.
 */
export function takeUrl({ address, bucket, prefix }: TakeStore, takeId: string): string | null {
  return safeId.test(takeId) ? `${address}/${bucket}/${prefix}takes/${takeId}.flac` : null
}

/** What was asked of a store, and with which code of S3 it has answered; '' where it told none. */
export type StoreAnswer = { deed: 'find' | 'offer'; status: number; code: string }

/**
 * What a person should change; null: the store works, though the answer may be that the take is not there, or is
 * there already. Whoever may not list a bucket is told by AWS that a take which is not there is forbidden: of a
 * take that was looked for that is no trouble, and where nothing is allowed the first take that is offered tells.
 */
export function troubleOfAnswer({ deed, status, code }: StoreAnswer): StoreTrouble | null {
  if (status >= 200 && status < 300) return null
  if (code === 'NoSuchBucket') return 'store-bucket-missing'
  // The bucket is in another region, or at another address.
  if (status === 301 || status === 307 || status === 308) return 'store-bucket-missing'
  if (status === 404) return deed === 'find' ? null : 'store-bucket-missing'
  if (status === 401) return 'store-refused'
  if (status === 403) return deed === 'find' && code === 'AccessDenied' ? null : 'store-refused'
  // The region in the signature is not the bucket's.
  if (code === 'AuthorizationHeaderMalformed') return 'store-refused'
  if (deed === 'offer' && isThereAlready(status)) return null
  return 'store-away'
}

/** Of a take that was to be put only where there is none; 409: somebody else is putting it. */
export const isThereAlready = (status: number): boolean =>
  status === 412 || status === 304 || status === 409

/** Of an error as stores tell it, in XML. */
export const codeOf = (told: string): string =>
  /<Code>([A-Za-z]{1,80})<\/Code>/.exec(told)?.[1] ?? ''
