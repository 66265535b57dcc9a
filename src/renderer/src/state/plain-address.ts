// Addresses that are spoken to without protection.
import { isThisMachine } from '../../../contract/this-machine.ts'

/** Whether an address, as it is being written, would be connected to without protection, beyond this machine. */
export function connectsPlainly(address: string): boolean {
  const host = /^(?:redis|http):\/\/(?:[^@/]*@)?(\[[^\]]*\]|[^/:?#]+)/i.exec(address.trim())?.[1]
  return host !== undefined && !isThisMachine(host)
}
