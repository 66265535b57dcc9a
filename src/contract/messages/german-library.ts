// Sentences of the library, in German.
import type { libraryWords } from './english-library.ts'
import { bytesOf, chapters, count, percentage } from './german-figures.ts'

export const germanLibrary: typeof libraryWords = {
  title: 'Bibliothek',
  add: 'Buch hinzufügen',
  bookFiles: 'Buchdateien',
  emptyTitle: 'Aus einem Buch ein Hörbuch machen',
  emptyText:
    'Ein Buch irgendwo in dieses Fenster ziehen oder eines auswählen. Nichts verlässt diesen Computer.',
  formats: 'EPUB, PDF, DOCX, ODT, RTF, FB2, MOBI, reiner Text, Markdown oder HTML',
  steps: [
    {
      title: 'Hinzufügen',
      text: 'Lectern findet die Kapitel und lässt weg, was niemand vorliest.',
    },
    {
      title: 'Vertonen',
      text: 'Eine Stimme wählen und sofort zuhören, während der Rest entsteht.',
    },
    { title: 'Exportieren', text: 'Ein M4B mit Kapiteln und Cover, für jeden Player.' },
  ],
  sampleTitle: 'Der erste Ton mit einem Klick',
  sampleText:
    'Eine kurze Geschichte liegt Lectern bei. Öffnen und hören, wie ein Buch hier klingt.',
  sampleListen: 'Beispiel anhören',
  sampleOpening: 'Das Beispiel wird geöffnet…',
  dropTitle: 'Zum Hinzufügen ablegen',
  dropText:
    'Ein Buch: EPUB, PDF, DOCX, ODT, RTF, FB2, MOBI, reiner Text, Markdown, HTML oder eines, das Lectern gespeichert hat. Oder eine neuronale Stimme: ihr Ordner oder ihre .onnx-Datei. Oder eine fertige Audiodatei zum Prüfen.',
  open: (title) => `${title} öffnen`,
  untitled: 'Ohne Titel',
  unknownAuthor: 'Autor unbekannt',
  untouched: 'Noch nicht vertont',
  narrated: 'Vertont',
  narratedPart: (fraction) => `${percentage().format(fraction)} vertont`,
  failed: (number) => `${count(number)} fehlgeschlagen`,
  flagged: (number) => `${count(number)} auffällig`,
  progress: (title) => `Vertonung von ${title}`,
  imports: 'Bücher, die hinzugefügt werden',
  importing: (name) => `${name} wird hinzugefügt`,
  importFound: (found) => `${chapters(found)} gefunden`,
  importRead: (done, total) => bytesOf(done, total),
  importCancel: (name) => `Hinzufügen von ${name} abbrechen`,
  importDismiss: (name) => `${name} ausblenden`,
  uploading: 'Datei wird übertragen',
  someBook: 'ein Buch',
  unreadable: 'Die Bibliothek ließ sich nicht lesen',
}
