// Makes the icons of resources/icons from icon.svg. Run by hand when the drawing changes.
import './guard.js'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { provideBrowser } from './browser.js'
import { root } from './places.js'
import { runQuietly } from './run.js'
import { sayOnStdout } from './setup.js'

const icons = join(root, 'resources', 'icons')
const svg = readFileSync(join(icons, 'icon.svg'), 'utf8')
const browser = await provideBrowser(sayOnStdout)
const folder = mkdtempSync(join(tmpdir(), 'lectern-icons-'))

/** Draws the icon on a canvas of each size; the page's own text is how the PNGs come out.
 * @param {readonly number[]} sizes
 * @returns {Promise<Map<number, Buffer>>} */
async function draw(sizes) {
  const page = join(folder, 'icons.html')
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
  writeFileSync(
    page,
    `<!doctype html><title>icons</title><script>
      const image = new Image()
      image.onload = () => {
        for (const size of ${JSON.stringify(sizes)}) {
          const canvas = document.createElement('canvas')
          canvas.width = canvas.height = size
          const context = canvas.getContext('2d')
          context.imageSmoothingQuality = 'high'
          context.drawImage(image, 0, 0, size, size)
          const line = document.createElement('p')
          line.textContent = size + ':' + canvas.toDataURL('image/png')
          document.body.append(line)
        }
      }
      image.src = '${source}'
    </script><body>`,
  )
  const { code, output } = await runQuietly(browser, [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--virtual-time-budget=10000',
    '--dump-dom',
    page,
  ])
  if (code !== 0) throw new Error(output)
  const found = [...output.matchAll(/<p>(\d+):data:image\/png;base64,([^<]+)</g)]
  return new Map(found.map(([, size, data]) => [Number(size), Buffer.from(data ?? '', 'base64')]))
}

/** An ICO holds PNGs behind a table of 16-byte entries.
 * @param {{ size: number, png: Buffer }[]} images */
function ico(images) {
  const header = Buffer.alloc(6 + 16 * images.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(images.length, 4)
  let offset = header.length
  images.forEach(({ size, png }, index) => {
    const at = 6 + 16 * index
    // 0 stands for 256.
    header.writeUInt8(size % 256, at)
    header.writeUInt8(size % 256, at + 1)
    header.writeUInt16LE(1, at + 4)
    header.writeUInt16LE(32, at + 6)
    header.writeUInt32LE(png.length, at + 8)
    header.writeUInt32LE(offset, at + 12)
    offset += png.length
  })
  return Buffer.concat([header, ...images.map(({ png }) => png)])
}

/** An ICNS holds PNGs, each behind its type and length.
 * @param {{ type: string, png: Buffer }[]} images */
function icns(images) {
  const blocks = images.flatMap(({ type, png }) => [block(type, png.length + 8), png])
  const length = blocks.reduce((total, part) => total + part.length, 8)
  return Buffer.concat([block('icns', length), ...blocks])
}

/** @param {string} type
 * @param {number} length */
function block(type, length) {
  const header = Buffer.alloc(8)
  header.write(type, 'latin1')
  header.writeUInt32BE(length, 4)
  return header
}

const drawn = await draw([16, 32, 48, 64, 128, 256, 512])

/** @param {number} size */
function png(size) {
  const image = drawn.get(size)
  if (image === undefined) throw new Error(`the browser drew no icon of ${size} pixels`)
  return image
}

writeFileSync(join(icons, 'icon.png'), png(512))
writeFileSync(join(icons, 'drag.png'), png(64))
writeFileSync(
  join(icons, 'icon.ico'),
  ico([16, 32, 48, 64, 128, 256].map((size) => ({ size, png: png(size) }))),
)
const macTypes = { icp4: 16, icp5: 32, icp6: 64, ic07: 128, ic08: 256, ic09: 512 }
writeFileSync(
  join(icons, 'icon.icns'),
  icns(Object.entries(macTypes).map(([type, size]) => ({ type, png: png(size) }))),
)
rmSync(folder, { recursive: true, force: true })
