// Titles that name a part of the book in English, German, French, Spanish, Italian, Portuguese: a table.
import type { Matter } from '../../contract/index.ts'
import { wordKey } from './clean-text.ts'

const rows: [Matter, string][] = [
  [
    'cover',
    'cover, cover page, front cover, back cover, umschlag, einband, couverture, cubierta, portada, copertina, capa',
  ],
  [
    'title-page',
    'title page, titlepage, half title, half title page, halftitlepage, halftitle, title, titel, titelblatt, titelseite, schmutztitel, page de titre, faux titre, portadilla, frontespizio',
  ],
  [
    'imprint',
    'imprint, impressum, publisher, publishers note, mentions légales, pie de imprenta, credits, illustration credits, photo credits, production notes, transcribers note, transcribers notes, transcriber s note, transcriber s notes, anmerkungen zur transkription, note du transcripteur, notas del transcriptor',
  ],
  [
    'copyright',
    'copyright, copyright page, copyright notice, colophon, uncopyright, license, licence, rights, legal notice, kolophon, urheberrecht, lizenz, droits, droits d auteur, créditos, derechos, derechos de autor, aviso legal, the full project gutenberg license, full license, project gutenberg license',
  ],
  [
    'contents',
    'contents, table of contents, the contents, toc, list of illustrations, illustrations, list of figures, list of tables, list of maps, inhalt, inhaltsverzeichnis, inhaltsübersicht, verzeichnis der abbildungen, abbildungsverzeichnis, sommaire, table, table des matières, table des illustrations, liste des illustrations, índice, índice general, tabla de contenido, tabla de contenidos, contenido, contenidos, sumario, indice, indice generale, sommario, sumário, conteúdo, landmarks, chapters',
  ],
  [
    'dedication',
    'dedication, widmung, dédicace, dedicatoria, dedica, dedicatória, epigraph, motto, épigraphe, epígrafe, epigrafe',
  ],
  [
    'preface',
    'preface, foreword, introduction, introductory, prologue, prolog, proem, preamble, authors preface, author s preface, authors note, author s note, acknowledgments, acknowledgements, acknowledgment, translators preface, translator s preface, preface to the first edition, preface to the second edition, introductory note, to the reader, vorwort, geleitwort, einleitung, einführung, vorrede, vorbemerkung, danksagung, préface, avant propos, avertissement, introduction, remerciements, note de l auteur, au lecteur, prólogo, prefacio, introducción, agradecimientos, prefazione, introduzione, prologo, ringraziamenti, prefácio, introdução, agradecimentos',
  ],
  [
    'epilogue',
    'epilogue, epilog, afterword, conclusion, postscript, postface, nachwort, schlusswort, schluß, schluss, épilogue, conclusion, epílogo, conclusión, posfacio, epilogo, conclusione, postfazione, posfácio, conclusão',
  ],
  [
    'notes',
    'notes, note, endnotes, end notes, footnotes, foot notes, explanatory notes, notes on the text, anmerkungen, fußnoten, fussnoten, endnoten, notes de bas de page, notes de fin, notas, notas al pie, notas finales, note a piè di pagina',
  ],
  [
    'bibliography',
    'bibliography, references, works cited, further reading, selected bibliography, sources, literatur, literaturverzeichnis, quellen, quellenverzeichnis, bibliographie, références, bibliografía, referencias, fuentes, bibliografia, riferimenti, referências',
  ],
  [
    'index',
    'index, index of names, index of first lines, general index, glossary, register, personenregister, sachregister, stichwortverzeichnis, namensregister, glossar, index des noms, glossaire, glosario, índice alfabético, índice onomástico, indice analitico, glossario, glossário',
  ],
  [
    'advertisement',
    'also by the author, also by this author, other books by this author, other books by the author, by the same author, books by the same author, works by the same author, about the author, about the authors, about the publisher, newsletter, advertisement, advertisements, more from the author, über den autor, über die autorin, weitere bücher, werbung, anzeigen, vom selben autor, du même auteur, de la même auteure, à propos de l auteur, del mismo autor, sobre el autor, acerca del autor, dello stesso autore, sull autore, do mesmo autor, sobre o autor',
  ],
]

const byKey = new Map<string, Matter>(
  rows.flatMap(([matter, words]) =>
    words.split(', ').map((word): [string, Matter] => [wordKey(word), matter]),
  ),
)

const openings: [RegExp, Matter][] = [
  [
    /^(?:the\s+)?project gutenberg(?:['’]s|tm|™)?\b.{0,40}(?:e-?book|e-?text|edition|licen[sc]e)/i,
    'copyright',
  ],
  [/^(?:start|end)\b.{0,20}project gutenberg/i, 'copyright'],
  [/^project gutenberg['’]s\b/i, 'copyright'],
  [/^(?:also|other (?:books|titles|works)|(?:more )?books|titles) by\b/i, 'advertisement'],
  [
    /^(?:prologue|prolog|prólogo|preface|foreword|introduction|vorwort|einleitung|préface)\s*[:.—–-]/i,
    'preface',
  ],
  [/^(?:epilogue|epilog|épilogue|epílogo|afterword|nachwort)\s*[:.—–-]/i, 'epilogue'],
  [/^appendix notes?\b|^notes to (?:chapter|part|book)\b/i, 'notes'],
]

/** What a title says by its words alone; null for any other. */
export function matterOfTitle(title: string): Matter | null {
  const whole = byKey.get(wordKey(title))
  if (whole) return whole
  return openings.find(([pattern]) => pattern.test(title))?.[1] ?? null
}

const files: [RegExp, Matter][] = [
  [/^(?:front-?|back-?)?cover(?:-?page|-?wrapper)?$/, 'cover'],
  [/^(?:half-?)?title-?(?:page)?$|^schmutztitel$|^titelseite$/, 'title-page'],
  [/^imprint$|^impressum$/, 'imprint'],
  [/^(?:un)?copyright(?:-?page)?$|^colophon$|^licen[sc]e$|^pg-(?:header|footer)$/, 'copyright'],
  [/^toc$|^(?:table-?of-?)?contents$|^nav$|^inhalt(?:sverzeichnis)?$|^sommaire$|^loi$/, 'contents'],
  [/^(?:end|foot|rear)?notes$|^fussnoten$|^anmerkungen$/, 'notes'],
  [/^bibliography$|^references$/, 'bibliography'],
  [/^dedication$|^epigraph$|^widmung$/, 'dedication'],
  [
    /^back-?ad$|^ad(?:vert(?:isement)?)?s?$|^also-?by$|^newsletter$|^about-?the-?(?:author|publisher)$/,
    'advertisement',
  ],
]

/** What a file's name or its id in the package says: the last part without extension and numbers. */
export function matterOfFileName(name: string): Matter | null {
  const stem = (name.split('/').pop() ?? '')
    .replace(/(?:\.(?:x?html?|xml|htm))+$/i, '')
    .toLowerCase()
    .replaceAll('_', '-')
    .replace(/^[\d-]+|[\d-]+$/g, '')
  return files.find(([pattern]) => pattern.test(stem))?.[1] ?? null
}
