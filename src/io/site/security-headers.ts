// The headers every answer of the site carries, in every door.

/**
 * What the page may load: its own origin and nothing else. In development also what Vite puts into
 * the page by itself, and its own port for hot reload.
 */
export function contentSecurityPolicy(nonce: string, development: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'self'${development ? " 'unsafe-inline'" : ''}`,
    // wavesurfer.js puts a <style> into its shadow root; it carries the nonce.
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    `connect-src 'self'${development ? ' ws://localhost:* ws://127.0.0.1:*' : ''}`,
    "font-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** For answers that are no page: opened on their own they may do nothing. */
const inertPolicy = "default-src 'none'; frame-ancestors 'none'"

/** Sets what is not set yet. */
export function secure(response: Response): Response {
  const { headers } = response
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', inertPolicy)
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
  headers.set('x-content-type-options', 'nosniff')
  headers.set('referrer-policy', 'no-referrer')
  headers.set('cross-origin-opener-policy', 'same-origin')
  headers.set('cross-origin-resource-policy', 'same-origin')
  return response
}
