// The file of notices that a package brings, as scripts/notices.js writes it beside the archive; a test holds them equal.
export const noticesName = 'third-party-notices.txt'
