// Control words of rich text: which are signs, and which begin groups that are not text: tables.

/** Words that stand for a sign. */
export const signWords: Readonly<Record<string, string>> = {
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  tab: ' ',
  zwj: '\u200d',
  zwnj: '\u200c',
}

/** What control signs stand for. */
export const textOfSign: Readonly<Record<string, string>> = {
  '~': '\u00a0',
  _: '\u2011',
  '\\': '\\',
  '{': '{',
  '}': '}',
}

/** Groups whose text is never the book's. */
export const silentGroups: ReadonlySet<string> = new Set(
  (
    'colortbl info pict object header headerl headerr headerf footer footerl footerr footerf xe tc tcn rxe txe ' +
    'bkmkstart bkmkend annotation atnid atnauthor atndate atnref atntime atnicn atnparent template filetbl revtbl ' +
    'listtable listoverridetable listpicture rsidtbl generator datastore themedata latentstyles colorschememapping ' +
    'nonshppict shprslt do mmathPr xmlnstbl wgrffmtfilter pgptbl userprops docvar ftnsep ftnsepc ftncn aftnsep ' +
    'aftnsepc aftncn fontemb fontfile falt panose objdata objclass objname picprop blipuid shpinst nesttableprops ' +
    'operator company subject keywords comment doccomm category manager hlinkbase creatim revtim printim buptim ' +
    'formfield datafield pnseclvl pntxta pntxtb protusertbl background shppict mhtmltag htmltag urtf passwordhash'
  ).split(' '),
)

/** Groups that are read although a program may pass them over. */
export const knownGroups: ReadonlySet<string> = new Set(['ud', 'fldinst', 'shptxt', 'footnote'])
