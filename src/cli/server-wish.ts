// The options that name a speech server by its addresses.
import { fail } from '../core/base/failure-error.ts'
import { environment } from '../io/environment.ts'
import { addressesOf, type ServerWish } from '../io/speech/server/find-or-add.ts'

/**
 * Null where no server is named. Asks nobody. Fails with `address-refused`, and with `option-invalid`
 * for a model of no server.
 */
export function serverWish(values: {
  server?: string[] | undefined
  model?: string | undefined
  'allow-plain'?: boolean | undefined
}): ServerWish | null {
  const { server, model } = values
  const base = environment('OPENAI_BASE_URL')
  // The environment's server has one model; another one of it is another server.
  const addresses = server ?? (model !== undefined && base !== null ? [base] : [])
  if (addresses.length === 0) {
    if (model !== undefined) throw fail('option-invalid', { option: '--server', value: '' })
    return null
  }
  const key = environment('OPENAI_API_KEY') ?? undefined
  const wish = { addresses, model, key, allowPlain: values['allow-plain'] ?? false }
  addressesOf(wish)
  return wish
}
