// What a person searches lists by: words in any order.

/** Without case and accents, as people write when they search; a line's end or a low dash is a space. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[_\s]+/g, ' ')

/** Whether every word of the search is somewhere in a text. */
export function textSearch(search: string): (text: string) => boolean {
  const wanted = plain(search).split(' ').filter(Boolean)
  return (text) => {
    const said = plain(text)
    return wanted.every((word) => said.includes(word))
  }
}
