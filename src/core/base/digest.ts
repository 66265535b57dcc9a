// Keys: hex SHA-256 of canonical JSON. Pure and synchronous, so that every layer makes the same keys.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json }

/** JSON with sorted keys and no white space: equal values give equal strings in every locale. */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  const record = value as { readonly [key: string]: Json }
  const entries = Object.keys(record)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(record[key] as Json)}`)
  return `{${entries.join(',')}}`
}

/** Hex SHA-256 of a text's UTF-8. */
export const digestText = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)))

/** Hex SHA-256 of bytes. Files are hashed by a port; this is for what is in memory anyway. */
export const digestBytes = (bytes: Uint8Array): string => bytesToHex(sha256(bytes))

/** The key of a value. */
export const digestJson = (value: Json): string => digestText(canonicalJson(value))
