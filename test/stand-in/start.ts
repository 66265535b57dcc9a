// The stand-in's main process: hands `electron` to whoever imports it, then runs the app unchanged.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app as standInApp, becomeReady } from './electron.ts'

const { isPackaged } = standInApp
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
const app = resolve(words[0] ?? '.')
Object.assign(process, { type: 'browser' })
// A packaged one knows its app by where it lies, and is not told.
if (isPackaged) process.argv = process.argv.filter((word) => word !== words[0])
else Object.assign(process, { defaultApp: true })
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
