// Runs of a page as a reader holds it: turned the way most of its text runs, what is askew left out.
import type { PdfPage, PdfRun } from '../../ports/pdf.ts'

/** One quarter turn back, counter-clockwise: what ran downwards then runs to the right. */
const turnBack = ({ width, height, runs }: PdfPage): PdfPage => ({
  width: height,
  height: width,
  runs: runs.map((run) => ({ ...run, x: run.y, y: width - run.x, turns: (run.turns + 3) % 4 })),
})

/** Text from the top down in columns from the right is the same as lines, turned. */
const layDown = ({ width, height, runs }: PdfPage): PdfPage => ({
  width: height,
  height: width,
  runs: runs.map((run) => ({ ...run, x: run.y, y: width - run.x, vertical: false })),
})

export function upright(page: PdfPage): PdfPage {
  const weights = [0, 0, 0, 0, 0]
  let down = 0
  let all = 0
  for (const { turns, text, vertical } of page.runs) {
    weights[turns] = (weights[turns] ?? 0) + text.length
    all += text.length
    if (vertical) down += text.length
  }
  const most = weights.indexOf(Math.max(...weights))
  let turned = page
  if (most < 4) for (let turn = 0; turn < most; turn++) turned = turnBack(turned)
  if (2 * down > all) turned = layDown(turned)
  const straight = (run: PdfRun) => run.turns === 0 && !run.vertical
  return { ...turned, runs: turned.runs.filter(straight) }
}
