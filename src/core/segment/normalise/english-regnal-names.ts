// Names that are followed by Roman numbers in English, and words for things that are numbered so.

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

/** Henry VIII is Henry the eighth. Lower case. */
export const regnalNames = set(
  `henry louis edward charles george james william richard elizabeth mary philip frederick napoleon
  pius john paul gregory leo alexander nicholas peter catherine ivan francis ferdinand innocent
  benedict clement boniface urban otto conrad gustavus gustaf christian ramses rameses thutmose
  amenhotep ptolemy cleopatra darius xerxes artaxerxes antiochus mithridates alfonso alphonso
  margaret malcolm david robert stephen harold edmund edgar ethelred canute albert leopold baudouin
  wilhelm friedrich ludwig maximilian rudolf rudolph joseph sigismund matthias vladislaus casimir
  sixtus julius calixtus celestine honorius eugene adrian hadrian victor umberto emmanuel amadeus
  tutankhamun seti murad selim mehmed mohammed mahmud suleiman bayezid osman haakon olaf olav magnus
  eric valdemar waldemar isabella juan carlos felipe pedro alfred michael constantine basil justinian
  theodosius valentinian leopold thomas arthur theodore lothair pepin childeric clovis dagobert
  anne anna jacques henri robert baldwin bohemond raymond fulk amalric franz karl philippe jean`,
)

/** World War II is World War two, Chapter IV is chapter four. Lower case. */
export const numberedThings = set(
  `chapter book part volume vol act scene section canto letter lesson figure fig table plate article
  appendix stage phase class type grade mark mk stave adventure problem psalm episode level number
  no page title war apollo bowl vatican sonnet stanza verse fit staff division chap sec art exhibit
  area schedule annex amendment symphony opus quartet sonata concerto ch pt bk`,
)
