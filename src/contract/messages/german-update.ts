// Sentences on new versions of the desktop app, in German.
import type { englishUpdate } from './english-update.ts'
import { bytesOf, moment } from './german-figures.ts'

export const germanUpdate: typeof englishUpdate = {
  title: 'Neue Fassungen',
  state({ state, way }) {
    switch (state.kind) {
      case 'none':
        return state.lookedAt === null
          ? 'Seit dem Start von Lectern hat niemand nach einer neuen Fassung gesehen.'
          : `Am ${moment(state.lookedAt)} war dies die neueste Fassung.`
      case 'looking':
        return 'Eine neue Fassung wird gesucht …'
      case 'found':
        return `Es gibt eine neue Fassung: ${state.release.version}.`
      case 'fetching':
        return `Fassung ${state.release.version} wird geladen …`
      case 'ready':
        return [
          `Fassung ${state.release.version} ist da, und heil.`,
          ...(state.mustWait
            ? ['Sie wartet das Ende der Arbeit ab: abgebrochen wird nichts.']
            : []),
          ...(way === 'password' ? ['Das System wird nach dem Kennwort fragen.'] : []),
        ].join(' ')
      case 'waiting':
        return `Fassung ${state.release.version} wartet, bis die Vertonung und alle andere Arbeit fertig ist. Dann startet Lectern neu.`
      case 'installing':
        return `Lectern startet neu als Fassung ${state.release.version} …`
      case 'failed':
        return ''
    }
  },
  progress: (version) => `Laden von Fassung ${version}`,
  progressOf: bytesOf,
  notes: (version) => `Neu in ${version}`,
  look: 'Nach neuen Fassungen sehen',
  fetch: 'Laden',
  fetchAgain: 'Noch einmal laden',
  stop: 'Laden anhalten',
  install: 'Neu starten und aktualisieren',
  installLater: 'Danach aktualisieren',
  notNow: 'Noch nicht aktualisieren',
  news: {
    found: (version) => `Es gibt ein neues Lectern: Fassung ${version}.`,
    ready: (version) => `Lectern ${version} ist da.`,
  },
}
