// Sentences of the export, in German.
import type { exportWords } from './english-export.ts'
import { ago, bytes, chapters, count, duration, plural, segments } from './german-figures.ts'

export const germanExport: typeof exportWords = {
  title: 'Hörbuch exportieren',
  format: 'Dateiformat',
  formats: {
    m4b: { name: 'M4B-Hörbuch', text: 'Kapitel, Cover und Angaben. Für Hörbuch-Player.' },
    m4a: { name: 'M4A', text: 'Derselbe Ton für Musik-Player.' },
    mp3: { name: 'MP3', text: 'Läuft überall; mit Kapiteln, wo ein Player sie kennt.' },
    opus: { name: 'Opus', text: 'Das kleinste. Für Browser, Telefone und Server.' },
    flac: { name: 'FLAC', text: 'Verlustfrei und halb so groß wie WAV. Für Archive.' },
    wav: { name: 'WAV', text: 'Unkomprimiert und ohne Kapitel. Zum Bearbeiten.' },
  },
  files: 'Dateien',
  splits: {
    one: 'Eine Datei',
    chapters: 'Eine je Kapitel',
    hours: 'Teile von einigen Stunden',
    size: 'Teile von einiger Größe',
    acx: 'Ein Ordner für ACX (Audible)',
  },
  hours: 'Stunden je Teil, höchstens',
  megabytes: 'MB je Teil, höchstens',
  hoursHint: 'Ein Teil endet, wo ein Kapitel endet.',
  quality: 'Qualität',
  rate: (kilobits, isUsual) => `${kilobits} kbit/s${isUsual ? ' (üblich)' : ''}`,
  varyingRate: (kilobits) => `etwa ${kilobits} kbit/s, wechselnd`,
  captions: 'Neben dem Ton',
  captionKinds: {
    none: 'Nichts',
    srt: 'SubRip-Untertitel (SRT)',
    vtt: 'WebVTT-Untertitel (VTT)',
    'vtt-words': 'WebVTT-Untertitel, Wort für Wort',
    labels: 'Textmarken für Audacity',
    overlay: 'EPUB zum Mitlesen',
  },
  tagsTitle: 'Angaben',
  tagsSaid: ({ title, authors, narrator }) =>
    [title, authors.trim().replaceAll(/\n+/g, ', '), narrator].filter(Boolean).join(' · '),
  tags: {
    title: 'Titel',
    authors: 'Autoren',
    authorsHint: 'Einer je Zeile.',
    narrator: 'Sprecher',
    series: 'Reihe',
    seriesPart: 'Band',
    year: 'Jahr',
    publisher: 'Verlag',
    description: 'Beschreibung',
  },
  cover: 'Titelbild (Cover)',
  coverOwn: 'Das des Buches',
  coverNone: 'Das Buch hat keines',
  coverChoose: 'Bild auswählen',
  coverBack: 'Wie im Buch',
  tagsReset: 'Wie im Buch angegeben',
  problems: {
    hours: 'Eine Zahl von Stunden von 0,1 bis 100 eintragen.',
    megabytes: 'Eine Zahl von Megabytes von 1 bis 1.000.000 eintragen.',
    title: 'Ein Titel fehlt.',
    year: 'Vier Ziffern.',
  },
  contents: 'Was geschrieben wird',
  chapters: 'Kapitel',
  fileCount: 'Dateien',
  length: 'Länge',
  size: 'Größe',
  about: (size) => `etwa ${bytes(size)}`,
  warnings: {
    'chapters-beyond-nero': {
      title: 'Mehr als 255 Kapitel in einer Datei',
      text: 'Die Player von Apple zeigen alle. Player, die nur die ältere Liste lesen, zeigen die ersten 255.',
    },
    'chapters-nested': {
      title: 'Mehr als 255 Kapitel in einer Datei',
      text: 'Sie stehen in einem Verzeichnis mit zwei Ebenen. Player, die nur eine Ebene lesen, zeigen keine oder nur Gruppen.',
    },
    'beyond-2-gb': {
      title: 'Eine Datei von mehr als 2 GB',
      text: 'Manche älteren Player und Autoradios öffnen sie nicht.',
    },
    'beyond-4-gb': {
      title: 'Eine Datei von mehr als 4 GB',
      text: 'Viele Player öffnen sie nicht, und Speicherkarten mit FAT32 können sie nicht fassen.',
    },
    'cover-left-out': {
      title: 'Das Cover des Buches bleibt zurück',
      text: 'Es ist ein GIF, WebP oder SVG, was Player nicht zeigen. Ein JPEG oder PNG als Cover wählen.',
    },
    'rate-lowered': {
      title: 'Die Bitrate wird gesenkt',
      text: 'Bei der Abtastrate dieses Buches fasst das Format weniger: Es bekommt so viel, wie es fassen kann.',
    },
  },
  splitInstead: {
    one: 'Eine Datei',
    chapters: 'Eine Datei je Kapitel',
    hours: 'In Teile zerlegen',
  },
  unspokenTitle: (number) =>
    number === 1
      ? '1 Segment ist noch nicht gesprochen'
      : `${count(number)} Segmente sind noch nicht gesprochen`,
  unspokenText: (chapterCount) =>
    chapterCount === 0
      ? 'Ein Export lässt sie jetzt aus.'
      : `Ein Export lässt sie jetzt aus und mit ihnen ${chapters(chapterCount)} ganz.`,
  nothingReady: 'Noch lässt sich nichts exportieren.',
  narrateFirst: 'Zuerst vertonen',
  narrating: { running: 'Die Vertonung läuft.', paused: 'Die Vertonung ist angehalten.' },
  exportReady: 'Exportieren, was fertig ist',
  nothing: 'Kein Kapitel ist angehakt. Mindestens ein Kapitel anhaken.',
  choose: 'Ort wählen und exportieren',
  chooseWeb: 'Exportieren',
  progress: 'Fortschritt des Exports',
  cancel: 'Export abbrechen',
  background: 'Im Hintergrund fortfahren',
  doneTitle: 'Das Hörbuch ist fertig',
  doneText: (length, size, chapterCount, fileCount) =>
    [
      length,
      size,
      chapters(chapterCount),
      ...(fileCount > 1 ? [plural(fileCount, 'Datei', 'Dateien')] : []),
    ].join(', '),
  missingTitle: (number) => (number === 1 ? '1 Segment fehlt' : `${count(number)} Segmente fehlen`),
  gap: (title, number, whole) =>
    `${title || 'Ohne Titel'}: ${whole ? 'das ganze Kapitel, ' : ''}${segments(number)}`,
  moreGaps: (number) => `und ${count(number)} weitere Kapitel`,
  missingText:
    'Sie waren noch nicht gesprochen. Vertonen und erneut exportieren: Was fertig ist, wird nicht neu gemacht.',
  readAlong: {
    fromText: 'Das Buch zum Mitlesen entsteht aus dem Text',
    reasons: {
      'not-kept':
        'Die Datei dieses Buches wurde beim Hinzufügen nicht aufgehoben. Wird es erneut hinzugefügt, lassen sich seine eigenen Seiten mitlesen.',
      'not-possible':
        'Die Seiten dieses EPUB lassen sich so, wie sie sind, nicht mit Ton verbinden.',
    },
    unplaced: (number) =>
      `${segments(number)} des Buches zum Mitlesen ${number === 1 ? 'hat' : 'haben'} auf seinen Seiten keinen Platz: ` +
      'Solange sie zu hören sind, leuchtet, was davor steht.',
  },
  copyTitle: 'Eine Kopie',
  copyNone: 'Keine außer der exportierten',
  copyTo: (folder) => `Auch nach „${folder}“ kopieren`,
  copyChoose: 'Ordner auswählen',
  copyOther: 'Anderer Ordner',
  copyGiveUp: 'Nicht kopieren',
  copied: (folder) => `Eine Kopie liegt in „${folder}“.`,
  copyMissing: (folder) => `Die Kopie in „${folder}“ fehlt`,
  copyTroubles: {
    'target-missing': 'Der Ordner ist nicht da. Die Platte anschließen und erneut versuchen.',
    'folder-not-writable': 'Lectern darf nicht hineinschreiben.',
    'disk-full': 'Es ist kein Platz mehr darin.',
    'file-missing': 'Die fertige Datei ist nicht mehr, wo sie war.',
    cancelled: 'Das Kopieren wurde abgebrochen.',
  },
  show: 'Im Ordner zeigen',
  drag: 'Dorthin ziehen, wo es gebraucht wird',
  download: 'Herunterladen',
  again: 'Erneut exportieren',
  earlier: 'Frühere Exporte',
  earlierText: (past, secondsAgo) =>
    [
      ...(past.files > 1 ? [plural(past.files, 'Datei', 'Dateien')] : []),
      past.format.toUpperCase(),
      ...[duration(past.durationSeconds), bytes(past.bytes), ago(secondsAgo)],
    ].join(', '),
  gone: 'nicht mehr an seinem Ort',
  showNamed: (name) => `Im Ordner zeigen: ${name}`,
  failedTitle: 'Der Export ist stehen geblieben',
  cancelled: 'Der Export wurde abgebrochen. Es wurde nichts geschrieben.',
}
