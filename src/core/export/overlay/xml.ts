// Words in XML: escaped, and without what no XML may hold.

/** For text and for attribute values. */
export const escaped = (text: string): string =>
  text
    // eslint-disable-next-line no-control-regex -- they are what must go
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .toWellFormed()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

export const xmlHead = '<?xml version="1.0" encoding="UTF-8"?>\n'
