// Where things are in this folder: the built entries, the caches of set-up, the caller's folder.
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(fileURLToPath(import.meta.url), '..', '..')

/** The built entries that the scripts start. */
export const entries = {
  electron: join(root, 'out', 'main', 'index.js'),
  web: join(root, 'out', 'main', 'web.js'),
  terminal: join(root, 'out', 'main', 'cli.js'),
}

export const modules = join(root, 'node_modules')

/** Goes with node_modules: what is remembered about this installation. */
export const installCache = join(modules, '.cache', 'lectern')

/** Outlives an installation: the set-up lock, reports of test runners. */
export const workCache = join(root, '.cache')

/** The folder the person typed the command in; npm changes to the root before it runs a script. */
export const callerFolder = process.env.INIT_CWD ?? process.cwd()

/** A command line tool of an installed package, to be run by Node.
 * @param {string} packageName
 * @param {string} file */
export const tool = (packageName, file) => join(modules, packageName, file)
