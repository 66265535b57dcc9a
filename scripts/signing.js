// What signing and notarising ask of the environment, by electron-builder's own names, and what of it is missing.

/** @typedef {{ deed: string, ways: string[][] }} Need Any one of the ways will do. */
/** @type {Partial<Record<NodeJS.Platform, Need[]>>} */
const needs = {
  darwin: [
    { deed: 'signed', ways: [['CSC_LINK', 'CSC_KEY_PASSWORD'], ['CSC_NAME']] },
    {
      deed: 'notarised',
      ways: [
        ['APPLE_ID', 'APPLE_APP_SPECIFIC_PASSWORD', 'APPLE_TEAM_ID'],
        ['APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'],
      ],
    },
  ],
  win32: [
    {
      deed: 'signed',
      ways: [
        ['WIN_CSC_LINK', 'WIN_CSC_KEY_PASSWORD'],
        ['CSC_LINK', 'CSC_KEY_PASSWORD'],
      ],
    },
  ],
}

/** One line for each deed that will be left out, with what is missing. Linux signs nothing.
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env */
export function missingForSigning(platform, env) {
  return (needs[platform] ?? []).flatMap(({ deed, ways }) => {
    const missing = ways.map((names) => names.filter((name) => !env[name]))
    if (missing.some((names) => names.length === 0)) return []
    return [`Not ${deed}: ${missing.map((names) => names.join(', ')).join(' or ')} not set.`]
  })
}

/** The environment without names that are set to nothing, as a workflow sets secrets that it does not have:
 * electron-builder would take an empty CSC_LINK for a certificate.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv} */
export const withoutEmpty = (env) =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
