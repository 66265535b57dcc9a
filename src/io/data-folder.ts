// Where everything rests that Lectern keeps. The only place that knows the names inside the data folder.
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { placesOf } from './system-places.ts'
import { writeFailure } from './write-failure.ts'

export type DataFolder = {
  /** The rest is in it, unless it is the usual one: then the system says where. */
  root: string
  projectsDatabase: string
  takesDatabase: string
  lockDatabase: string
  settings: string
  /** Speech servers, without their keys. */
  servers: string
  /** What servers listed last; can be asked for again. */
  serverVoices: string
  /** The language model that helps with scripts. */
  languageModel: string
  /** The transcription server that hears takes back. */
  transcriber: string
  /** The model on the disk that hears takes back in its place. */
  listenerModel: string
  /** Where the farm's Redis is, without its password. */
  farm: string
  /** Keys of servers, readable by this account alone. */
  keys: string
  /** Keys of servers, as the system's keychain has encrypted them. */
  keychain: string
  /** Sound on its way to the take store; emptied at start. */
  spool: string
  /** Sounds that servers were paid for and no take holds yet: kept over a crash. */
  answers: string
  /** Files that books were imported from, named by their digest. */
  books: string
  /** Encoded groups, named by key; can be made again. */
  encodes: string
  /** Mastered segments for listening, named by key; can be made again. */
  previews: string
  /** Uploads and exports on their way to a browser; emptied at start. */
  transfers: string
  logs: string
  /** What a person has asked for to see why the studio is slow or large: to be removed by that person. */
  inspected: string
  /** Music and effects that a person brought. */
  sounds: string
  /** Neural voices, a folder each. */
  voices: string
  /** Copies of projects.db; made when there is one. */
  backups: string
  /** The backup that is to take the place of projects.db at the next start; made when there is one. */
  restore: string
  /** Database files that were damaged, as they were found; made when there is one. */
  quarantine: string
}

/** Names what is in it, and touches nothing. `root`: absolute. */
export function dataFolderAt(root: string): DataFolder {
  const places = placesOf(root)
  const at = (name: string) => join(root, name)
  const set = (name: string) => join(places.config, name)
  const again = (name: string) => join(places.cache, name)
  return {
    root,
    projectsDatabase: at('projects.db'),
    takesDatabase: at('takes.db'),
    lockDatabase: at('lock.db'),
    settings: set('settings.json'),
    servers: set('servers.json'),
    serverVoices: again('server-voices.json'),
    languageModel: set('language-model.json'),
    transcriber: set('transcriber.json'),
    listenerModel: set('listener-model.json'),
    farm: set('farm.json'),
    keys: set('keys.json'),
    keychain: set('keychain.json'),
    spool: at('spool'),
    answers: at('answers'),
    books: at('books'),
    encodes: again('encodes'),
    previews: again('previews'),
    transfers: at('transfers'),
    logs: places.log,
    inspected: at('inspected'),
    sounds: at('sounds'),
    voices: at('voices'),
    backups: at('backups'),
    restore: at('restore'),
    quarantine: at('quarantine'),
  }
}

/** What a person has set, and what servers said of themselves: the small files, in one order for every folder. */
export function settingsFiles(folder: DataFolder): string[] {
  const { settings, servers, serverVoices, languageModel, transcriber, listenerModel } = folder
  const { farm, keys, keychain } = folder
  return [
    ...[settings, servers, serverVoices, languageModel, transcriber, listenerModel],
    ...[farm, keys, keychain],
  ]
}

/** Names and makes the folders. Fails with `folder-not-writable`, `disk-full`. */
export function openDataFolder(root: string): DataFolder {
  const folder = dataFolderAt(root)
  const { spool, answers, books, encodes, previews, transfers, logs, inspected, sounds, voices } =
    folder
  const made = [
    ...[spool, answers, books, encodes, previews, transfers, logs, inspected, sounds, voices],
    ...settingsFiles(folder).map(dirname),
  ]
  try {
    for (const path of new Set(made)) mkdirSync(path, { recursive: true })
  } catch (error) {
    throw writeFailure(error, root)
  }
  return folder
}
