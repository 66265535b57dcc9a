// What is said of every failure, in German; the glossary stands in german.ts.
import type * as english from './english-failures.ts'
import type { Params } from './english.ts'
import { bytes, money, plural } from './german-figures.ts'
import { inGerman } from './german-phrases.ts'

const size = (value: string | number | undefined) => bytes(Number(value))
const phrase = (p: Params, name: string) => inGerman(String(p[name]))

/** As much of a segment as there is room for in a sentence about it. */
const shortened = (value: string | number | undefined): string => {
  const text = String(value).trim()
  return text.length > 200 ? `${text.slice(0, 197).trimEnd()}…` : text
}

/** What happened and what helps, in one or two sentences. */
export const failureSentences: typeof english.failureSentences = {
  'file-missing': (p) => `Es gibt keine Datei „${p['name']}“. Pfad prüfen und erneut versuchen.`,
  'file-unreadable': (p) =>
    `„${p['name']}“ lässt sich nicht lesen. Prüfen, ob es eine Datei ist und ob sie geöffnet werden darf.`,
  'file-empty': (p) =>
    `„${p['name']}“ ist leer. Die Datei erneut wählen; vielleicht ist das Speichern oder der Download fehlgeschlagen.`,
  'file-too-large': (p) =>
    `„${p['name']}“ ist größer als ${size(p['limitBytes'])}. Zum Öffnen LECTERN_MAX_FILE_BYTES in den Einstellungen erhöhen.`,
  'file-changed': (p) =>
    `„${p['name']}“ hat sich während des Lesens geändert. Warten, bis die Datei vollständig ist, und sie erneut hinzufügen.`,
  'not-a-book': (p) =>
    p['inside'] !== undefined
      ? `„${p['name']}“ ist ein Archiv mit einem Buch darin. Archiv entpacken und „${p['inside']}“ hinzufügen.`
      : `„${p['name']}“ ist kein Buch, das Lectern kennt (es sieht aus wie ${phrase(p, 'kind')}). Geeignet sind EPUB, PDF, Word, OpenDocument, RTF, FictionBook, Kindle, Text, Markdown und HTML.`,
  'format-not-yet': (p) =>
    `„${p['name']}“ ist ${phrase(p, 'format')}; diese Version kann das noch nicht lesen. Als EPUB oder reinen Text speichern und hinzufügen.`,
  'not-sound': (p) =>
    p['format'] !== undefined
      ? `„${p['name']}“ ist ${phrase(p, 'format')}; die Codecs dieses Lectern decodieren das nicht. Besser FLAC oder MP3 nehmen.`
      : `„${p['name']}“ enthält keinen Ton, der sich decodieren lässt. Eine Audiodatei wählen; ist es eine, so ist sie beschädigt.`,
  'book-damaged': (p) =>
    `„${p['name']}“ ist beschädigt oder unvollständig. Das Buch erneut herunterladen oder kopieren.`,
  'book-newer': (p) =>
    `„${p['name']}“ wurde von einem neueren Lectern gespeichert. Lectern aktualisieren, um es zu öffnen.`,
  'book-protected': (p) =>
    `„${p['name']}“ ist geschützt (${phrase(p, 'scheme')}). Lectern öffnet nur Bücher ohne Kopierschutz.`,
  'book-hostile': (p) =>
    `„${p['name']}“ wurde abgelehnt, weil es eine Sicherheitsgrenze überschreitet (${phrase(p, 'limit')}). Das Buch aus einer anderen Quelle holen oder, wenn es vertrauenswürdig ist, die Grenze in den Einstellungen erhöhen.`,
  'book-scanned': (p) =>
    `„${p['name']}“ ist ein Scan: Die Seiten sind Bilder ohne Text. Zuerst den Text erkennen lassen (OCR), dann erneut hinzufügen.`,
  'book-without-text': (p) =>
    `„${p['name']}“ hat keinen Text zum Vorlesen. Es ist leer oder beschädigt: erneut herunterladen oder kopieren.`,
  'not-a-picture': (p) =>
    `„${p['name']}“ ist kein Bild, das Player als Cover zeigen. Ein JPEG oder PNG üblicher Größe wählen.`,
  'disk-full': (p) =>
    `In „${p['folder']}“ ist kein Platz mehr. Platz schaffen und fortfahren; verloren ist nichts.`,
  'folder-not-writable': (p) =>
    `Lectern darf nicht in „${p['folder']}“ schreiben. Einen anderen Ordner wählen.`,
  'target-missing': (p) =>
    `Den Ordner „${p['folder']}“ gibt es nicht. Erneut wählen, wohin exportiert wird.`,
  'data-folder-busy': (p) =>
    `Ein anderes Lectern (${p['owner']}) benutzt diese Bibliothek. Es schließen oder dieses mit --data und einem anderen Ordner starten.`,
  'data-newer': (p) =>
    `Diese Bibliothek stammt von einem neueren Lectern (Version ${p['found']}; dieses kennt ${p['known']}). Zum Öffnen Lectern aktualisieren.`,
  'data-damaged': (p) =>
    `„${p['name']}“ der Bibliothek ist beschädigt. Mit --data und einem anderen Ordner starten oder eine Sicherung zurückspielen.`,
  'data-foreign': (p) =>
    `„${p['name']}“ im Ordner der Bibliothek stammt von einem anderen Programm. Die Datei woanders ablegen und neu starten.`,
  'data-not-updated': (p) =>
    `„${p['name']}“ ließ sich nicht auf diese Version von Lectern bringen und ist, wie es war. Mit dem bisherigen Lectern öffnen${p['backup'] === p['name'] ? '' : ` oder „${p['backup']}“ aus dem Ordner „backups“ zurückspielen`}.`,
  'data-interrupted': () =>
    `Der Speicher von Lectern brach mittendrin ab und wurde neu gestartet. Noch einmal versuchen; was gesichert war, ist sicher.`,
  'voice-unknown': (p) =>
    `Die Stimme „${p['voice']}“ gibt es nicht. Eine vorhandene Stimme wählen; „lectern voices“ zählt sie auf.`,
  'voice-failed': (p) =>
    `Die Stimme „${p['voice']}“ konnte das nicht sprechen. Den Text ändern oder eine andere Stimme wählen.`,
  'voice-timeout': (p) =>
    `Die Stimme „${p['voice']}“ hat in ${p['seconds']} Sekunden nicht geantwortet. Erneut versuchen oder LECTERN_CALL_TIMEOUT erhöhen.`,
  'voice-crashed': (p) =>
    `Die Sprachausgabe von „${p['voice']}“ ist abgestürzt und wurde neu gestartet. Das Segment erneut versuchen.`,
  'voice-damaged': (p) =>
    `Die Dateien der Stimme „${p['voice']}“ sind unbrauchbar (${phrase(p, 'reason')}). Die Stimme erneut herunterladen oder entfernen.`,
  'neural-engine-missing': (p) =>
    `Neuronale Stimmen laufen auf diesem Computer nicht: Für ihn gibt es keine Sprachausgabe (${p['machine']}). Eine Stimme des Systems oder eines Sprachservers wählen, oder eine, die Lectern mitbringt.`,
  'not-a-voice': (p) =>
    `„${p['name']}“ ist keine Stimme, die Lectern kennt. Geeignet sind Stimmen von Piper, Kokoro, Kitten, Matcha und Supertonic: der Ordner oder die .onnx-Datei mit den Dateien daneben.`,
  'sound-refused': (p) =>
    `Die Stimme „${p['voice']}“ hat mit Ton geantwortet, der nicht zu diesem Text gehört (${phrase(p, 'flag')}). Erneut versuchen oder eine andere Stimme wählen.`,
  'studio-not-there': (p) =>
    `Unter ${p['address']} antwortet kein Lectern. „lectern serve“ mit gesetztem LECTERN_METRICS_KEY starten und den Port mit --port nennen.`,
  'metrics-key-wrong': (p) =>
    `Das Lectern unter ${p['address']} kennt diesen Schlüssel nicht. LECTERN_METRICS_KEY auf den setzen, mit dem es gestartet wurde.`,
  'server-unreachable': (p) =>
    `„${p['server']}“ antwortet nicht. Prüfen, ob der Server läuft und die Adresse stimmt; was fertig ist, bleibt erhalten.`,
  'server-busy': (p) =>
    `„${p['server']}“ verlangt ${p['seconds']} Sekunden Pause. Weniger Segmente zugleich können helfen; was fertig ist, bleibt erhalten.`,
  'server-failed': (p) =>
    `„${p['server']}“ hat mit einem Fehler geantwortet (${p['status']}). Ein neuer Versuch folgt; bleibt der Fehler, hilft ein Blick in das Protokoll des Servers.`,
  'server-refused': (p) =>
    `„${p['server']}“ spricht das nicht: ${p['reason']}. Den Text oder die Einstellungen des Servers ändern.`,
  'key-refused': (p) =>
    `„${p['server']}“ nimmt den Schlüssel nicht an. Ihn beim Server erneut eingeben, dann fortfahren.`,
  'quota-spent': (p) =>
    `Das Guthaben bei „${p['server']}“ ist aufgebraucht. Dort aufladen oder eine andere Stimme besetzen, dann fortfahren.`,
  'model-gone': (p) =>
    `„${p['server']}“ hat kein Modell „${p['model']}“. Beim Server eines seiner Modelle wählen.`,
  'model-timeout': (p) =>
    `„${p['server']}“ hat in ${p['seconds']} Sekunden nicht geantwortet. Es wird noch einmal gefragt; weniger auf einmal kann helfen.`,
  'model-unusable': (p) =>
    `„${p['model']}“ gibt keine Antworten, die sich verwenden lassen. Im Skript ein anderes Modell wählen und dann fortfahren; was beantwortet ist, bleibt.`,
  'no-transcriber': () =>
    `Es ist nichts eingestellt, das zuhören könnte. Im Skript die Adresse eines Servers zum Abhören eintragen (im Terminal --stt) oder ein Modell auf diesem Rechner wählen (--model-folder); bis dahin werden Aufnahmen nur nach ihrem Klang beurteilt.`,
  'not-a-listener': (p) =>
    `„${p['name']}“ enthält kein Modell, das zuhören kann. Den Ordner eines Modells für sherpa-onnx wählen (Whisper, Moonshine, SenseVoice oder NeMo Parakeet), mit seinen .onnx-Dateien und seiner tokens.txt.`,
  'listener-damaged': (p) =>
    `Das Modell „${p['name']}“ kann nicht zuhören (${p['reason']}). Noch einmal entpacken oder einen anderen Ordner wählen.`,
  'listener-failed': (p) =>
    `Das Modell „${p['name']}“ konnte mit einer Aufnahme nichts anfangen. Noch einmal abhören oder ein anderes Modell wählen.`,
  'listener-crashed': (p) =>
    `Das Programm des Modells „${p['name']}“ ist bei einer Aufnahme stehen geblieben und wurde neu gestartet. Noch einmal abhören oder ein anderes Modell wählen.`,
  'no-language-model': () =>
    `Es ist kein Sprachmodell eingestellt. Im Skript die Adresse eines solchen eintragen (im Terminal --llm); bis dahin gibt es nur, was das Buch selbst sagt.`,
  'same-language': () => `Das Buch ist schon in dieser Sprache. Zum Übersetzen eine andere wählen.`,
  'address-refused': (p) =>
    `„${p['address']}“ wird nicht benutzt: Ein Schlüssel oder der Text eines Buches ginge ungeschützt über das Netz. https verwenden oder diese Adresse erlauben.`,
  'budget-spent': (p) =>
    `Das Budget von ${money(Number(p['amount']), String(p['currency']))} ist ausgegeben. Fortfahren erlaubt noch einmal so viel; alles bisher Fertige bleibt erhalten.`,
  'resume-costs': (p) =>
    `Dies wartet: Für das, was fehlt, wird „${p['server']}“ gefragt, was Geld kosten kann. Fortfahren?`,
  'recording-damaged': (p) =>
    `Die Aufnahme von „${p['text']}“ ist beschädigt, und keine Stimme kann sie neu sprechen. Die Zeile neu aufnehmen oder eine andere ihrer Aufnahmen wählen.`,
  'take-damaged': () => `Eine gespeicherte Aufnahme war beschädigt. Sie wird neu gesprochen.`,
  'sound-missing': (p) =>
    `Der Klang „${p['name']}“ ist nicht mehr in der Bibliothek. Ihn erneut hinzufügen oder aus der Musik des Buches nehmen.`,
  'sound-in-use': (p) =>
    `„${p['title']}“ verwendet „${p['name']}“. Den Klang zuerst aus der Musik dieses Buches nehmen.`,
  'sound-too-long': (p) =>
    `„${p['name']}“ ist länger als ${plural(Math.round(Number(p['limitSeconds']) / 60), 'Minute', 'Minuten')}. Zurechtschneiden, was das Buch braucht, und das hinzufügen.`,
  'codec-failed': (p) =>
    `Der Ton konnte nicht verarbeitet werden (${p['stage']}). Erneut versuchen; bleibt der Fehler, steht Näheres im Protokoll.`,
  'notes-too-long': (p) =>
    `Ein Skript wird aus höchstens ${p['limit']} Zeichen Notizen geschrieben, und dieses Dokument hat mehr. Nur einen Teil davon übernehmen.`,
  'text-too-long': (p) =>
    `Ein Segment fasst höchstens ${p['limit']} Zeichen, und dies wären mehr. Den Text kürzen oder auf mehrere Segmente verteilt lassen.`,
  'nothing-to-speak': () => `Nichts ist angehakt. Mindestens ein Kapitel anhaken.`,
  'nothing-to-cast': () =>
    `Es wurde keine Stimme vergeben: Alle Figuren haben eine, oder keine der vorhandenen passt. Stimmen hinzufügen oder von Hand eine wählen.`,
  'segments-unspoken': (p) =>
    `${p['count']} ${Number(p['count']) === 1 ? 'Segment ist' : 'Segmente sind'} nicht gesprochen. Neu sprechen, dann exportieren.`,
  'export-busy': (p) =>
    `„${p['file']}“ wird bereits geschrieben. Darauf warten oder einen anderen Namen wählen.`,
  'cache-full': (p) =>
    `Die Aufnahmen der Bücher brauchen mehr als ${size(p['limitBytes'])}. LECTERN_CACHE_MAX_BYTES erhöhen oder ein Buch entfernen.`,
  'not-found': (p) => `${phrase(p, 'kind')}: nicht mehr da. Neu laden, um zu sehen, was da ist.`,
  'segment-changed': (p) =>
    `Dieses Segment wurde inzwischen geändert. Jetzt heißt es: „${shortened(p['text'])}“ Noch einmal speichern, um es durch den eigenen Text zu ersetzen, oder abbrechen, um es zu behalten.`,
  'setting-invalid': (p) =>
    `„${p['value']}“ ist kein Wert für ${p['name']}. Den möglichen Bereich nennen die Einstellungen.`,
  'option-invalid': (p) =>
    p['value'] === ''
      ? `${p['option']} fehlt. Näheres mit „lectern --help“.`
      : `„${p['value']}“ ist kein Wert für ${p['option']}. Näheres mit „lectern --help“.`,
  'dictionary-invalid': (p) =>
    `Im Wörterbuch ist Zeile ${p['line']} kein Eintrag. Jede Zeile braucht ein Wort und seine Aussprache, getrennt durch Komma, Semikolon oder Tabulator; IPA, Groß/klein, ganzes Wort und Sprache können folgen.`,
  'arguments-invalid': (p) =>
    `Das Studio hat „${p['command']}“ nicht verstanden. Die Seite neu laden.`,
  'farm-away': (p) =>
    `Der Redis-Server der Farm unter „${p['address']}“ antwortet nicht. Prüfen, ob er läuft und von hier zu erreichen ist; was fertig ist, bleibt erhalten, und es geht von selbst weiter.`,
  'farm-empty': (p) =>
    `Kein Helfer der Farm spricht gerade mit ${p['voice']}. Einen starten, der diese Stimme hat, oder auch diesen Rechner sprechen lassen; es geht von selbst weiter.`,
  'farm-full': (p) =>
    `Dem Redis-Server der Farm unter „${p['address']}“ fehlt Speicher. Ihm mehr geben (maxmemory) oder keine Aufnahmen teilen; was fertig ist, bleibt erhalten.`,
  'farm-address-refused': (p) =>
    `„${p['address']}“ wird nicht für die Farm benutzt. Die Adresse muss mit redis:// oder rediss:// beginnen; über diesen Rechner hinaus rediss:// (TLS) verwenden oder eine ungeschützte Verbindung erlauben.`,
  'farm-password-refused': (p) =>
    `Der Redis-Server der Farm unter „${p['address']}“ lässt Lectern nicht ein. Benutzer und Passwort prüfen, und ob dieser Benutzer alle Schlüssel mit dem Präfix der Farm verwenden darf.`,
  'farm-other-version': (p) =>
    `Der Helfer „${p['worker']}“ hat eine andere Fassung (${p['version']}) und würde anderes sprechen: Er wird nicht gefragt. Ihn und dieses Studio auf dieselbe Fassung bringen.`,
  'farm-other-voice': (p) =>
    `„${p['voice']}“ des Helfers „${p['worker']}“ entsteht anders als hier und klänge anders: Diese Stimme wird nicht benutzt.`,
  'farm-worker-full': (p) =>
    `Der Helfer „${p['worker']}“ hat keinen Platz für das, was er spricht, oder darf dort nicht schreiben. Auf seinem Computer Platz schaffen oder den Ordner für temporäre Dateien prüfen; dann weitermachen.`,
  'farm-worker-bad': (p) =>
    `Der Helfer „${p['worker']}“ hat dreimal mit etwas geantwortet, das kein Ton ist. Er wird nicht mehr gefragt, bis er neu gestartet ist.`,
  'update-unreachable': () =>
    `Die neue Fassung ist nicht zu haben: Ihr Server antwortet nicht oder brach ab. Die Verbindung prüfen und erneut suchen.`,
  'update-feed-wrong': () =>
    `Was der Server von neuen Fassungen sagt, ergibt keinen Sinn. Später erneut suchen; diese Fassung bleibt, wie sie ist.`,
  'update-damaged': () =>
    `Die neue Fassung kam nicht so an, wie sie veröffentlicht wurde. Sie wurde verworfen und nichts installiert: noch einmal laden.`,
  'update-untrusted': () =>
    `Die neue Fassung ist nicht von den Machern dieser unterschrieben. Sie wurde verworfen und nichts installiert.`,
  'update-by-hand': () =>
    `Dieses Lectern ist nicht unterschrieben, und macOS lässt so eine App sich nicht selbst ersetzen. Die neue Fassung dort holen, wo diese herkam, und an ihre Stelle legen.`,
  'update-not-installed': () =>
    `Die neue Fassung wurde nicht installiert, und die alte ist, wie sie war. Noch einmal versuchen oder die neue dort holen, wo diese herkam.`,
  cancelled: () => `Abgebrochen.`,
  unexpected: () =>
    `In Lectern ist etwas schiefgegangen. Näheres steht im Protokoll; verloren ist nichts.`,
}
