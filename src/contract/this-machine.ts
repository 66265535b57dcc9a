// Which hosts are this machine, so that nothing that is sent to them travels.

/** `host`: as an address has it, without a port; that of IPv6 in brackets. */
export function isThisMachine(host: string): boolean {
  const name = host.toLowerCase()
  return (
    name === 'localhost' ||
    name.endsWith('.localhost') ||
    name === '[::1]' ||
    /^127\.\d+\.\d+\.\d+$/.test(name)
  )
}
