// Words that decide whether a full stop ends a sentence, per language. A data table.
import { primaryOf } from '../../contract/index.ts'

export type SentenceWords = {
  /** With a full stop they never end a sentence: titles and the like. Lower case, without the stop. */
  hard: ReadonlySet<string>
  /** They end a sentence only before a word that often begins one. */
  mayEnd: ReadonlySet<string>
  /** They belong to the number behind them: `No. 5`, `vol. II`. */
  beforeNumber: ReadonlySet<string>
  /** Words that often begin a sentence, lower case: what follows an initial decides. */
  starters: ReadonlySet<string>
  /** Whether `19.` is a word, as in `am 19. Mai`. */
  ordinals: boolean
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

const english: SentenceWords = {
  hard: set(
    `mr mrs ms messrs mme mlle dr prof rev revd hon gen col maj capt lt cmdr adm sgt cpl pvt gov sen
    rep pres supt insp det fr br sr esqr mt vs viz cf e.g i.e approx dept est`,
  ),
  mayEnd: set(
    `st jr esq inc co corp ltd bros ave blvd rd sq u.s u.k u.n ph.d m.d b.a m.a d.c a.d b.c r.n m.p
    k.c q.c`,
  ),
  beforeNumber: set(
    `no nos vol vols ch chap chaps p pp fig figs art sec sect par bk pt ed v vv l ll pl jan feb mar
    apr jun jul aug sep sept oct nov dec op`,
  ),
  starters: set(
    `the a an he she it they we you i his her its their our my your this that these those there here
    and but or so then now when while if as at in on by for from with after before what who why how
    where no yes not all some one once perhaps still yet well oh`,
  ),
  ordinals: false,
}

const german: SentenceWords = {
  hard: set(
    `hr fr hrn frl dr prof dipl ing st hl geb gest verh sog bzw vgl ca evtl ggf inkl exkl bes insb z
    b.b i.a z.b d.h u.a o.ä u.ä s.o s.u v.a v.chr n.chr ev kath dir gen maj hptm lt ltn kgl kais exz
    mag ir`,
  ),
  mayEnd: set(`usw etc jr sen jh jhdt mio mrd tsd str u.s.w u.dgl dgl co inc`),
  beforeNumber: set(`nr nrn bd bde kap s abb abs art ziff anm aufl no jan feb mär apr jun jul aug
    sept okt nov dez`),
  starters: set(
    `der die das ein eine er sie es wir ich ihr du man und aber doch dann da nun so als wenn weil nach
    vor in im am an auf aus bei mit von zu zum zur für um über unter durch dieser diese dieses diesen
    sein seine ihre mein meine dein unser hier dort was wer wie wo warum nein ja nicht noch nur auch
    schon jetzt einmal`,
  ),
  ordinals: true,
}

const french: SentenceWords = {
  hard: set(
    `m mm mme mmes mlle mlles dr drs pr me mgr st ste cf ex p.ex env av apr ste vve cie éd`,
  ),
  mayEnd: set(`etc jr sr bd inc s.a j.-c`),
  beforeNumber: set(`n no nos p pp vol chap fig art t tome ch liv al janv févr avr juil sept oct nov
    déc`),
  starters: set(
    `le la les l un une des il elle ils elles on nous vous je tu ce cet cette ces c mon ma mes son sa
    ses leur leurs et mais ou or donc car puis alors quand si comme à au aux de du dans en par pour
    sur avec sans après avant que qui où non oui ici là tout`,
  ),
  ordinals: false,
}

const spanish: SentenceWords = {
  hard: set(
    `sr sra srta sres sras d dña dñª dr dra prof profa lic ing arq gral cnel cap tte sto sta fr ud uds
    vd vds ntra ntro excmo excma ilmo p.ej cf av avda`,
  ),
  mayEnd: set(`etc jr s.a cía ee.uu a.c d.c`),
  beforeNumber: set(`n nº núm núms no pág págs p pp vol vols cap caps fig art t ed`),
  starters: set(
    `el la los las un una unos unas él ella ellos ellas nosotros yo tú usted lo le se me te su sus mi
    mis tu este esta esto estos estas ese esa eso aquel aquella y e o pero mas pues cuando si como a
    al de del en por para con sin tras desde que quien no sí aquí allí ya entonces`,
  ),
  ordinals: false,
}

const tables: Readonly<Record<string, SentenceWords>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
}

const withOrdinals = set('de da nb nn no fi is cs sk sl hr sr bs pl hu et lv tr lb')

/** What all languages share: joining one sentence too many is better than cutting one in two. */
const others: SentenceWords = {
  hard: set('dr prof mr mrs st sr sra dott sig mme m vs cf ing'),
  mayEnd: set('etc jr inc'),
  beforeNumber: set('no nr n p pp vol fig art'),
  starters: set('a o e i'),
  ordinals: false,
}

/** The table of a BCP 47 tag; English where the language is not known. */
export function sentenceWords(language: string): SentenceWords {
  const primary = primaryOf(language)
  if (primary === '' || primary === 'und') return english
  return tables[primary] ?? { ...others, ordinals: withOrdinals.has(primary) }
}
