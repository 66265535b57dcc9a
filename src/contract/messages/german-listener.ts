// Sentences of the model on this computer that hears takes back, in German.
import type * as english from './english-listener.ts'
import { count } from './german-figures.ts'

export const germanListener: typeof english.listenerWords = {
  title: 'Ein Modell auf diesem Rechner',
  text: 'Auch ein Modell kann zuhören: Nichts wird gesendet, nichts kostet etwas. Den entpackten Ordner eines Modells für sherpa-onnx wählen, etwa Whisper, Parakeet, SenseVoice oder Moonshine. Er bleibt, wo er ist.',
  terminal:
    'Eine Seite im Browser darf keine Ordner durchsuchen. Im Terminal wählt „lectern listen BUCH --model-folder ORDNER“ ein Modell, auch für hier.',
  choose: 'Ordner wählen…',
  chosen: (name) => `${name} ist eingestellt. Es hört zu, wenn abgehört wird.`,
  line: (name) => `${name}, auf diesem Rechner`,
  timesWords: 'Es sagt, wann welches Wort zu hören ist: Untertitel können der Stimme folgen.',
  timesNone: 'Es sagt nicht, wann welches Wort zu hören ist: Untertitel bleiben satzweise.',
  checking: 'Das Modell wird geladen…',
  unchecked: 'Noch nicht ausprobiert.',
  answers: (latencyMs) => `Es hört zu: in ${count(latencyMs)} ms geladen und ausprobiert.`,
  check: 'Ausprobieren',
  change: 'Anderer Ordner…',
  remove: 'Nicht mehr verwenden',
  removed: 'Das Modell hört nicht mehr zu. Sein Ordner ist, wie er war.',
  heardHere:
    'Diese Aufnahmen werden auf diesem Rechner gehört, eine nach der anderen: Nichts wird gesendet. Woran etwas auszusetzen ist, wird ein zweites Mal gehört, hin und wieder ein drittes.',
  nothing: 'Alles Gesprochene ist abgehört.',
  heard: 'Gehört',
}
