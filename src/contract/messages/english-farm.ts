// Sentences of the farm, in English: its settings, its workers, and what a person should change about its Redis.
import { count, plural, tenth } from './english-figures.ts'

export const englishFarm = {
  title: 'Farm',
  text: 'Other computers that speak for this studio.',
  emptyTitle: 'No farm is set',
  emptyText:
    'A farm is a number of computers that share the speaking: on each a worker runs with voices of its own, and all of them meet the studio at one Redis server. Give the address of that server here, and start a worker on every computer that shall help:',
  setUp: 'Set up a farm',
  change: 'Change',
  remove: 'Remove the farm',
  removeTitle: 'Remove the farm?',
  removeText:
    'This studio forgets the address and its password, with the store of takes and its key, and speaks alone. Workers and the takes of others stay as they are.',
  removeYes: 'Remove',
  removeNo: 'Keep it',
  removed: 'The farm was removed.',
  saved: (host: string): string => `The farm at ${host} was saved.`,

  address: 'Address of the Redis server',
  addressHint:
    'redis://, or rediss:// with TLS; with a user where there is one, such as rediss://anna@farm.example:6380.',
  addressWrong: 'Begin with redis:// or rediss://, followed by the server’s name.',
  password: {
    key: 'Password',
    keyKept: {
      keychain: 'A password is kept in the system’s keychain.',
      file: 'A password is kept in a file that only your account can read.',
    },
    keyWillRest: {
      keychain: 'It rests in the system’s keychain and is never shown again.',
      file: 'It rests in a file that only your account can read, and is never shown again.',
    },
    keyReplace: 'Replace it',
    keyForget: 'Forget it',
    keyForgotten: 'The password was forgotten.',
    keyStay: 'Keep the old one',
  },
  allowPlain: 'Allow an unprotected connection',
  allowPlainText:
    'The password, the book’s text and its sound can be read by anyone on the way. Only in a network you trust.',
  speakHere: 'This computer speaks as well',
  speakHereText:
    'Its own voices speak beside the farm, and alone while the farm is away. Switched off, a book waits for the workers.',
  shareTakes: 'Share takes',
  shareTakesHint:
    'What one studio of a team has had spoken, the others need not have spoken, or pay for, again.',
  shares: {
    nowhere: 'With nobody',
    redis: 'In the farm’s Redis server, in its memory',
    store: 'In a store that speaks S3',
  },
  store: {
    title: 'Store of takes',
    address: 'Address of the store',
    addressHint:
      'https://, without the bucket: s3.eu-central-1.amazonaws.com, say, or your own MinIO or Garage.',
    addressWrong: 'Begin with https:// (or http://), followed by the store’s name.',
    bucket: 'Bucket',
    bucketHint: 'It must be there already.',
    bucketWrong: 'Three to 63 small letters, digits, dots and -.',
    accessKeyId: 'Access key ID',
    accessKeyIdWrong: 'Letters, digits and signs, without spaces.',
    region: 'Region',
    regionHint: 'As the store names it: us-east-1, eu-central-1, auto, garage…',
    regionWrong: 'Small letters, digits and -.',
    prefix: 'Prefix of the takes',
    prefixHint: 'Like folders in the bucket. Everybody who is to find the takes has the same.',
    prefixWrong: 'Letters, digits, -, _ and dots, with slashes between; no dot at the beginning.',
    allowPlainText:
      'The sound can be heard by anyone on the way, who can put another in its place. Only in a network you trust.',
    secret: {
      key: 'Secret access key',
      keyKept: {
        keychain: 'A secret access key is kept in the system’s keychain.',
        file: 'A secret access key is kept in a file that only your account can read.',
      },
      keyForgotten: 'The secret access key was forgotten.',
    },
  },
  prefix: 'Prefix of all keys',
  prefixHint:
    'Keeps several farms of one Redis server apart; workers are given the same with --prefix.',
  prefixWrong: 'At most 40 small letters, digits, - and _; a letter or a digit first.',
  save: 'Save',

  state: {
    off: (host: string): string => `The farm at ${host} is left aside in safe mode.`,
    connecting: (host: string): string => `Connecting to ${host}…`,
    connected: (host: string): string => `Connected to ${host}.`,
    away: (host: string): string => `The farm at ${host} is away.`,
  },
  workers: (workers: number, lanes: number): string =>
    `${plural(workers, 'worker', 'workers')} with ${plural(lanes, 'lane', 'lanes')}`,
  noWorkers: 'No worker is there yet. Start one on any computer:',
  warnings: {
    'evicts-jobs':
      'This Redis server may throw away jobs when its memory is full. Set maxmemory-policy to noeviction, or to volatile-lru.',
    'memory-short':
      'The Redis server’s memory is nearly full. Give it more (maxmemory), or share no takes.',
    'store-left-out':
      'The store of shared takes cannot be used as it stands in the settings file, so it is left out, and takes are not shared. Enter it again.',
    'store-refused':
      'The store of shared takes refuses the access key, so takes are neither found nor kept there. Check the access key ID, the secret access key and the region, that this key may get and put objects, and this computer’s clock.',
    'store-bucket-missing':
      'The store of shared takes has no such bucket, so takes are neither found nor kept there. Check the address, the bucket’s name and the region, or create the bucket.',
    'store-away':
      'The store of shared takes does not answer as it should, or too slowly, so takes are neither found nor kept there. Check its address and that it runs; it is tried again every half minute.',
  },
  hasPassword: 'password',
  speaksHere: 'speaks here as well',
  sharesTakes: 'shares takes',
  sharesIn: (bucket: string, host: string): string => `shares takes in ${bucket} at ${host}`,

  waiting: 'Jobs that wait',
  found: 'Shared takes found',
  notFound: 'Shared takes not found',
  columns: {
    name: 'Worker',
    version: 'Version',
    busy: 'Busy',
    spoken: 'Spoken',
    perMinute: 'Per minute',
    failed: 'Failed',
    bad: 'Bad answers',
    state: 'State',
    deeds: 'Actions',
  },
  busyOf: (busy: number, lanes: number): string => `${count(busy)} of ${count(lanes)}`,
  perMinute: (number: number): string => tenth().format(number),
  states: { working: 'working', pausing: 'pausing', paused: 'paused', retiring: 'retiring' },
  source: (label: string, voices: number): string =>
    `${label} (${plural(voices, 'voice', 'voices')})`,
  refused: (label: string, sentence: string): string => `${label}: ${sentence}`,
  deeds: {
    work: 'Go on',
    pause: 'Pause',
    retire: 'Retire',
  },
  deedsOf: {
    work: (worker: string): string => `Let ${worker} go on`,
    pause: (worker: string): string => `Pause ${worker}`,
    retire: (worker: string): string => `Retire ${worker}`,
  },
}
