// Sentences of the model on this computer that hears takes back, in English.
import { count } from './english-figures.ts'

export const listenerWords = {
  title: 'A model on this computer',
  text: 'A model can listen instead: nothing is sent, and it costs nothing. Choose the unpacked folder of a model for sherpa-onnx, such as Whisper, Parakeet, SenseVoice or Moonshine. It stays where it is.',
  terminal:
    'A page in a browser may not look through folders. In the terminal, “lectern listen BOOK --model-folder FOLDER” chooses a model, for here as well.',
  choose: 'Choose a folder…',
  chosen: (name: string): string => `${name} is set. It listens when you say so.`,
  line: (name: string): string => `${name}, on this computer`,
  timesWords: 'It says when it hears each word: captions can follow the voice.',
  timesNone: 'It does not say when it hears a word: captions stay by sentence.',
  checking: 'The model is being loaded…',
  unchecked: 'Not tried out yet.',
  answers: (latencyMs: number): string => `It listens: loaded and tried in ${count(latencyMs)} ms.`,
  check: 'Try it out',
  change: 'Another folder…',
  remove: 'Do not use it',
  removed: 'The model does not listen any more. Its folder is as it was.',
  heardHere:
    'These takes are heard on this computer, one by one: nothing is sent. What is found fault with is heard a second time, now and then a third.',
  nothing: 'All that is spoken was listened to.',
  heard: 'Heard',
}
