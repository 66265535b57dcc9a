// English words by which speakers are found. A data table.
import { wordSet, type CastWords } from './cast-words.ts'

export const englishWords: CastWords = {
  verbs: wordSet(`
    said say says saying told asked asks replied replies answered answers cried cries exclaimed exclaims
    whispered whispers shouted shouts yelled yells screamed screams shrieked remarked remarks
    observed observes muttered mutters murmured murmurs inquired inquires enquired enquires demanded demands
    declared declares announced announces explained explains responded responds retorted retorts rejoined
    rejoins suggested suggests stammered stammers stuttered faltered gasped gasps panted growled growls
    grumbled groaned groans moaned moans sobbed wailed bellowed bawled roared roars thundered snapped snaps
    snarled hissed hisses barked squeaked squealed croaked drawled mumbled lisped ejaculated interposed
    interrupted interrupts interjected objected objects protested protests insisted insists persisted urged
    urges begged begs pleaded pleads implored entreated besought beseeched commanded commands ordered bade
    warned warns cautioned advised assured admitted admits confessed confesses acknowledged conceded agreed
    agrees assented concurred consented affirmed asserted asseverated averred avowed vowed swore maintained
    argued reasoned contended speculated hinted intimated insinuated quoted recited commented comments
    proclaimed pronounced informed reported related recounted stated states specified added adds
    volunteered offered proposed ventured hazarded queried questioned quavered queried interrogated
    apostrophized soliloquized philosophized moralized sneered scoffed jeered taunted mocked teased joked
    jested quipped crowed gushed cooed purred prattled babbled chattered gabbled blurted spluttered
    sputtered gulped rasped grunted grunts grunted whined whimpered blubbered howled hollered hallooed
    boomed trumpeted piped chirped chirruped twittered intoned chanted counselled counseled admonished
    reproved rebuked reprimanded scolded chided upbraided expostulated remonstrated reassured soothed
    comforted consoled coaxed wheedled prompted reminded corrected amended apologized apologised lamented
    complained deplored mourned regretted marvelled marveled pondered mused muses reflected thought
    concluded predicted prophesied summed resumed resumes repeated repeats reiterated echoed echoes
    parried countered riposted challenged dared threatened thanked greeted hailed saluted welcomed
    complimented congratulated teased uttered spoke speaks quoth pursued proceeded supplemented
    articulated enunciated vociferated clamoured clamored chorused ordained dictated rapped drawled
    began begins continued continues deadpanned giggled tittered snickered sniggered cackled`),
  softVerbs: wordSet(`
    returned returns continued continues went goes began begins put puts broke burst struck cut chimed
    laughed laughs smiled smiles sighed sighs nodded nods grinned chuckled chuckles beamed frowned sniffed
    snorted shrugged smirked winced breathed breathes rang came threw flung shot finished ended
    commenced started tried managed wondered wonders noted notes read reads sang sings prayed allowed
    guessed supposed reckoned opined considered decided promised promises guaranteed confirmed approved
    denied disagreed called calls mentioned pointed pressed prodded persuaded accused charged acceded accorded
    acquiesced appealed applauded got gave let blustered fumed raged stormed exploded fired flashed
    gibed grated ground jerked mouthed signed wrote writes wept hiccoughed coughed yawned shivered
    shuddered trembled bristled bridled blinked choked cleared
    turned`),
  participles: wordSet(`
    saying crying exclaiming asking replying answering whispering shouting calling remarking adding
    murmuring muttering declaring repeating observing demanding inquiring screaming yelling explaining`),
  openVerb: /ed$/,
  particles: wordSet('on in out up back back aloud forth off over along again'),
  auxiliaries: wordSet(
    'had has have would could did do does will was were is then now only just also at last and thus',
  ),
  adverbs: wordSet(`
    again aloud then at last once now here there presently too also back hoarsely first next finally
    thereupon hereupon soon just only even still quite very rather somewhat almost never ever always often
    meanwhile instead indeed however later forth together alone afterwards straightway immediately`),
  adverbEnding: /\p{Ll}{2}ly$/u,
  notAdverbs: wordSet(`
    elderly lovely lonely ugly friendly burly kindly silly curly portly stately homely ghostly sickly holy
    early likely daily deadly lively manly motherly fatherly scholarly surly jolly wily family only costly
    goodly princely queenly saintly slovenly ungainly unseemly comely`),
  placeWords: wordSet(`
    street road lane square house hall park river sea castle church city town county lake mount island
    bridge abbey inn hotel square court gardens avenue valley bay terrace station hill hills mines`),
  toWhom: wordSet('to'),
  vagueNouns: wordSet('voice voices one ones other others somebody person'),
  pronouns: {
    he: 'he',
    she: 'she',
    i: 'narrator',
    they: 'group',
    we: 'group',
    both: 'group',
    all: 'group',
    everybody: 'group',
    everyone: 'group',
    you: 'any',
    it: 'group',
    who: 'any',
    somebody: 'any',
    someone: 'any',
    nobody: 'any',
    one: 'group',
  },
  genderSigns: {
    he: 'he',
    him: 'he',
    his: 'he',
    himself: 'he',
    she: 'she',
    her: 'she',
    hers: 'she',
    herself: 'she',
  },
  articles: wordSet('the a an this that another one each every some any no'),
  possessives: {
    my: 'narrator',
    our: 'narrator',
    his: 'other',
    her: 'other',
    their: 'other',
    your: 'other',
  },
  titles: {
    mr: 'he',
    mister: 'he',
    master: 'he',
    messrs: 'he',
    mrs: 'she',
    missus: 'she',
    ms: 'she',
    miss: 'she',
    mistress: 'she',
    sir: 'he',
    lord: 'he',
    lady: 'she',
    dame: 'she',
    madam: 'she',
    madame: 'she',
    mme: 'she',
    mademoiselle: 'she',
    mlle: 'she',
    monsieur: 'he',
    m: 'he',
    herr: 'he',
    frau: 'she',
    fraulein: 'she',
    fräulein: 'she',
    signor: 'he',
    signora: 'she',
    signorina: 'she',
    don: 'he',
    doña: 'she',
    dona: 'she',
    señor: 'he',
    señora: 'she',
    king: 'he',
    queen: 'she',
    prince: 'he',
    princess: 'she',
    duke: 'he',
    duchess: 'she',
    count: 'he',
    countess: 'she',
    baron: 'he',
    baroness: 'she',
    earl: 'he',
    squire: 'he',
    uncle: 'he',
    aunt: 'she',
    auntie: 'she',
    cousin: null,
    brother: 'he',
    sister: 'she',
    father: 'he',
    mother: 'she',
    granny: 'she',
    dr: null,
    doctor: null,
    prof: null,
    professor: null,
    captain: 'he',
    capt: 'he',
    colonel: 'he',
    col: 'he',
    major: 'he',
    general: 'he',
    gen: 'he',
    lieutenant: 'he',
    lieut: 'he',
    lt: 'he',
    sergeant: 'he',
    corporal: 'he',
    admiral: 'he',
    commander: 'he',
    inspector: null,
    detective: null,
    constable: 'he',
    sheriff: 'he',
    judge: null,
    justice: null,
    rev: 'he',
    reverend: 'he',
    bishop: 'he',
    deacon: 'he',
    parson: 'he',
    president: null,
    governor: 'he',
    senator: null,
    nurse: 'she',
    st: null,
    saint: null,
  },
  nouns: {
    he: wordSet(`
      man gentleman boy lad fellow chap father uncle brother son husband grandfather nephew widower king
      prince duke count baron earl lord squire captain colonel major general lieutenant sergeant corporal
      admiral soldier sailor priest parson vicar clergyman curate rector bishop friar monk butler footman
      valet groom coachman cabman driver policeman constable landlord innkeeper host waiter postman
      fisherman farmer blacksmith carpenter huntsman boatman foreman salesman clerk auctioneer sheriff
      papa dad daddy sir master bridegroom bachelor baronet monsieur emperor knight wizard
      saloon-keeper frenchman englishman irishman scotchman scotsman welshman dutchman lawyer barrister
      attorney schoolmaster headmaster schoolboy stepfather father-in-law brother-in-law son-in-law
      grandson godfather youth youngster urchin guardsman trooper`),
    she: wordSet(`
      woman lady girl lass maid maiden mother aunt sister daughter wife grandmother niece widow queen
      princess duchess countess baroness housekeeper governess nurse landlady hostess waitress mistress
      spinster matron dame mamma mama mum mummy bride maidservant milkmaid seamstress laundress
      charwoman washerwoman nun abbess witch fairy schoolmistress schoolgirl stepmother mother-in-law
      sister-in-law daughter-in-law granddaughter godmother goodwife actress heroine heiress empress
      dressmaker lady's-maid`),
  },
  kinNouns: wordSet(`
    father mother brother sister wife husband uncle aunt cousin son daughter grandmother grandfather
    grandson granddaughter nephew niece father-in-law mother-in-law brother-in-law sister-in-law
    son-in-law daughter-in-law stepfather stepmother godfather godmother papa mamma mama dad daddy mum
    mummy master mistress governess nurse`),
  epithets: wordSet(
    'poor old young little dear good honest big great fat brave gentle gallant worthy kind sweet pretty the',
  ),
  notNames: wordSet(`
    i a an the this that these those he she it they we you his her its their our my your him them us me
    and but or so yet nor for if then than when while as because though although since until till
    unless whether where why how what which who whom whose whoever whatever
    in on at by with from to of off up down out over under into upon about after before behind between
    among against through during without within along across around above below near like except
    not no yes oh ah alas well aye ay nay hush hullo hallo hello good-bye goodbye please pray hey eh
    there here now once again never always often sometimes soon still just only even also too very quite
    rather almost perhaps maybe indeed however meanwhile presently suddenly instantly immediately finally
    first second third last next one two three four five six seven eight nine ten both all each every
    some any many much more most few several other others another such same own
    somebody someone something anybody anyone anything everybody everyone everything nobody nothing none
    be is are was were been being am do does did done have has had having will would shall should can
    could may might must let go come look see take get
    monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december christmas easter
    god lord heaven heavens providence hell chapter book part volume mr mrs english french german
    spanish italian american british
    sir madam ma'am mademoiselle monsieur gentlemen ladies
    having seeing being thus hence therefore whereupon thereupon hereupon besides moreover nevertheless
    beside despite upon toward towards till ere such
    voices people men women children girls boys`),
  nameLinks: wordSet("de la le du des van von der den da di del della o' af ter st"),
  conjunctions: wordSet(
    'and but or nor so yet as when while if because that than who which though',
  ),
  prepositions: wordSet(`
    to in with from at as after without over under through by on of into for upon before like behind
    between beside across toward towards about around against during near amid among beneath beyond off
    out up down past`),
  dropsSubject: false,
  capitalNouns: false,
  insideTags: false,
  dashOpens: false,
}
