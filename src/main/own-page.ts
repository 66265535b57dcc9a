// What counts as our own page: decided on the parsed address, never on how a string begins.

/** Standard and secure, so that the page has an origin of its own. */
export const pageScheme = 'lectern'
export const pageHost = 'app'
export const pageAddress = `${pageScheme}://${pageHost}/`

/** Whether an address is our own page or a part of it. */
export function isOwnPage(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, host, username, password } = new URL(address)
  return protocol === `${pageScheme}:` && host === pageHost && username === '' && password === ''
}

/** Where links of the page and the menu may lead, in the person's own browser. */
const externalHosts: ReadonlySet<string> = new Set(['github.com', 'www.gnu.org'])

/** Whether an address may be handed to the system's browser. */
export function mayOpenOutside(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, host } = new URL(address)
  return protocol === 'https:' && externalHosts.has(host)
}
