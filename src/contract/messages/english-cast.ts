// Sentences of the cast, in English: who speaks, by which voice, and how it is found.
import type { EvidenceKind } from '../cast.ts'
import { count, percentage, plural } from './english-figures.ts'

const lines = (number: number): string => plural(number, 'line', 'lines')
const quotations = (number: number): string => plural(number, 'quotation', 'quotations')

const short = (name: string): string =>
  name.length > 16 ? `${name.slice(0, 15).trimEnd()}…` : name

/** How a speaker is known. */
const kinds: Record<EvidenceKind, string> = {
  'speech-verb': 'named beside a verb of speech',
  'speech-verb-narrator': 'the one who tells says so',
  'speech-verb-noun': 'described beside a verb of speech',
  'speech-verb-pronoun': 'a pronoun beside a verb of speech',
  continued: 'goes on from the quotation before',
  beat: 'acts beside it',
  turn: 'whose turn it is',
  unknown: 'nothing tells',
}

export const castWords = {
  tab: 'Cast',
  narratorVoice: 'The narrator’s voice',
  characters: 'Characters',
  none: 'No characters yet: one voice reads the whole book. Let Lectern find who speaks, or add a character and give it lines with the keys 1 to 9.',
  keysHint:
    'Keys 1 to 9 give the chosen segment to a character, 0 to the narrator; Shift+S gives all lines like it.',
  add: 'Add a character',
  fitVoices: 'Give each a voice',
  fitted: (number: number, left: number): string =>
    `${plural(number, 'character gets a voice', 'characters get voices')}${left === 0 ? '.' : `; for ${count(left)} none fits.`}`,
  newName: (number: number): string => `Character ${count(number)}`,
  added: (name: string): string => `${name} joins the cast.`,
  nameOf: (name: string): string => `Name of ${name}`,
  colourOf: (name: string): string => `Colour of ${name}`,
  voiceOf: (name: string, voice: string): string => `Voice of ${name}: ${voice}`,
  actions: (name: string): string => `What can be done with ${name}`,
  lines,
  counting: 'Counting…',
  showLines: 'Show its lines',
  showLinesOf: (name: string): string => `Show the lines of ${name}`,
  giveSegment: 'Give it the chosen segment',
  giveChapter: 'Give it the whole chapter',
  remove: 'Remove',
  removed: (name: string): string =>
    `${name} is removed. Its lines are the narrator’s; undo takes it back.`,
  given: (name: string, number: number): string =>
    number === 1 ? `${name} says it now.` : `${name} says ${lines(number)} now.`,
  noCharacter: (number: number): string =>
    `There is no character ${count(number)} yet. Add one in the Cast panel.`,
  colours: [
    'Red',
    'Blue',
    'Ochre',
    'Purple',
    'Green',
    'Pink',
    'Teal',
    'Brown',
    'Indigo',
    'Olive',
    'Stone',
    'Magenta',
  ],

  chooseVoice: (name: string): string => `Choose the voice of ${name}`,
  useVoice: (voice: string): string => `Use ${voice}`,

  alikeOf: (name: string): string => `All lines of ${short(name)} to…`,
  alikeTitle: (name: string): string => `Everything ${name} says goes to…`,
  alikeText: 'In the whole book. Press the key or choose. Undo takes it back.',
  alikeNarrator:
    'The chosen segment is the narrator’s. Choose a line of a character first, to give all of them to another.',
  alikeDone: (from: string, to: string, number: number): string =>
    `${to} says ${lines(number)} that ${from} said. Undo takes it back.`,

  find: 'Find who speaks',
  findText:
    'Lectern reads the quotations and the words beside them on this computer. Nothing is sent, and nothing is changed until you say so.',
  finding: 'Reading the book…',
  again: 'Try again',
  foundNobody:
    'No quotations with a speaker were found. Add characters by hand, and give them lines with the keys 1 to 9.',
  found: 'Who was found',
  quotations,
  tells: 'tells the book',
  tickAll: 'All',
  tickNone: 'None',
  sureness: 'How sure',
  surenessValue: (fraction: number): string => `At least ${percentage().format(fraction)} sure`,
  sure: (number: number, all: number, fraction: number): string =>
    `${count(number)} of ${quotations(all)} ${number === 1 ? 'is' : 'are'} at least ${percentage().format(fraction)} sure.`,
  sureHint: 'What is less sure stays the narrator’s, to be given by hand.',
  doubtful: (number: number): string => `Doubtful ones (${count(number)})`,
  doubtfulLine: (who: string, fraction: number): string =>
    `${who}, ${percentage().format(fraction)} sure`,
  unknownSpeaker: 'Not known who',
  kinds,
  goThere: (text: string): string => `Go to ${text}`,
  take: 'Give them their lines',
  taking: 'Giving them their lines…',
  takenTitle: 'Done',
  taken: (given: number, cut: number): string =>
    given === 0
      ? 'They have all of these lines already: nothing was changed.'
      : `${lines(given)} given, ${plural(cut, 'segment', 'segments')} cut at quotation marks. Undo takes it back.`,
  takenEnded: 'What was being exported has ended, because its segments changed.',
  takenNext: 'Give each character a voice now; lines without one are read by the narrator’s.',
  close: 'Close',
}
