// Where a package looks for updates: by LECTERN_UPDATE_URL and LECTERN_UPDATE_CHANNEL; without them, nowhere.
import { notesOf } from './changelog.js'

const channels = ['latest', 'beta', 'alpha']

/** The channel of a version like 1.2.0-beta.1, which whoever has it follows.
 * @param {string} version */
export function channelOf(version) {
  const [, name = ''] = /-([a-z]+)/.exec(version) ?? []
  return channels.includes(name) ? name : 'latest'
}

/** The words that tell electron-builder of the feed, and the feed of what is new; none where there is none. Throws on
 * a wrong address, and where CHANGELOG.md says nothing of the version.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} version
 * @returns {string[]} */
export function feedWords(env, version) {
  const address = env['LECTERN_UPDATE_URL']
  if (!address) return []
  const channel = env['LECTERN_UPDATE_CHANNEL'] || channelOf(version)
  if (!URL.canParse(address) || new URL(address).protocol !== 'https:')
    throw new Error(`LECTERN_UPDATE_URL is no https address: ${address}`)
  if (!channels.includes(channel))
    throw new Error(`LECTERN_UPDATE_CHANNEL is one of ${channels.join(', ')}, not ${channel}`)
  return [
    '-c.publish.provider=generic',
    `-c.publish.url=${address}`,
    `-c.publish.channel=${channel}`,
    `-c.releaseInfo.releaseNotes=${notesOf(version)}`,
  ]
}
