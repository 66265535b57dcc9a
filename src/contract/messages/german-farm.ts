// Sentences of the farm, in German.
import type { englishFarm } from './english-farm.ts'
import { count, plural, tenth } from './german-figures.ts'

export const germanFarm: typeof englishFarm = {
  title: 'Farm',
  text: 'Andere Rechner, die für dieses Studio sprechen.',
  emptyTitle: 'Keine Farm eingerichtet',
  emptyText:
    'Eine Farm sind mehrere Rechner, die sich das Sprechen teilen: Auf jedem läuft ein Helfer mit eigenen Stimmen, und alle treffen das Studio an einem Redis-Server. Hier dessen Adresse angeben und auf jedem Rechner, der helfen soll, einen Helfer starten:',
  setUp: 'Farm einrichten',
  change: 'Ändern',
  remove: 'Farm entfernen',
  removeTitle: 'Farm entfernen?',
  removeText:
    'Dieses Studio vergisst Adresse und Passwort, auch den Speicher der Aufnahmen mit seinem Schlüssel, und spricht allein. Die Helfer und die Aufnahmen anderer bleiben, wie sie sind.',
  removeYes: 'Entfernen',
  removeNo: 'Behalten',
  removed: 'Die Farm ist entfernt.',
  saved: (host) => `Die Farm unter ${host} ist gespeichert.`,

  address: 'Adresse des Redis-Servers',
  addressHint:
    'redis://, oder rediss:// mit TLS; wenn es einen Benutzer gibt, mit ihm, etwa rediss://anna@farm.example:6380.',
  addressWrong: 'Mit redis:// oder rediss:// beginnen, danach der Name des Servers.',
  password: {
    key: 'Passwort',
    keyKept: {
      keychain: 'Ein Passwort liegt im Schlüsselbund des Systems.',
      file: 'Ein Passwort liegt in einer Datei, die nur dieses Konto lesen kann.',
    },
    keyWillRest: {
      keychain: 'Es liegt dann im Schlüsselbund des Systems und wird nie wieder gezeigt.',
      file: 'Es liegt dann in einer Datei, die nur dieses Konto lesen kann, und wird nie wieder gezeigt.',
    },
    keyReplace: 'Ersetzen',
    keyForget: 'Vergessen',
    keyForgotten: 'Das Passwort ist vergessen.',
    keyStay: 'Das alte behalten',
  },
  allowPlain: 'Eine ungeschützte Verbindung erlauben',
  allowPlainText:
    'Passwort, Text des Buches und sein Ton sind unterwegs für alle lesbar. Nur in einem vertrauenswürdigen Netz.',
  speakHere: 'Auch dieser Rechner spricht',
  speakHereText:
    'Seine eigenen Stimmen sprechen neben der Farm, und allein, solange sie weg ist. Ausgeschaltet wartet ein Buch auf die Helfer.',
  shareTakes: 'Aufnahmen teilen',
  shareTakesHint:
    'Was ein Studio eines Teams hat sprechen lassen, müssen die anderen nicht noch einmal sprechen lassen und bezahlen.',
  shares: {
    nowhere: 'Mit niemandem',
    redis: 'Im Redis-Server der Farm, in dessen Arbeitsspeicher',
    store: 'In einem Speicher, der S3 spricht',
  },
  store: {
    title: 'Speicher der Aufnahmen',
    address: 'Adresse des Speichers',
    addressHint:
      'https://, ohne den Bucket: etwa s3.eu-central-1.amazonaws.com oder ein eigenes MinIO oder Garage.',
    addressWrong: 'Mit https:// (oder http://) beginnen, danach der Name des Speichers.',
    bucket: 'Bucket (Behälter)',
    bucketHint: 'Es muss ihn schon geben.',
    bucketWrong: 'Drei bis 63 Kleinbuchstaben, Ziffern, Punkte und -.',
    accessKeyId: 'Zugriffsschlüssel-ID',
    accessKeyIdWrong: 'Buchstaben, Ziffern und Zeichen, ohne Leerzeichen.',
    region: 'Region des Speichers',
    regionHint: 'Wie der Speicher sie nennt: us-east-1, eu-central-1, auto, garage …',
    regionWrong: 'Kleinbuchstaben, Ziffern und -.',
    prefix: 'Präfix der Aufnahmen',
    prefixHint: 'Wie Ordner im Bucket. Alle, die die Aufnahmen finden sollen, haben dasselbe.',
    prefixWrong:
      'Buchstaben, Ziffern, -, _ und Punkte, dazwischen Schrägstriche; kein Punkt am Anfang.',
    allowPlainText:
      'Der Ton ist unterwegs für alle hörbar und kann ausgetauscht werden. Nur in einem vertrauenswürdigen Netz.',
    secret: {
      key: 'Geheimer Zugriffsschlüssel',
      keyKept: {
        keychain: 'Ein geheimer Zugriffsschlüssel liegt im Schlüsselbund des Systems.',
        file: 'Ein geheimer Zugriffsschlüssel liegt in einer Datei, die nur dieses Konto lesen kann.',
      },
      keyForgotten: 'Der geheime Zugriffsschlüssel ist vergessen.',
    },
  },
  prefix: 'Präfix aller Schlüssel',
  prefixHint:
    'Hält mehrere Farmen auf einem Redis-Server auseinander; Helfer bekommen dasselbe mit --prefix.',
  prefixWrong:
    'Höchstens 40 Kleinbuchstaben, Ziffern, - und _; zuerst ein Buchstabe oder eine Ziffer.',
  save: 'Speichern',

  state: {
    off: (host) => `Die Farm unter ${host} bleibt im abgesicherten Modus außen vor.`,
    connecting: (host) => `Verbindung zu ${host} wird aufgebaut …`,
    connected: (host) => `Verbunden mit ${host}.`,
    away: (host) => `Die Farm unter ${host} ist weg.`,
  },
  workers: (workers, lanes) =>
    `${plural(workers, 'Helfer', 'Helfer')} mit ${plural(lanes, 'Bahn', 'Bahnen')}`,
  noWorkers: 'Noch ist kein Helfer da. Auf einem beliebigen Rechner einen starten:',
  warnings: {
    'evicts-jobs':
      'Dieser Redis-Server wirft vielleicht Aufträge weg, wenn sein Speicher voll ist. maxmemory-policy auf noeviction oder auf volatile-lru setzen.',
    'memory-short':
      'Der Speicher des Redis-Servers ist fast voll. Ihm mehr geben (maxmemory) oder keine Aufnahmen teilen.',
    'store-left-out':
      'Der Speicher der geteilten Aufnahmen ist so, wie er in der Einstellungsdatei steht, nicht zu gebrauchen; er wird ausgelassen, und Aufnahmen werden nicht geteilt. Ihn noch einmal eingeben.',
    'store-refused':
      'Der Speicher der geteilten Aufnahmen lehnt den Zugriffsschlüssel ab; Aufnahmen werden dort weder gefunden noch abgelegt. Zugriffsschlüssel-ID, geheimen Zugriffsschlüssel und Region prüfen, ob dieser Schlüssel Objekte lesen und schreiben darf, und die Uhr dieses Rechners.',
    'store-bucket-missing':
      'Der Speicher der geteilten Aufnahmen hat keinen solchen Bucket; Aufnahmen werden dort weder gefunden noch abgelegt. Adresse, Namen des Buckets und Region prüfen oder den Bucket anlegen.',
    'store-away':
      'Der Speicher der geteilten Aufnahmen antwortet nicht, nicht richtig oder zu langsam; Aufnahmen werden dort weder gefunden noch abgelegt. Adresse prüfen und ob er läuft; jede halbe Minute wird es wieder versucht.',
  },
  hasPassword: 'Passwort',
  speaksHere: 'spricht auch hier',
  sharesTakes: 'teilt Aufnahmen',
  sharesIn: (bucket, host) => `teilt Aufnahmen in ${bucket} bei ${host}`,

  waiting: 'Wartende Aufträge',
  found: 'Geteilte Aufnahmen gefunden',
  notFound: 'Geteilte Aufnahmen nicht gefunden',
  columns: {
    name: 'Helfer',
    version: 'Version',
    busy: 'Besetzt',
    spoken: 'Gesprochen',
    perMinute: 'Je Minute',
    failed: 'Fehlgeschlagen',
    bad: 'Unbrauchbar',
    state: 'Zustand',
    deeds: 'Aktionen',
  },
  busyOf: (busy, lanes) => `${count(busy)} von ${count(lanes)}`,
  perMinute: (number) => tenth().format(number),
  states: {
    working: 'arbeitet',
    pausing: 'pausiert gleich',
    paused: 'pausiert',
    retiring: 'hört auf',
  },
  source: (label, voices) => `${label} (${plural(voices, 'Stimme', 'Stimmen')})`,
  refused: (label, sentence) => `${label}: ${sentence}`,
  deeds: {
    work: 'Weiter',
    pause: 'Pausieren',
    retire: 'Entlassen',
  },
  deedsOf: {
    work: (worker) => `${worker} weitermachen lassen`,
    pause: (worker) => `${worker} pausieren`,
    retire: (worker) => `${worker} entlassen`,
  },
}
