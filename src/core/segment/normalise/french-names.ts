// Names of French sovereigns and popes, and the things that are counted with Roman numbers. A data table.

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

/** In small letters. Only the first of a name is an ordinal: François premier, Louis quatorze. */
export const kings = set(
  `louis henri charles françois philippe louis-philippe napoléon jean jean-paul paul pie léon grégoire
  innocent clément benoît urbain sixte boniface alexandre nicolas étienne victor victor-emmanuel
  eugène calixte martin célestin adrien jules marcel guillaume frédéric frédéric-guillaume georges
  george édouard édouard jacques richard robert hugues lothaire rodolphe ferdinand maximilien joseph
  françois-joseph léopold albert albert baudouin amédée humbert christian oscar gustave gustave-adolphe
  carl pierre ivan alphonse sanche ramire pedro manuel jean-casimir sigismond casimir ladislas stanislas
  mathias bela otton othon conrad clovis childebert childéric clotaire dagobert thierry théodoric
  sigebert chilpéric carloman pépin ramsès séti thoutmosis aménophis amenhotep sésostris psammétique
  ptolémée antiochus séleucus démétrius mithridate darius xerxès artaxerxès cyrus cambyse constantin
  théodose valentinien constance justinien léon basile michel alexis comnène baudouin bohémond raymond
  foulques thibaut thibault gaston amaury guy eudes raoul boris mahomet mehmet mourad soliman sélim
  abdul-hamid hassan mohammed fouad farouk rainier honoré guillaume gaspard ernest haakon olaf knut
  david duncan alfonse sanchez grégoire anastase pélage vigile honorius lucius pascal
  gélase anaclet eugène sylvestre zacharie agapet jean-baptiste charles-quint charles-albert
  charles-emmanuel`,
)
export const queens = set(
  `élisabeth elisabeth elizabeth catherine marie isabelle marguerite anne christine jeanne wilhelmine
  cléopâtre bérénice arsinoé élizabeth mathilde éléonore ulrique`,
)

/** `chapitre IV`, and what `I` is behind them. */
export const numberedThings: Readonly<Record<string, string>> = {
  chapitre: 'premier',
  chap: 'premier',
  livre: 'premier',
  tome: 'premier',
  acte: 'premier',
  chant: 'premier',
  article: 'premier',
  titre: 'premier',
  psaume: 'premier',
  cahier: 'un',
  volume: 'un',
  vol: 'un',
  épisode: 'un',
  numéro: 'un',
  tableau: 'premier',
  paragraphe: 'premier',
  appendice: 'un',
  canto: 'un',
  sonnet: 'un',
  scène: 'première',
  partie: 'première',
  section: 'première',
  leçon: 'première',
  lettre: 'première',
  élégie: 'première',
  satire: 'première',
  épître: 'première',
  ode: 'première',
  ballade: 'première',
  méditation: 'première',
  journée: 'première',
  strophe: 'première',
  planche: 'un',
  figure: 'un',
  fig: 'un',
  annexe: 'un',
  phase: 'un',
  page: 'un',
  pages: 'un',
  chapitres: 'premier',
  livres: 'premier',
  tomes: 'premier',
  actes: 'premier',
  scènes: 'première',
  volumes: 'un',
  parties: 'première',
  articles: 'premier',
  chants: 'premier',
  type: 'un',
  niveau: 'un',
  stade: 'un',
  opus: 'un',
  vatican: 'un',
  an: 'un',
  guerre: 'un',
  apollo: 'un',
}
