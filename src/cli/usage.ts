// What `lectern --help` prints. The words and the JSON are public and stay.

import {
  captionFormats,
  exportFormatNames,
  nameFields,
  scriptForms,
  scriptKinds,
  soundPresetNames,
} from '../contract/index.ts'

export const usage = `Lectern makes audiobooks.

  lectern narrate BOOK… [--out FILE|FOLDER] [--format FORMAT] [--kilobits N | --vbr 0-9]
                        [--per-chapter | --split 5h|500MB] [--names TEMPLATE] [--captions ${captionFormats.join('|')}] [--overlay]
                        [--partial] [--acx] [--copy-to FOLDER]
                        [--title T] [--author A …] [--narrator N] [--series S] [--part P]
                        [--year YYYY] [--publisher P] [--description D] [--cover PICTURE]
                        [--voice ID] [--chapters 1,3-5] [--preset PRESET]
                        [--server URL [--server URL2 …]] [--model M] [--allow-plain]
                        [--fallback-voice ID|none] [--cast FILE] [--dictionary FILE]
                        [--concurrency N|auto] [--budget X]
                        [--data DIR] [--no-cache] [--json]
  lectern check FILE… [--json]
  lectern inspect BOOK [--json] [--text] [--segments]
  lectern cast BOOK [--data DIR] [--json]
  lectern script BOOK [--kinds ${scriptKinds.join(',')}] [--llm URL --model M] [--allow-plain]
                      [--price IN/OUT [--budget X]] [--take 0-1] [--dry-run] [--data DIR] [--json]
  lectern translate BOOK --into LANGUAGE [--glossary FILE] [--out FILE.lectern] [--llm URL --model M] [--allow-plain]
                         [--price IN/OUT [--budget X]] [--dry-run] [--data DIR] [--json]
  lectern write NOTES [--as FORM] [--speakers "Anna, Ben"] [--language LANGUAGE] [--title T] [-o FILE] [--llm URL --model M]
                      [--allow-plain] [--price IN/OUT [--budget X]] [--dry-run] [--data DIR] [--json]
  lectern listen BOOK [--stt URL [--model M] | --model-folder DIR] [--allow-plain] [--price X [--budget X]]
                      [--data DIR] [--json]
  lectern voices [--server URL [--model M] [--allow-plain]] [--data DIR] [--json]
  lectern voices add FOLDER_OR_FILE [--data DIR] [--json]
  lectern voices remove ID [--data DIR] [--json]
  lectern worker --redis URL [--voices SOURCES] [--lanes N] [--together N] [--name NAME] [--prefix P] [--allow-plain]
                 [--data DIR] [--json]
  lectern serve [BOOK] [--port N] [--data DIR]
  lectern cache stats|clear [--data DIR] [--json]
  lectern metrics --port N [--optimise] [--json]
  lectern data backups|backup|restore NAME|keep [--data DIR] [--json]
  lectern data remove [--yes] [--data DIR] [--json]
  lectern log [--level error|warn|info|debug] [--slow] [--follow] [--data DIR] [--json]
  lectern doctor [--port N] [--data DIR] [--json]
  lectern diagnose --out FILE.zip [--port N] [--data DIR] [--json]

--server names an OpenAI-compatible speech server, several are machines with the same voices; its key
comes from OPENAI_API_KEY, and --voice then names one of its voices. OPENAI_BASE_URL and OPENAI_API_KEY
alone add the server “openai-env”. Plain http beyond this machine needs --allow-plain.

--fallback-voice speaks what the voice cannot say, and every such segment is named; without it such a
segment fails.

--cast is what "lectern cast BOOK --json" prints, with a "voice" for each character that shall have one: their
lines are then spoken by it. --dictionary is a CSV of words and how they are said (word, say, ipa, case, whole,
language), as the studio writes it. cast with --data also tells what that library knows of a book's characters.

script asks a language model, any OpenAI-compatible chat server, who speaks, which names are one person and how each
sounds, how lines are delivered, how hard words are said, what is said for the ear of lines made for the eye, and for a
description of the book. It prints what is proposed; --take takes what is at least so sure. The model's key comes from
OPENAI_API_KEY, and it is saved with the library. --dry-run sends nothing and takes nothing; --price is what a million
tokens cost there and back (0.15/0.60), and of listen a minute. Without a model the book's own words are all there is.

translate has the same model say a book in another LANGUAGE (de, pt-BR …), as a book of its own; once more, it asks only
for what has changed. --glossary has a line for each word, WORD = TRANSLATION; --out writes the edition for
"lectern narrate".

write has that model write a script from any document that a book could be, section by section, prints it as it comes,
or writes it to -o, and adds it to the library as a new book with its speakers as the cast. FORM is one of
${scriptForms.join(', ')}; without --language it is in that of the notes. The same again asks for nothing that is written
already; --dry-run prints what would be sent.

listen has a transcription server, any OpenAI-compatible one, hear the takes of a book that is narrated, and prints what
is heard otherwise than it stands; it ends with 1 where there is any. Each take is heard once for all. --model-folder has
a model on this computer hear them instead, as sherpa-onnx takes it (Whisper, Moonshine, SenseVoice, NeMo): nothing is
sent.

FORMAT is one of ${exportFormatNames.join(', ')}; without it the ending of --out says it, else m4b.
--per-chapter and --split fill the folder --out, else one beside the book; parts of --split end where a
chapter does. --names is what the files are called, such as "{number} {title}", of the fields ${nameFields
  .map((field) => `{${field}}`)
  .join(' ')}.
--kilobits is the rate of what loses something; --vbr makes an MP3 whose rate varies, 0 the best.
--captions writes what is heard when beside each file: where listen has heard the takes, long lines are parted in time
with the voice, and vtt-words lights each word. --overlay writes NAME.read-along.epub, a read-along book whose text is
lit as it is heard. --partial exports what could be spoken, tells what is missing and ends with 1.
--acx fills the folder with what ACX takes: MP3 by chapter, a retail sample, the cover, and report.txt on what
every file measures; it ends with 1 where one fails. What a book says of itself is replaced by what is given.
--copy-to copies what is finished into a folder as well, such as a library or a synced drive; where that fails
the export is there all the same, and it ends with 1.

worker has this machine speak for studios elsewhere, which meet it at a Redis server: every voice that it has, or those
of --voices (names of sources or of voices, parted by commas), N segments at once of each source. Instead of --redis the
address may stand in LECTERN_REDIS and the password in LECTERN_REDIS_PASSWORD. Ctrl+C ends it when what it speaks is spoken.

metrics prints what a Lectern that runs tells at that port to whoever has its LECTERN_METRICS_KEY; --optimise has it give
back memory that it does not need first.

PRESET is how the book sounds, one of ${soundPresetNames.join(', ')}: audible is what ACX asks for, podcast
is -16 LUFS, untouched leaves voices as they came. It stays the book's own; nothing is spoken again for it.

"lectern data" lists backups of the library, makes one, has one take the library's place at the next start, or keeps
the library after all. All but making one work also where the library does not open. "lectern data remove" shows the
folders of the library, its settings and its keys, asks, and removes them; --yes removes them without asking.

"lectern log" prints the newest 1000 lines of the log, also while another Lectern is open. --slow shows slow operations
and database statements alone; --follow goes on with what comes, until it is interrupted.

"lectern diagnose" writes a zip for a report of trouble: versions, settings, figures, endpoints and the log, without
texts, titles, paths, keys and addresses.

While another Lectern is open, or where the library does not open, doctor and diagnose tell what can be told without it,
and what they leave out; doctor then ends with 1. --port is where that other one tells its figures to LECTERN_METRICS_KEY.

Exit code 0 when all was done, 1 when something failed, 2 for a wrong option.
`
