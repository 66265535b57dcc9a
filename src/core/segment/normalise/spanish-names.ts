// Names of Spanish sovereigns and popes, and the things that are counted with Roman numbers. A data table.

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

/** In small letters. Up to ten they are ordinals: Felipe segundo, Alfonso décimo; then Alfonso trece. */
export const kings = set(
  `felipe carlos alfonso fernando enrique juan pedro sancho ramiro ordoño bermudo garcía jaime martín
  luis francisco napoleón jorge eduardo guillermo jacobo ricardo federico maximiliano leopoldo rodolfo
  josé alberto pablo pío león gregorio inocencio clemente benedicto urbano sixto bonifacio alejandro
  nicolás adriano julio marcelo calixto celestino esteban víctor eugenio amadeo humberto manuel
  sebastián juan-pablo ramsés tutmosis amenofis ptolomeo antíoco darío jerjes artajerjes ciro
  constantino teodosio valentiniano justiniano basilio miguel alejo balduino raimundo ramón berenguer
  teobaldo gustavo cristián óscar harald haakon olaf iván boris mohamed muhammad abderramán hixem
  alhakén solimán selim murad mehmet mahoma hassan yusuf ismail otón conrado lotario clodoveo dagoberto
  pipino carlomán segismundo casimiro ladislao matías guillén fruela mauregato vermudo wamba recaredo
  sisebuto leovigildo rodrigo borrell wifredo gastón agustín pascual silvestre anastasio honorio
  anacleto dionisio hierón lisímaco seleuco demetrio mitrídates nabucodonosor sargón moctezuma
  moctezuma hugo roberto balduíno simón rainiero raniero faruk faysal hussein abdalá`,
)
export const queens = set(
  `isabel catalina maría juana cristina margarita ana leonor berenguela urraca cleopatra berenice
  arsínoe blanca beatriz sofía guillermina petronila constanza`,
)

/** `capítulo IV`, and what `I` is behind them. */
export const numberedThings: Readonly<Record<string, string>> = {
  capítulo: 'primero',
  capitulo: 'primero',
  cap: 'primero',
  libro: 'primero',
  tomo: 'primero',
  acto: 'primero',
  canto: 'primero',
  artículo: 'primero',
  título: 'primero',
  cuadro: 'primero',
  tratado: 'primero',
  párrafo: 'primero',
  soneto: 'uno',
  salmo: 'uno',
  volumen: 'uno',
  episodio: 'uno',
  número: 'uno',
  apéndice: 'uno',
  anexo: 'uno',
  cuaderno: 'uno',
  escena: 'primera',
  parte: 'primera',
  sección: 'primera',
  jornada: 'primera',
  lección: 'primera',
  carta: 'primera',
  égloga: 'primera',
  elegía: 'primera',
  oda: 'primera',
  epístola: 'primera',
  rima: 'primera',
  estrofa: 'primera',
  sonata: 'uno',
  lámina: 'uno',
  figura: 'uno',
  fase: 'uno',
  página: 'uno',
  páginas: 'uno',
  capítulos: 'primero',
  libros: 'primero',
  tomos: 'primero',
  actos: 'primero',
  escenas: 'primera',
  cantos: 'primero',
  volúmenes: 'uno',
  partes: 'primera',
  artículos: 'primero',
  tipo: 'uno',
  nivel: 'uno',
  opus: 'uno',
  vaticano: 'uno',
  guerra: 'uno',
  apolo: 'uno',
  mundial: 'uno',
}
