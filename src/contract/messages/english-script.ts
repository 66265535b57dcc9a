// Sentences of the script, in English: what is proposed for the performance, and what a language model is asked.
import type { AskedKind, ScriptKind, UnansweredItem } from '../script.ts'
import { count, duration, money, percentage, plural, segments } from './english-figures.ts'

const places = (number: number): string => plural(number, 'place', 'places')
const proposals = (number: number): string => plural(number, 'proposal', 'proposals')
const tokens = (number: number): string => plural(number, 'token', 'tokens')

const short = (text: string): string =>
  text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text

const kinds: Record<AskedKind, string> = {
  who: 'Who speaks',
  people: 'People',
  how: 'How it is said',
  words: 'Hard words',
  ear: 'For the ear',
  description: 'Description of the book',
  translation: 'Translation',
}

const reasons: Record<UnansweredItem['reason'], string> = {
  refused: 'The model refused to answer.',
  shape: 'Its answer had another form than was asked for.',
  missing: 'It was left out of the answer.',
  unlikely: 'The answer cannot be: it names something that is not there.',
}

export const scriptWords = {
  part: 'Part of the script',
  parts: { proposals: 'Proposals', translation: 'Language', listening: 'Listening' },
  loading: 'Looking through the book…',
  kinds,

  model: {
    title: 'Language model',
    loading: 'Looking which language model is set…',
    emptyTitle: 'The book’s own words come first',
    emptyText:
      'Many lines say themselves who speaks and how: “whispered Anna”. What they tell is proposed below, found on this computer, without any model.',
    emptyMore:
      'For the rest a language model can be asked: one on this computer, such as Ollama or LM Studio, or any other with an address like OpenAI’s. Nothing is sent until you press “Ask”, and what would be sent is shown before. It never changes a word of the book.',
    setUp: 'Set up a language model',
    line: (model: string, address: string): string => `${model} at ${address}`,
    change: 'Change',
    forget: 'Forget',
    forgetTitle: 'Forget the language model?',
    forgetText:
      'Its address and its key are forgotten. What it has answered stays, and what was taken from it too.',
    forgetYes: 'Forget it',
    forgetNo: 'Keep it',
    forgotten: 'The language model is forgotten. Nothing is sent to it any more.',

    address: 'Address',
    addressHint: 'Of any server that speaks like OpenAI’s, with or without /v1.',
    name: 'Model',
    nameHint:
      'Not sure what it is called? Write any name and check: the names that the server lists are offered then.',
    nameHintKnown: (number: number): string =>
      `The server lists ${plural(number, 'model', 'models')}: begin to write to choose.`,
    listed: 'Models that it lists',
    listedNone: 'Choose one…',
    amounts: {
      perMillionIn: 'Price per million tokens sent',
      perMillionOut: 'Price per million tokens answered',
    },
    priceHint: 'Empty: it costs nothing, or nobody knows. With a price the cost is told before.',
    currency: 'Currency',
    save: 'Save',
    saveAndCheck: 'Save and check',
    saved: (model: string): string => `${model} is set. Nothing is sent to it until you ask.`,
    check: 'Check',
    checking: 'Asking the model for one word…',
    unchecked: 'Not checked yet',
    answers: (latencyMs: number): string => `It answers, in ${count(latencyMs)} ms.`,
    lists: (number: number): string =>
      number === 0 ? 'It lists no models.' : `It lists ${plural(number, 'model', 'models')}.`,
    checkFailed: 'It does not answer',
    problems: {
      address: 'Write its address, beginning with http:// or https://.',
      model: 'Name the model.',
      price: 'Write an amount, such as 0.15, or leave both empty.',
      currency: 'Three letters, such as USD.',
    },
  },

  ask: {
    title: 'What to ask',
    kinds: 'What is asked for',
    kindTexts: {
      who: 'For quotations that the book leaves open',
      people: 'Who of them are one person, and how each may sound',
      how: 'A tone, where the words ask for one',
      words: 'Names and foreign words, and how to say them',
      ear: 'Tables, formulas and figures, as a sentence beside them',
      description: 'What it is about, in the finished files',
    } satisfies Record<ScriptKind, string>,
    chapters: (number: number): string =>
      number === 0
        ? 'No chapter is ticked. Tick at least one in the list of chapters.'
        : `In ${number === 1 ? 'the one ticked chapter' : `the ${count(number)} ticked chapters`}.`,
    noKind: 'Tick at least one thing to ask for.',
    estimate: 'What asking needs',
    counting: 'Counting…',
    items: 'Asked about',
    itemsValue: places,
    known: 'Answered before',
    knownValue: (number: number): string =>
      number === 0 ? 'none' : `${count(number)}, not asked again`,
    calls: 'Calls',
    callsValue: (number: number): string => (number === 0 ? 'none' : count(number)),
    tokens: 'Tokens, about',
    tokensValue: (sent: number, answered: number): string =>
      `${count(sent)} sent, ${count(answered)} answered`,
    cost: 'Cost, about',
    costUnknown: 'No price is set',
    nothing: 'All of it is answered already: nothing would be sent.',
    sent: 'What is sent',
    sentText: 'The first call, letter by letter. The others are like it, with other lines.',
    sentNone: 'Nothing would be sent.',
    system: 'Instructions',
    user: 'The lines',
    budget: 'Budget',
    budgetHint: 'The asking waits for you when this much is spent.',
    start: 'Ask',
    started: 'The language model is being asked.',
  },

  job: {
    title: 'Asking the language model',
    progress: (done: number, total: number): string => `${count(done)} of ${places(total)}`,
    eta: (seconds: number): string => `about ${duration(seconds)} left`,
    paused: 'Paused',
    waiting: 'Waiting',
    tokens: (sent: number, answered: number): string =>
      `${tokens(sent)} sent, ${count(answered)} answered`,
    pause: 'Pause',
    resume: 'Resume',
    cancel: 'Cancel the asking',
    waits: 'The asking waits',
    stopped: 'The asking is paused',
    tryNow: 'Try now',
    goOn: 'Go on',
    changeModel: 'Change the language model',
    raise: 'Raise the budget',
    raiseLabel: 'Further budget',
    raiseHint:
      'The asking waits for you again when this much more is spent; left empty, it goes on to its end. All answers are kept.',
  },

  proposals: {
    title: 'Proposals',
    filter: 'Which proposals',
    all: 'All',
    choice: (kind: string, number: number): string => `${kind} (${count(number)})`,
    list: 'Proposals',
    total: proposals,
    first: (shown: number, all: number): string =>
      `The surest ${count(shown)} of ${proposals(all)}`,
    none: 'Nothing is proposed. The book’s own words tell nothing more, and all that was proposed is taken or dismissed.',
    noneOfKind: 'Nothing of this kind is proposed.',
    keysHint: '↑ ↓ move, Enter or Y takes, Del or N dismisses, O shows it in the book.',
    bands: { sure: 'sure', likely: 'likely', doubtful: 'doubtful' },
    group: (kind: string, band: string): string => `${kind}: ${band}`,
    who: (name: string, quotation: string): string => `${name}: “${quotation}”`,
    inSegments: (number: number): string => `in ${segments(number)}`,
    sources: { book: 'from the book', model: 'from the model' },
    origin: (source: string, fraction: number): string =>
      `${source}, ${percentage().format(fraction)} sure`,
    /** As long as there is room for beside its buttons. */
    originShort: (source: string, fraction: number): string =>
      `${source}, ${percentage().format(fraction)}`,
    row: (proposed: string, text: string): string => `${proposed}. ${text}`,
    take: 'Take',
    takeOf: (proposed: string): string => `Take ${short(proposed)}`,
    takeAll: (number: number): string => `Take all ${count(number)}`,
    takeAllOf: (number: number, group: string): string => `Take all ${count(number)} of ${group}`,
    dismiss: 'Dismiss',
    dismissOf: (proposed: string): string => `Dismiss ${short(proposed)}`,
    hear: (word: string): string => `Hear “${word}”`,
    stop: (word: string): string => `Stop “${word}”`,
    taken: (number: number): string =>
      number === 0
        ? 'Nothing was taken: the book says something else there by now.'
        : `${proposals(number)} taken.`,
    dismissed: (number: number): string => `${proposals(number)} dismissed.`,
    undo: 'Undo',
    failed: 'The proposals could not be read',
    again: 'Try again',
  },

  unanswered: {
    title: (number: number): string => `Not answered (${count(number)})`,
    text: 'Of the last asking. They are asked about again the next time.',
    goTo: (reason: string, text: string): string => `Go to “${short(text)}”: ${reason}`,
    more: (number: number): string => `and ${count(number)} more`,
    reasons,
  },

  price: (perMillionIn: number, perMillionOut: number, currency: string): string =>
    `${money(perMillionIn, currency)} per million tokens sent, ${money(perMillionOut, currency)} answered`,
}
