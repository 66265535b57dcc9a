// Initials and words in capitals in German: J. W. Goethe, DDR, DAS ENDE.
import type { Rewrite } from '../apply-rewrites.ts'
import { sayCapitals, type CapitalWords } from './capitals.ts'
import { germanSentenceEnd } from './german-sentence-end.ts'
import { sayInitials } from './initials.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

const known: CapitalWords = {
  spelled:
    set(`BRD DDR USA EU EG EWG UN UK CDU CSU SPD FDP KPD PDS AFD NPD NSDAP SS SA SD HJ BDM KZ ARD ZDF
    WDR NDR BBC CNN FBI CIA KGB BND BKA LKA GSG BMW VW GM IBM DNA DNS HIV PKW LKW WC TV CD DVD PC PS EDV
    AG KG OHG ADAC DRK DGB IG ICE IC DM RM UKW LP WG VIP UFO EKG CT MRT DB OP ID
    EKD VHS PLZ GPS SMS USB HTML URL KI CEO EZB IWF WHO ZK UDSSR DJ`),
  words: set(
    'NATO UNO NASA AIDS UNESCO UNICEF OPEC GAU GESTAPO STASI FIFA UEFA TÜV DIN SCHUFA ELSTER',
  ),
  sounds: set('PST PSST HM HMM HMMM BRR BRRR PFF ST SCH SCHT GRR TSS MM MMM PFT KSCH'),
  plain:
    set(`DER DIE DAS DEN DEM DES EIN EINE EINEN EINEM EINER EINES UND ODER ABER NICHT NEIN JA NIE NUR
    SO WO WIE WER WAS WEN WEM ICH DU ER SIE ES WIR IHR MICH DICH SICH UNS EUCH MIR DIR IHM IHN IHNEN IN
    IM AN AM AUF AUS BEI MIT NACH VON VOM VOR ZU ZUM ZUR UM FÜR BIS OB WENN WEIL ALS DANN DA DORT HIER
    JETZT NUN NOCH SCHON AUCH SEHR GANZ ALLE ALLES MEHR VIEL KEIN KEINE MEIN MEINE DEIN DEINE SEIN SEINE
    IST SIND WAR BIN BIST HAT HAST HABE MUSS SOLL WILL KANN DARF TUT GEH KOMM HALT STOP RAUS LOS ENDE
    BUCH TEIL BAND AKT GOTT HERR FRAU MANN KIND TOD ZEIT WELT TAG WEG NEU ALT GUT ACH OH AH HE NA ÜBER
    UNTER OHNE GEGEN DURCH EINS ZWEI DREI VIER FÜNF SECHS ACHT NEUN ZEHN ELF DOCH WOHL ERST IMMER NICHTS
    FEUER HILFE RUHE AUA HEY TÜR HAUS HAND HERZ NAME LEBEN DIESE DIESER DIESES JENE WARUM WOHIN WOHER
    BILD BERG DORF HOF HUND LAND LIED MEER MOND NACHT NOT RAT ROT STADT STEIN TOR TAT UHR WALD WIND WORT`),
  ambiguous: set('PS UN IG IC OP'),
}
const mayEnd =
  /(?<!\p{L})(?:Plan|Vitamin|Klasse|Punkt|Teil|Abteilung|Buchstabe|Block|Haus|Typ|Gruppe|Familie|Herr|Frau|und|oder)\s$/u

export const sayGermanInitials = (text: string): Rewrite[] =>
  sayInitials(text, germanSentenceEnd, mayEnd)

export const sayGermanCapitals = (text: string): Rewrite[] => sayCapitals(text, known)
