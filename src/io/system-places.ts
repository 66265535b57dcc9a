// Where Lectern keeps what is its own when nobody says otherwise: the system's places, which are four.
import { realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import envPaths from 'env-paths'

export type Places = {
  /** Precious: books, takes, recordings, voices. */
  data: string
  /** What a person has set, and the keys of servers. */
  config: string
  /** Can be made again, and is left out by whoever makes backups of a computer. */
  cache: string
  log: string
}

const systemPlaces = (): Places => envPaths('lectern', { suffix: '' })

export const defaultDataRoot = (): string => systemPlaces().data

/** Whether that library is the one of whoever says nothing, by whatever way it is reached. */
export const isUsual = (root: string): boolean => realPath(root) === realPath(defaultDataRoot())

/** Without links, and as the disk spells it, as far as it is there. */
function realPath(path: string): string {
  const whole = resolve(path)
  try {
    return realpathSync.native(whole)
  } catch {
    const parent = dirname(whole)
    return parent === whole ? whole : join(realPath(parent), basename(whole))
  }
}

/** A library that somebody has put elsewhere is whole there, so that it can be carried away; the usual one is not. */
export function placesOf(root: string): Places {
  const { data, config, cache, log } = systemPlaces()
  return isUsual(root)
    ? { data, config, cache, log }
    : { data: root, config: root, cache: root, log: join(root, 'logs') }
}

/** Where updates come to lie on their way, which the updater itself has chosen. */
export function updaterCache(): string {
  const { cache } = envPaths('lectern-updater', { suffix: '' })
  return process.platform === 'win32' ? dirname(cache) : cache
}
