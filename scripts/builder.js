// What electron-builder brings along itself, in the versions it uses.
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { root } from './places.js'

/** Loads as electron-builder does. */
export const fromBuilder = createRequire(
  createRequire(join(root, 'package.json')).resolve('electron-builder/package.json'),
)

/** Loads as the library that does its work does. */
export const fromBuilderLibrary = createRequire(fromBuilder.resolve('app-builder-lib/package.json'))

/**
 * @typedef {{ files?: Record<string, Entry>, offset?: string, integrity?: { hash: string } }} Entry
 * @typedef {{
 *   listPackage(archive: string): string[]
 *   statFile(archive: string, file: string): Entry
 *   extractFile(archive: string, file: string): Buffer
 *   extractAll(archive: string, folder: string): void
 *   uncache(archive: string): boolean
 *   createPackage(folder: string, archive: string): Promise<void>
 * }} Asar
 */

/** The archive that an app is packed into. */
export const asar = /** @type {Asar} */ (fromBuilderLibrary('@electron/asar'))
