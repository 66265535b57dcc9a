// What electron-updater, Chromium's network, Node and Squirrel say went wrong with an update, as failures with a cure.
import { failure, FailureError, failureOf } from '../core/base/failure-error.ts'
import type { Failure } from '../contract/index.ts'

/** `text` of the code and the message; the first that fits tells. */
const tables: readonly [RegExp, Failure['code']][] = [
  [/\bERR_CHECKSUM_MISMATCH\b/, 'update-damaged'],
  [/\bERR_UPDATER_INVALID_SIGNATURE\b/, 'update-untrusted'],
  // Squirrel, of a copy that is not signed, or whose new version is not signed by the same.
  [/code signature/i, 'update-by-hand'],
  // Certificates are for whoever runs the server to mend.
  [/\bERR_CERT_|\bCERT_|self.signed|ERR_TLS|ERR_SSL/i, 'update-feed-wrong'],
  [
    /\b(ECONN\w+|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EPIPE|ENETUNREACH|EHOSTUNREACH)\b|net::ERR_|timed out|\babort/i,
    'update-unreachable',
  ],
  [/\bHTTP_ERROR_|\bERR_UPDATER_|Cannot download|Maximum allowed size/, 'update-feed-wrong'],
]

/** `folder`: where new versions are written. What nobody expected stays so, and is logged whole. */
export function updateFailure(error: unknown, folder: string): FailureError {
  if (error instanceof FailureError) return error
  const { code = '', message } = Object.assign(
    { message: String(error) },
    error instanceof Error
      ? { code: (error as { code?: unknown }).code, message: error.message }
      : {},
  ) as { code?: unknown; message: string }
  const text = `${String(code)} ${message}`
  if (/\bENOSPC\b/.test(text)) return new FailureError(failure('disk-full', { folder }))
  if (/\b(EACCES|EPERM|EROFS)\b/.test(text))
    return new FailureError(failure('folder-not-writable', { folder }))
  const found = tables.find(([pattern]) => pattern.test(text))?.[1]
  return new FailureError(found ? failure(found, {}, text) : failureOf(error))
}
