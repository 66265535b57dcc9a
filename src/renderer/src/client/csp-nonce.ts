// The nonce that the door put into the page, for libraries that bring a style sheet of their own.

export const cspNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
