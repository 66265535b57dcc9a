// Sentences on new versions of the desktop app, in English.
import type { AppUpdate } from '../update.ts'
import { bytesOf, moment } from './english-figures.ts'

export const englishUpdate = {
  title: 'New versions',
  /** Without those of failures. */
  state({ state, way }: AppUpdate): string {
    switch (state.kind) {
      case 'none':
        return state.lookedAt === null
          ? 'Nobody has looked for a new version since Lectern was started.'
          : `This was the newest version at ${moment(state.lookedAt)}.`
      case 'looking':
        return 'Looking for a new version…'
      case 'found':
        return `There is a new version: ${state.release.version}.`
      case 'fetching':
        return `Version ${state.release.version} is being downloaded…`
      case 'ready':
        return [
          `Version ${state.release.version} is here, and whole.`,
          ...(state.mustWait ? ['It waits until the work is done: nothing is broken off.'] : []),
          ...(way === 'password' ? ['Your system will ask for your password.'] : []),
        ].join(' ')
      case 'waiting':
        return `Version ${state.release.version} waits until the narration and all other work is done. Then Lectern restarts.`
      case 'installing':
        return `Lectern restarts as version ${state.release.version}…`
      case 'failed':
        return ''
    }
  },
  progress: (version: string): string => `Download of version ${version}`,
  progressOf: (done: number, total: number): string => bytesOf(done, total),
  notes: (version: string): string => `What is new in ${version}`,
  look: 'Look for updates',
  fetch: 'Download',
  fetchAgain: 'Download again',
  stop: 'Stop the download',
  install: 'Restart and update',
  installLater: 'Update afterwards',
  notNow: 'Do not update yet',
  news: {
    found: (version: string): string => `There is a new Lectern: version ${version}.`,
    ready: (version: string): string => `Lectern ${version} is ready.`,
  },
}
