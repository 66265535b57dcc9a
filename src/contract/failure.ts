// What can go wrong, as closed codes. The sentence for people comes from messages.ts, never from here.
import { z } from 'zod'

/** Every expected trouble has one code; adding one means adding its sentence in messages.ts. */
export const failureCodes = [
  'file-missing', // the path names nothing                              params: name
  'file-unreadable', // exists, but may not be read, or is a folder/device params: name
  'file-empty', // zero bytes                                             params: name
  'file-too-large', // above LECTERN_MAX_FILE_BYTES                       params: name, limitBytes
  'file-changed', // grew or vanished while it was read                   params: name
  'not-a-book', // content of no known kind              params: name, kind, inside (a zip's one book)
  'format-not-yet', // known kind, no reader in this version              params: name, format
  'not-sound', // no audio that our codecs decode                         params: name, format?
  'book-damaged', // a truncated or broken container                      params: name
  'book-newer', // saved with its takes by a newer Lectern                   params: name
  'book-protected', // DRM                                                params: name, scheme
  'book-hostile', // exceeds the limits that keep the studio safe         params: name, limit
  'book-without-text', // nothing to read aloud                           params: name
  'book-scanned', // a book of pictures: its pages have no text             params: name
  'not-a-picture', // neither JPEG nor PNG, damaged, or of too many pixels params: name
  'disk-full', // no space left                                           params: folder
  'folder-not-writable', //                                               params: folder
  'target-missing', // the export folder is gone                          params: folder
  'data-folder-busy', // another process owns the data folder             params: owner
  'data-newer', // made by a newer Lectern                                params: found, known
  'data-damaged', // the database cannot be opened                        params: name
  'data-foreign', // another program's file stands in the database's place  params: name
  'data-not-updated', // a migration failed; the file is as it was          params: name, backup
  'data-interrupted', // the store ended in the middle and was started again
  'voice-unknown', //                                                     params: voice
  'voice-failed', // the engine refused or broke                          params: voice
  'voice-timeout', // no answer in LECTERN_CALL_TIMEOUT                   params: voice, seconds
  'voice-crashed', // the engine's process ended                          params: voice
  'voice-damaged', // a neural voice's files cannot be loaded             params: voice, reason
  'neural-engine-missing', // there is no build of it for this computer     params: machine
  'not-a-voice', // a folder or file that holds no known voice            params: name
  'sound-refused', // what came back is no sound of this text             params: voice, flag
  'studio-not-there', // nothing answers where figures were asked for     params: address
  'metrics-key-wrong', //                                                 params: address
  'server-unreachable', // no connection, or it broke                     params: server
  'server-busy', // asked too much of it (429, 503)                       params: server, seconds
  'server-failed', // an answer that makes no sense, 5xx                  params: server, status
  'server-refused', // it will not speak this text (400, 413, 422)        params: server, reason
  'key-refused', // 401, 403                                              params: server
  'quota-spent', // the account is empty                                  params: server
  'model-gone', // unknown or shut down                                   params: server, model
  'model-timeout', // a language model gives no answer             params: server, seconds
  'model-unusable', // its answers are not of the form asked for          params: model
  'no-transcriber', // nothing is set that could listen
  'not-a-listener', // a folder that holds no model that can listen       params: name
  'listener-damaged', // its files cannot be loaded                       params: name, reason
  'listener-failed', // the engine could make nothing of a sound          params: name
  'listener-crashed', // the engine's process ended over a sound          params: name
  'no-language-model', // nothing is set that could be asked
  'same-language', // a book cannot be translated into its own · params: language
  'address-refused', // no http(s), or plain http beyond this machine     params: address
  'budget-spent', // the person's own limit                               params: amount, currency
  'resume-costs', // a paid narration was interrupted: asks once          params: server
  'take-damaged', // a stored take did not pass its check                 params: segment
  'recording-damaged', // and no voice can speak it again                 params: text
  'sound-missing', // a cue's sound is not in the library            params: name
  'sound-in-use', // it cannot be removed                            params: name, title
  'sound-too-long', //                                       params: name, limitSeconds
  'codec-failed', //                                                      params: stage
  'notes-too-long', // a document that a script is to be written from      params: limit
  'text-too-long', // of one row, written or joined                       params: limit
  'nothing-to-speak', // no ticked chapter, or empty selection
  'nothing-to-cast', // every character has a voice, or none is at hand that fits
  'segments-unspoken', // an export or narration with failed segments     params: count
  'export-busy', // the same target is being written                      params: file
  'cache-full', // takes in use alone exceed the cap                      params: limitBytes
  'not-found', // a project, segment, job or ticket that is not there     params: kind
  'segment-changed', // it says something else than what was written over  params: text (by now)
  'setting-invalid', //                                                   params: name, value
  'option-invalid', // misuse of the terminal                             params: option, value
  'dictionary-invalid', // a line of a table is no entry              params: line
  'arguments-invalid', // a call that the contract does not know          params: command
  'farm-away', // its Redis does not answer                             params: address
  'farm-empty', // no worker is there that speaks with this voice          params: voice
  'farm-full', // its Redis has no memory left                            params: address
  'farm-address-refused', // no Redis address, or one unprotected beyond this machine · params: address
  'farm-password-refused', // wrong, missing, or not enough rights         params: address
  'farm-other-version', // a worker or studio that would make other takes  params: worker, version
  'farm-other-voice', // the same name, made by something else           params: worker, voice
  'farm-worker-full', // it cannot put down what it speaks                 params: worker
  'farm-worker-bad', // too many of its answers were no sound             params: worker
  'update-unreachable', // the server with new versions; also a download that broke off
  'update-feed-wrong', // it answers, and makes no sense
  'update-damaged', // what came is not what was published: thrown away
  'update-untrusted', // signed by somebody else: thrown away
  'update-by-hand', // this copy may not replace itself: an unsigned one on a Mac
  'update-not-installed', // the system did not take it; the old version is as it was
  'cancelled',
  'unexpected', // a bug: logged whole, told briefly
] as const

export const FailureCode = z.enum(failureCodes)
export type FailureCode = z.infer<typeof FailureCode>

/** A failure is a value: it crosses processes, is stored with a segment, and is worded by the face. */
export const Failure = z.object({
  code: FailureCode,
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** `never`: only a change helps · `now`: trying again may help · `later`: wait, then try again. */
  retry: z.enum(['never', 'now', 'later']),
  /** For the log only; never shown as the sentence. */
  detail: z.string().optional(),
})
export type Failure = z.infer<typeof Failure>

/** Every reply of every command. Nothing is thrown across a process. */
export type Reply<T> = { ok: true; value: T } | { ok: false; failure: Failure }
