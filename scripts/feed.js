// Where a package looks for updates: by LECTERN_UPDATE_URL and LECTERN_UPDATE_CHANNEL; without them, nowhere.

const channels = ['latest', 'beta', 'alpha']

/** The words that tell electron-builder of the feed, none where there is none. Throws on a wrong address.
 * @param {NodeJS.ProcessEnv} env
 * @returns {string[]} */
export function feedWords(env) {
  const address = env['LECTERN_UPDATE_URL']
  if (!address) return []
  const channel = env['LECTERN_UPDATE_CHANNEL'] || 'latest'
  if (!URL.canParse(address) || new URL(address).protocol !== 'https:')
    throw new Error(`LECTERN_UPDATE_URL is no https address: ${address}`)
  if (!channels.includes(channel))
    throw new Error(`LECTERN_UPDATE_CHANNEL is one of ${channels.join(', ')}, not ${channel}`)
  return [
    '-c.publish.provider=generic',
    `-c.publish.url=${address}`,
    `-c.publish.channel=${channel}`,
  ]
}
