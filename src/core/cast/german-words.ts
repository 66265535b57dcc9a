// German words by which speakers are found. A data table.
import { wordSet, type CastWords } from './cast-words.ts'

export const germanWords: CastWords = {
  verbs: wordSet(`
    sagte sagt gesagt fragte fragt gefragt rief ruft gerufen antwortete antwortet erwiderte erwidert
    entgegnete entgegnet versetzte flüsterte flüstert schrie schreit brüllte murmelte murmelt brummte
    brummt knurrte stammelte stotterte keuchte stöhnte seufzte jammerte klagte schluchzte meinte meint
    bemerkte bemerkt erklärte erklärt behauptete beteuerte bestätigte versicherte verkündete berichtete
    erzählte erkundigte wollte wiederholte wiederholt ergänzte wandte warf unterbrach bat bittet bettelte
    flehte befahl befiehlt gebot forderte verlangte drängte mahnte warnte drohte schimpfte fluchte zischte
    fauchte raunte hauchte wisperte lallte krächzte kreischte quietschte piepste grollte polterte donnerte
    höhnte spottete spöttelte scherzte witzelte lobte tadelte tröstete beruhigte ermahnte belehrte
    korrigierte verbesserte gestand gab räumte widersprach protestierte stimmte pflichtete bejahte
    verneinte grüßte begrüßte dankte wünschte schlug riet vermutete überlegte dachte sprach spricht redete
    äußerte begann hob fuhr setzte schloss schloß endete rief`),
  softVerbs: wordSet(`
    lachte lächelte grinste kicherte nickte gähnte schnaubte hustete schnaufte strahlte las sang betete
    fand glaubte hoffte wunderte staunte ging kam machte`),
  participles: wordSet(`
    sagend fragend rufend flüsternd murmelnd`),
  openVerb: null,
  particles: wordSet('er sich fort ein aus auf zu nach hinzu an zurück dazwischen wieder'),
  auxiliaries: wordSet('hatte hat dann nun da aber auch darauf schließlich endlich'),
  adverbs: wordSet(`
    dann nun da darauf endlich schließlich leise laut ruhig schnell langsam wieder plötzlich sofort gleich
    freundlich ernst lächelnd lachend wütend traurig zögernd barsch kalt heiser müde heiter fröhlich
    ärgerlich verlegen erstaunt erschrocken überrascht scharf sanft streng noch auch jetzt hierauf einfach
    nur nachdenklich kopfschüttelnd erfreut empört`),
  adverbEnding: /(?:end|lich|ig|isch|voll|los|sam)$/u,
  notAdverbs: wordSet(''),
  placeWords: wordSet('straße strasse platz gasse schloss'),
  toWhom: wordSet('zu'),
  vagueNouns: wordSet('stimme stimmen andere anderer anderen'),
  pronouns: {
    er: 'he',
    sie: 'she',
    ich: 'narrator',
    wir: 'group',
    beide: 'group',
    alle: 'group',
    es: 'any',
    man: 'any',
    jemand: 'any',
    niemand: 'any',
    einer: 'any',
  },
  genderSigns: {
    er: 'he',
    ihm: 'he',
    ihn: 'he',
    sein: 'he',
    seine: 'he',
    seinen: 'he',
    seinem: 'he',
    seiner: 'he',
    sie: 'she',
    ihr: 'she',
    ihre: 'she',
    ihren: 'she',
    ihrem: 'she',
    ihrer: 'she',
  },
  articles: wordSet('der die das ein eine dieser diese dieses jener jene jenes'),
  possessives: {
    mein: 'narrator',
    meine: 'narrator',
    unser: 'narrator',
    unsere: 'narrator',
    sein: 'other',
    seine: 'other',
    ihr: 'other',
    ihre: 'other',
  },
  titles: {
    herr: 'he',
    herrn: 'he',
    frau: 'she',
    fräulein: 'she',
    hr: 'he',
    fr: 'she',
    frl: 'she',
    doktor: null,
    dr: null,
    prof: null,
    professor: null,
    graf: 'he',
    gräfin: 'she',
    fürst: 'he',
    fürstin: 'she',
    prinz: 'he',
    prinzessin: 'she',
    könig: 'he',
    königin: 'she',
    baron: 'he',
    baronin: 'she',
    freiherr: 'he',
    onkel: 'he',
    tante: 'she',
    vetter: 'he',
    bruder: 'he',
    schwester: 'she',
    kapitän: 'he',
    hauptmann: 'he',
    leutnant: 'he',
    oberst: 'he',
    major: 'he',
    general: 'he',
    kommissar: 'he',
    kommissarin: 'she',
    inspektor: 'he',
    meister: 'he',
    pater: 'he',
    pfarrer: 'he',
    lord: 'he',
    lady: 'she',
    sir: 'he',
    mister: 'he',
    mr: 'he',
    mrs: 'she',
    miss: 'she',
  },
  nouns: {
    he: wordSet(`
      mann herr junge bub knabe bursche kerl vater onkel bruder sohn gatte ehemann großvater neffe vetter
      könig prinz graf fürst baron kapitän hauptmann leutnant oberst general soldat matrose priester
      pfarrer mönch diener kutscher fahrer polizist wachtmeister wirt kellner bote fischer bauer schmied
      jäger lehrer arzt doktor alte prokurist kommissar inspektor meister gast fremde greis richter
      schneider müller wanderer ritter zauberer zimmerherr student freund nachbar`),
    she: wordSet(`
      frau dame mutter tante schwester tochter gattin ehefrau großmutter nichte witwe königin prinzessin
      gräfin fürstin baronin haushälterin wirtin kellnerin lehrerin ärztin magd köchin amme hexe fee
      bäuerin nonne freundin nachbarin bedienerin kommissarin braut`),
  },
  kinNouns: wordSet(`
    vater mutter bruder schwester frau mann gatte gattin onkel tante vetter cousin cousine kusine base
    sohn tochter großvater großmutter neffe nichte schwager schwägerin schwiegervater schwiegermutter
    papa mama stiefvater stiefmutter herr herrin amme`),
  epithets: wordSet(
    'arme armer alte alter kleine kleiner gute guter liebe lieber junge junger der die das',
  ),
  notNames: wordSet(`
    ich du er sie es wir ihr der die das den dem des ein eine einen einem einer eines und aber oder denn
    doch so als wenn weil dass daß ob wie was wer wo warum wann wohin woher da dann nun hier dort ja nein
    nicht noch nur auch schon jetzt ach oh nichts niemand jemand alle alles jeder jede man mein meine sein
    seine ihre unser in im am an auf aus bei mit von vom zu zum zur für um über unter durch nach vor
    hinter neben zwischen ohne gegen seit bis gott himmel herrgott montag dienstag mittwoch donnerstag
    freitag samstag sonntag januar februar märz april mai juni juli august september oktober november
    dezember kapitel plötzlich endlich schließlich vielleicht natürlich gewiss gewiß gut na also stimme
    keiner keine einer beide sich mehr sehr wieder`),
  nameLinks: wordSet('von van der zu zum de la'),
  conjunctions: wordSet('und aber oder denn doch als wenn weil dass daß während indem ob'),
  prepositions: wordSet(`
    in im an am auf aus bei mit von vom zu zum zur für um über unter durch nach vor hinter neben zwischen
    ohne gegen seit bis`),
  dropsSubject: false,
  capitalNouns: true,
  insideTags: false,
  dashOpens: false,
}
