// The stand-in's main process: hands `electron` to whoever imports it, then runs the app unchanged.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { becomeReady } from './electron.ts'

const standIn = new URL('./electron.ts', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: standIn, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
})

// As in Electron: the executable, then everything as it was given.
process.argv = process.argv.slice(2)
const words = process.argv.slice(1).filter((word) => !word.startsWith('-'))
// A packed executable knows its app, and is told of none.
const packed = process.env.STAND_IN_PACKED_APP
const app = resolve(packed ?? words[0] ?? '.')
Object.assign(process, { defaultApp: packed === undefined ? true : undefined, type: 'browser' })
Object.defineProperty(process.versions, 'electron', { value: '45.4.1', enumerable: true })

await import(pathToFileURL(entryOf(app)).href)
await becomeReady()

/** The main script of an app's folder, or the script itself. */
function entryOf(path: string): string {
  if (!statSync(path).isDirectory()) return path
  const description = join(path, 'package.json')
  const main = existsSync(description)
    ? (JSON.parse(readFileSync(description, 'utf8')) as { main?: string }).main
    : undefined
  return join(path, main ?? 'index.js')
}
