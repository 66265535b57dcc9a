// Gives pdf.js a short way to a page of a flat page tree: its own goes over all pages for each of them.
import { registerHooks } from 'node:module'

const walk = '  async getPageDict(pageIndex) {\n'

/**
 * Many writers list all pages in one node. For each page pdf.js then looks at every entry of that list, and
 * reads every page of the file for the first one: time grows with the square of the pages, and memory with
 * the file. A list as long as it counts pages says where each is; anything else is left to pdf.js.
 */
const shortWay = `
    const listed = await this.toplevelPagesDict.getAsync("Kids");
    const ref = Array.isArray(listed) && listed[pageIndex];
    if (ref instanceof Ref && listed.length === await this.toplevelPagesDict.getAsync("Count")) {
      const page = await this.xref.fetchAsync(ref);
      if (page instanceof Dict && !page.has("Kids")) return [page, ref];
    }
`

/**
 * Loads the worker's module with the short way in it. A release that is written otherwise, and a runtime
 * that lets nobody change what is loaded, leave it as it is: slower, and as right.
 */
export async function withFlatPages<T>(load: () => Promise<T>): Promise<T> {
  const hooks = hooked()
  try {
    return await load()
  } finally {
    hooks?.deregister()
  }
}

function hooked() {
  try {
    return registerHooks({
      load(url, context, nextLoad) {
        const loaded = nextLoad(url, context)
        if (!url.endsWith('/pdf.worker.mjs') || !loaded.source) return loaded
        const source = new TextDecoder().decode(loaded.source as Uint8Array)
        return { ...loaded, source: source.replace(walk, walk + shortWay) }
      },
    })
  } catch {
    return null
  }
}
