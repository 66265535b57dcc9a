// The words that failures carry in English, in German: kinds, limits, formats, reasons.

const phrases: Readonly<Record<string, string>> = {
  // What is not there any more.
  project: 'Das Buch',
  book: 'Das Buch',
  chapter: 'Das Kapitel',
  segment: 'Das Segment',
  take: 'Die Aufnahme',
  backup: 'Die Sicherung',
  job: 'Die Arbeit',
  file: 'Die Datei',
  folder: 'Der Ordner',
  voice: 'Die Stimme',
  server: 'Der Server',
  sound: 'Der Klang',
  proposal: 'Der Vorschlag',
  update: 'Die neue Fassung',
  // Limits of books.
  'entry size': 'Größe einer Datei im Buch',
  'entry names': 'Namen der Dateien im Buch',
  'overlapping entries': 'einander überlappende Dateien im Buch',
  'number of entries': 'Zahl der Dateien im Buch',
  'content size': 'Größe des Inhalts',
  'record size': 'Größe eines Eintrags',
  'unpacked size': 'Größe, wenn entpackt',
  'compression ratio': 'Wachstum beim Entpacken',
  'number of pages': 'Zahl der Seiten',
  text: 'Menge des Textes',
  'text of one page': 'Text einer Seite',
  time: 'Zeit zum Lesen',
  memory: 'Speicher',
  // Protections.
  'an Office password': 'ein Office-Kennwort',
  'an OpenDocument password': 'ein OpenDocument-Kennwort',
  'a zip password': 'ein ZIP-Kennwort',
  'a password': 'ein Kennwort',
  encryption: 'Verschlüsselung',
  'Kindle DRM': 'Kindle-Kopierschutz (DRM)',
  // What a file is.
  'an old Word document (DOC)': 'ein altes Word-Dokument (DOC)',
  'a Pages document': 'ein Pages-Dokument',
  'an Office file': 'eine Office-Datei',
  'an OpenDocument file': 'eine OpenDocument-Datei',
  'a spreadsheet': 'eine Tabelle',
  'a presentation': 'eine Präsentation',
  'a zip archive': 'ein ZIP-Archiv',
  'an archive of pictures': 'ein Archiv von Bildern',
  'an SVG picture': 'ein SVG-Bild',
  'an XML file': 'eine XML-Datei',
  'binary data': 'Binärdaten',
  'M4A or M4B': 'M4A oder M4B',
  // What came instead of speech.
  empty: 'leer',
  runaway: 'zu lang',
  // What is wrong with the files of a voice.
  'the engine refuses the model': 'die Sprachausgabe lehnt das Modell ab',
  'the engine did not finish loading it': 'die Sprachausgabe wurde mit dem Laden nicht fertig',
  'the server has another file': 'der Server hat eine andere Datei',
  'lexicon.txt is missing': 'lexicon.txt fehlt',
  'voices.bin is missing': 'voices.bin fehlt',
  'voices.bin does not belong to the model': 'voices.bin gehört nicht zum Modell',
}

/** The phrase in German; one that is not known (a name, a server's own words) stays as it is. */
export const inGerman = (phrase: string): string => phrases[phrase] ?? phrase
