// What is said of every failure, in English.
import type { FailureCode } from '../failure.ts'
import { money } from './english-figures.ts'
import type { Params } from './english.ts'

const size = (bytes: string | number | undefined): string => {
  const number = Number(bytes)
  if (number >= 1024 ** 3) return `${Math.round((number / 1024 ** 3) * 10) / 10} GB`
  if (number >= 1024 ** 2) return `${Math.round(number / 1024 ** 2)} MB`
  return `${Math.round(number / 1024)} kB`
}

/** As much of a segment as there is room for in a sentence about it. */
const shortened = (value: string | number | undefined): string => {
  const text = String(value).trim()
  return text.length > 200 ? `${text.slice(0, 197).trimEnd()}…` : text
}

/** What happened and what helps, in one or two sentences. */
export const failureSentences: Record<FailureCode, (params: Params) => string> = {
  'file-missing': (p) => `There is no file “${p['name']}”. Check the path and try again.`,
  'file-unreadable': (p) =>
    `“${p['name']}” cannot be read. Check that it is a file and that you may open it.`,
  'file-empty': (p) =>
    `“${p['name']}” is empty. Choose the file again; saving or downloading it may have failed.`,
  'file-too-large': (p) =>
    `“${p['name']}” is larger than ${size(p['limitBytes'])}. Raise LECTERN_MAX_FILE_BYTES in the settings to open it.`,
  'file-changed': (p) =>
    `“${p['name']}” changed while it was read. Wait until it is complete, then add it again.`,
  'not-a-book': (p) =>
    p['inside'] !== undefined
      ? `“${p['name']}” is an archive with a book inside. Unpack it, and add “${p['inside']}”.`
      : `“${p['name']}” is not a book Lectern knows (it looks like ${p['kind']}). Add an EPUB, PDF, Word, OpenDocument, RTF, FictionBook, Kindle, text, Markdown or HTML file.`,
  'format-not-yet': (p) =>
    `“${p['name']}” is ${p['format']}, which this version cannot read yet. Save it as EPUB or plain text and add that.`,
  'not-sound': (p) =>
    p['format'] !== undefined
      ? `“${p['name']}” is ${p['format']}, which the codecs of this Lectern do not decode. Take it as FLAC or MP3.`
      : `“${p['name']}” holds no sound that can be decoded. Choose an audio file; if it is one, it is damaged.`,
  'book-damaged': (p) =>
    `“${p['name']}” is damaged or incomplete. Download or copy the book again.`,
  'book-newer': (p) => `“${p['name']}” was saved by a newer Lectern. Update Lectern to open it.`,
  'book-protected': (p) =>
    `“${p['name']}” is protected (${p['scheme']}). Lectern can only open books without copy protection.`,
  'book-hostile': (p) =>
    `“${p['name']}” was refused because it breaks a safety limit (${p['limit']}). Get the book from another source, or raise the limit in the settings if you trust it.`,
  'book-scanned': (p) =>
    `“${p['name']}” is a scan: its pages are pictures without text. Recognise the text first (OCR), then add it again.`,
  'book-without-text': (p) =>
    `“${p['name']}” has no text to read aloud. It may be empty or damaged: download or copy it again.`,
  'not-a-picture': (p) =>
    `“${p['name']}” is no picture that players show as a cover. Choose a JPEG or PNG of usual size.`,
  'disk-full': (p) =>
    `There is no space left in “${p['folder']}”. Free some space and go on; nothing was lost.`,
  'folder-not-writable': (p) => `Lectern may not write to “${p['folder']}”. Choose another folder.`,
  'target-missing': (p) =>
    `The folder “${p['folder']}” is not there. Choose where to export again.`,
  'data-folder-busy': (p) =>
    `Another Lectern (${p['owner']}) is using this library. Close it, or start this one with --data and another folder.`,
  'data-newer': (p) =>
    `This library was made by a newer Lectern (version ${p['found']}; this one knows ${p['known']}). Update Lectern to open it.`,
  'data-damaged': (p) =>
    `The library’s “${p['name']}” is damaged. Start with --data and another folder, or restore a backup.`,
  'data-foreign': (p) =>
    `“${p['name']}” in the library’s folder was made by another program. Put that file somewhere else and start again.`,
  'data-not-updated': (p) =>
    `“${p['name']}” could not be brought to this version of Lectern and is as it was. Open it with the Lectern that you used before${p['backup'] === p['name'] ? '' : `, or restore “${p['backup']}” from the folder “backups”`}.`,
  'data-interrupted': () =>
    `Lectern’s store ended in the middle of this and was started again. Try once more; what was saved is safe.`,
  'voice-unknown': (p) =>
    `There is no voice “${p['voice']}”. List the voices with “lectern voices” and choose one.`,
  'voice-failed': (p) =>
    `The voice “${p['voice']}” could not speak this. Change the text or choose another voice.`,
  'voice-timeout': (p) =>
    `The voice “${p['voice']}” did not answer in ${p['seconds']} seconds. Try again, or raise LECTERN_CALL_TIMEOUT.`,
  'voice-crashed': (p) =>
    `The engine of “${p['voice']}” stopped and was started again. Try the segment again.`,
  'voice-damaged': (p) =>
    `The files of the voice “${p['voice']}” cannot be used (${p['reason']}). Download the voice again, or remove it.`,
  'neural-engine-missing': (p) =>
    `Neural voices do not run on this computer: there is no engine for it (${p['machine']}). Choose a voice of your system, of a speech server, or one that comes with Lectern.`,
  'not-a-voice': (p) =>
    `“${p['name']}” is no voice Lectern knows. Add a Piper, Kokoro, Kitten, Matcha or Supertonic voice: its folder, or its .onnx with the files beside it.`,
  'sound-refused': (p) =>
    `The voice “${p['voice']}” answered with sound that is not this text (${p['flag']}). Try again, or choose another voice.`,
  'studio-not-there': (p) =>
    `No Lectern answers at ${p['address']}. Start lectern serve with LECTERN_METRICS_KEY set, and name its port with --port.`,
  'metrics-key-wrong': (p) =>
    `The Lectern at ${p['address']} does not know this key. Set LECTERN_METRICS_KEY to the one that it was started with.`,
  'server-unreachable': (p) =>
    `“${p['server']}” does not answer. Check that it runs and that its address is right; what is made is kept.`,
  'server-busy': (p) =>
    `“${p['server']}” wants a pause of ${p['seconds']} seconds. Fewer segments at once may help; what is made is kept.`,
  'server-failed': (p) =>
    `“${p['server']}” answered with an error (${p['status']}). It is tried again; if it stays, look at the server’s own log.`,
  'server-refused': (p) =>
    `“${p['server']}” will not speak this: ${p['reason']}. Change the text, or the server’s settings.`,
  'key-refused': (p) =>
    `“${p['server']}” does not accept the key. Enter it again where the server is set up, then go on.`,
  'quota-spent': (p) =>
    `The account at “${p['server']}” is used up. Add credit there, or cast another voice, then go on.`,
  'model-gone': (p) =>
    `“${p['server']}” has no model “${p['model']}”. Choose one of its models where the server is set up.`,
  'model-timeout': (p) =>
    `“${p['server']}” gave no answer within ${p['seconds']} seconds. It is asked again; a smaller batch may help.`,
  'model-unusable': (p) =>
    `“${p['model']}” gives no answers that can be used. Choose another model in the script panel, then go on; what was answered is kept.`,
  'no-transcriber': () =>
    `Nothing is set that could listen. Enter the address of a transcription server in the script panel (--stt in the terminal), or choose a model on this computer (--model-folder); until then takes are judged by their sound alone.`,
  'not-a-listener': (p) =>
    `“${p['name']}” holds no model that can listen. Choose the folder of a model for sherpa-onnx (Whisper, Moonshine, SenseVoice or NeMo’s Parakeet), with its .onnx files and its tokens.txt.`,
  'listener-damaged': (p) =>
    `The model “${p['name']}” cannot listen (${p['reason']}). Unpack it again, or choose another folder.`,
  'listener-failed': (p) =>
    `The model “${p['name']}” could not make sense of a take. Listen again, or choose another model.`,
  'listener-crashed': (p) =>
    `The engine of “${p['name']}” stopped over a take and was started again. Listen again, or choose another model.`,
  'no-language-model': () =>
    `No language model is set. Enter the address of one in the script panel (--llm in the terminal); until then the book’s own words are all there is.`,
  'same-language': () =>
    `The book is in that language already. Choose another one to translate it into.`,
  'address-refused': (p) =>
    `“${p['address']}” is not used: a key or a book’s text would travel unprotected. Use https, or allow this address.`,
  'budget-spent': (p) =>
    `The budget of ${money(Number(p['amount']), String(p['currency']))} is spent. Going on allows the same once more; everything made so far is kept.`,
  'resume-costs': (p) =>
    `This waits for your word: going on asks “${p['server']}” for what is missing, which may cost money. Go on?`,
  'recording-damaged': (p) =>
    `The recording of “${p['text']}” is damaged, and no voice can speak it again. Record that line anew, or choose another of its takes.`,
  'take-damaged': () => `A stored take was damaged. It will be spoken again.`,
  'sound-missing': (p) =>
    `The sound “${p['name']}” is not in the library any more. Bring it again, or take it out of the book’s music.`,
  'sound-in-use': (p) =>
    `“${p['title']}” uses “${p['name']}”. Take it out of that book’s music first.`,
  'sound-too-long': (p) =>
    `“${p['name']}” is longer than ${Math.round(Number(p['limitSeconds']) / 60)} minutes. Cut out what the book needs, and bring that.`,
  'codec-failed': (p) =>
    `The sound could not be processed (${p['stage']}). Try again; if it stays, see the log.`,
  'notes-too-long': (p) =>
    `A script is written from at most ${p['limit']} letters of notes, and this document has more. Take only a part of it.`,
  'text-too-long': (p) =>
    `A segment holds at most ${p['limit']} letters, and this would be more. Shorten the text, or keep it in several segments.`,
  'nothing-to-speak': () => `Nothing is ticked. Tick at least one chapter.`,
  'nothing-to-cast': () =>
    `No voice was given: every character has one, or none that is at hand fits. Add voices, or choose one by hand.`,
  'segments-unspoken': (p) =>
    `${p['count']} ${Number(p['count']) === 1 ? 'segment is' : 'segments are'} not spoken. Make them again, then export.`,
  'export-busy': (p) =>
    `“${p['file']}” is being written already. Wait for it, or choose another name.`,
  'cache-full': (p) =>
    `The takes of your books need more than ${size(p['limitBytes'])}. Raise LECTERN_CACHE_MAX_BYTES or remove a book.`,
  'not-found': (p) => `That ${p['kind']} is not there any more. Reload to see what is.`,
  'segment-changed': (p) =>
    `This segment was changed while you wrote. It says now: “${shortened(p['text'])}” Save again to put your text in its place, or cancel to keep that one.`,
  'setting-invalid': (p) =>
    `“${p['value']}” is no value for ${p['name']}. See the settings for its range.`,
  'option-invalid': (p) =>
    p['value'] === ''
      ? `${p['option']} is missing. See “lectern --help”.`
      : `“${p['value']}” is no value for ${p['option']}. See “lectern --help”.`,
  'dictionary-invalid': (p) =>
    `In the dictionary, line ${p['line']} is no entry. Each line needs a word and how it is said, parted by a comma, a semicolon or a tab; IPA, case, whole and language may follow.`,
  'arguments-invalid': (p) => `The studio did not understand “${p['command']}”. Reload the page.`,
  'farm-away': (p) =>
    `The farm’s Redis server at “${p['address']}” does not answer. Check that it runs and can be reached from here; what is made is kept, and it goes on by itself.`,
  'farm-empty': (p) =>
    `No worker of the farm speaks with ${p['voice']} now. Start one that has this voice, or allow this computer to speak as well; it goes on by itself.`,
  'farm-full': (p) =>
    `The farm’s Redis server at “${p['address']}” has no memory left. Give it more (maxmemory), or share no takes; what is made is kept.`,
  'farm-address-refused': (p) =>
    `“${p['address']}” is not used for the farm. It must begin with redis:// or rediss://; beyond this computer use rediss:// (TLS), or allow an unprotected connection.`,
  'farm-password-refused': (p) =>
    `The farm’s Redis server at “${p['address']}” does not let Lectern in. Check the user and the password, and that this user may use all keys with the farm’s prefix.`,
  'farm-other-version': (p) =>
    `The worker “${p['worker']}” is of another version (${p['version']}) and would make other takes: it is not asked. Bring it and this studio to the same version.`,
  'farm-other-voice': (p) =>
    `“${p['voice']}” of the worker “${p['worker']}” is made by something else than here, and would sound different: it is not used.`,
  'farm-worker-full': (p) =>
    `The worker “${p['worker']}” has no room for what it speaks, or may not write there. Free some space on its computer, or check its temporary folder; then go on.`,
  'farm-worker-bad': (p) =>
    `The worker “${p['worker']}” answered three times with something that is no sound. It is asked no more until it is started again.`,
  'update-unreachable': () =>
    `The new version cannot be had: its server does not answer, or broke off. Check the connection and look again.`,
  'update-feed-wrong': () =>
    `What the server says of new versions makes no sense. Look again later; this version goes on as it is.`,
  'update-damaged': () =>
    `The new version did not arrive as it was published. It was thrown away and nothing was installed: download it again.`,
  'update-untrusted': () =>
    `The new version is not signed by the makers of this one. It was thrown away and nothing was installed.`,
  'update-by-hand': () =>
    `This copy of Lectern is not signed, and macOS lets no such app replace itself. Fetch the new version where you got this one, and put it in its place.`,
  'update-not-installed': () =>
    `The new version was not installed, and the old one is as it was. Try again, or fetch the new version where you got this one.`,
  cancelled: () => `Cancelled.`,
  unexpected: () =>
    `Something went wrong inside Lectern. The log has the details; nothing was lost.`,
}
