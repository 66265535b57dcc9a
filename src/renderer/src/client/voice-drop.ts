// Neural voices among the files that a person drops or chooses: which belong together, and what is a book.

import { openedEndings } from '../../../contract/index.ts'

/** A file as the page has it; only its name is looked at. */
type Named = { readonly name: string }

export type VoiceDrop<F extends Named = File> = {
  /** For people, and the name of its folder where it is sent. */
  name: string
  /** What stands for it where files have paths: the folder or the model, beside which the others lie. */
  main: F
  /** What is sent where they have none. */
  files: () => Promise<readonly F[]>
}

export const isModel = ({ name }: Named): boolean => /\.onnx$/i.test(name)
/** A Matcha voice brings the second half of its engine as a model of its own. */
const isVocoder = ({ name }: Named): boolean => /^(vocos|hifigan|vocoder)/i.test(name)
/** What lies beside models, and never is a book. */
const belongs = ({ name }: Named): boolean =>
  /\.(onnx|json|bin|fst|npy)$/i.test(name) ||
  /^(tokens|lexicon[^/]*)\.txt$/i.test(name) ||
  /^(licen[cs]e|model_card|readme|copying)(\.(md|txt))?$/i.test(name)

/**
 * Loose files. Models that each have a description of their own (`NAME.onnx.json`) are a voice each; else
 * everything that can belong to a model is one voice. The rest is books.
 */
export function sortLooseFiles<F extends Named>(
  files: readonly F[],
): { voices: VoiceDrop<F>[]; books: F[] } {
  const models = files.filter(isModel)
  const described = (model: F) => files.find(({ name }) => name === `${model.name}.json`)
  const alone = files.filter(({ name }) => /\.onnx\.json$/i.test(name))
  const [lead = alone[0]] = models.toSorted((a, b) => Number(isVocoder(a)) - Number(isVocoder(b)))
  if (lead === undefined) return { voices: [], books: [...files] }
  const books = files.filter((file) => !belongs(file))
  const name = lead.name.replace(/\.onnx(\.json)?$/i, '')
  if (models.length < 2 || !models.every(described))
    return { voices: [{ name, main: lead, files: async () => files.filter(belongs) }], books }
  const voices = models.map((model) => ({
    name: model.name.replace(/\.onnx$/i, ''),
    main: model,
    files: async () => [model, described(model)].filter((file) => file !== undefined),
  }))
  return { voices, books }
}

/**
 * Files of a chosen folder, by their paths in it (`Folder/model.onnx`): those that lie where its model
 * lies, which is where archives put them, one folder further in. Null: there is no model.
 */
export function voiceOfFolder<F extends Named & { readonly webkitRelativePath: string }>(
  files: readonly F[],
): VoiceDrop<F> | null {
  const folderOf = ({ webkitRelativePath: path }: F) => path.split('/').slice(0, -1)
  const [main] = files
    .filter(isModel)
    .toSorted(
      (a, b) =>
        folderOf(a).length - folderOf(b).length || Number(isVocoder(a)) - Number(isVocoder(b)),
    )
  if (main === undefined) return null
  const place = folderOf(main).join('/')
  const beside = files.filter((file) => folderOf(file).join('/') === place && isWanted(file))
  return { name: folderOf(main).at(-1) ?? main.name, main, files: async () => beside }
}

/** By its name: in a folder nobody has chosen each file. */
export const isBook = ({ name }: Named): boolean =>
  openedEndings.includes(/\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '')

/** Hidden files are the system's own. */
export const isWanted = ({ name }: Named): boolean => !name.startsWith('.')
