// What a package may hold: everything else in it is a stray.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './pack.ts'

type Locked = { dev?: boolean }

/** `@b/c` of `node_modules/a/node_modules/@b/c/d.js`: packing moves packages up where it can. */
function nameIn(path: string): string | undefined {
  return /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]
}

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>
}
const shipped = new Set(
  Object.entries(packages)
    .filter(([place, { dev }]) => place !== '' && dev !== true)
    .map(([place]) => nameIn(place)),
)

const ours =
  /^(out\/(main|renderer)\/|out\/preload\/index\.cjs$|resources\/(sample|licences)\/|resources\/icons\/drag\.png$)/
const single = ['package.json', 'LICENSE', 'THIRD-PARTY.md']

/** Machine code, of any system. */
export const isNative = (file: string): boolean => /\.(node|so(\.\d+)*|dll|dylib|exe|a)$/.test(file)

const unwanted: [string, RegExp][] = [
  ['a map', /\.(map|tsbuildinfo)$/],
  ['a source', /\.([mc]?tsx?|cc|cpp|h|gyp|c)$/],
  ['a test', /(^|\/)(tests?|specs?|__\w+__)\/|(^|[./])(test|spec)\.[cm]?js$|\.snap$/],
  ['a tool', /\.(sh|bat|cmd|ps1)$|^node_modules\/(node-\w+-\w+|electron|vite|vitest|react)\//],
  ['a setting of a tool', /(^|\/)\.[^/]+$/],
  [
    'a secret',
    /\.(pem|key|p12|pfx|jks|keystore|kdbx)$|(^|\/)(id_(rsa|ed25519)|credentials(\.json)?)$/,
  ],
]

/** What should not be there, each with the reason; `node_modules` is to hold what the lock file ships. */
export function strays(files: readonly string[]): string[] {
  return files.flatMap((file) => {
    const reasons = unwanted.filter(([, pattern]) => pattern.test(file)).map(([reason]) => reason)
    const home = nameIn(file)
    const isKnown =
      home === undefined ? ours.test(file) || single.includes(file) : shipped.has(home)
    if (!isKnown) reasons.push('not in the manifest')
    return reasons.map((reason) => `${file}: ${reason}`)
  })
}

/** Keys as their makers shape them, and private ones. */
export const secretText =
  /-----BEGIN [A-Z ]*PRIVATE KEY-----\s*[A-Za-z0-9+/]{20}|\b(sk-[A-Za-z0-9_-]{32,}|gh[pousr]_\w{36}|AKIA[A-Z0-9]{16}|npm_\w{36})\b/
