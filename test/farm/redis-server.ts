// Starts Debian's redis-server for a test: on a port of the loopback, in a folder of its own, to be ill-treated.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Redis } from 'ioredis'
import { endedWithUs } from './processes-at-last.ts'
import { freePort } from './free-port.ts'

const begins = (program: string, flag: string) => spawnSync(program, [flag]).status === 0

/** Null: it is there; else why what needs it is skipped. */
const whyNot = begins('redis-server', '--version')
  ? null
  : 'redis-server is not installed, so nothing that needs one is tried (Debian: apt-get install redis-server)'
if (whyNot !== null) console.info(whyNot)

/** For `describe.skipIf(!redis.isThere)`. Whether one can be started here, and one with TLS. */
export const redis = {
  isThere: whyNot === null,
  hasTls: whyNot === null && begins('openssl', 'version'),
}

export type RedisOptions = {
  /** What is written outlives a kill: each change is on the disk before it is answered. */
  appendOnly?: boolean
  /** `4mb`, beyond which it is out of memory, or evicts. */
  maxMemory?: string
  policy?: 'noeviction' | 'volatile-lru' | 'volatile-ttl' | 'allkeys-lru'
  /** Of the user that needs no name, or of `user`. */
  password?: string
  /** An ACL user; nobody gets in without a name then. `rules`: as in Redis, without its password. */
  user?: { name: string; rules: string }
  /** With a certificate of its own, for this machine alone, made by openssl. */
  tls?: boolean
  /** More addresses of this machine, as one that a network namespace sees. */
  bind?: readonly string[]
}

export type StartedRedis = {
  port: number
  pid(): number
  /** With its user and password. `at`: where else it is reached, as through a line that can be cut. */
  url(at?: { host?: string; port?: number }): string
  /** What a client must trust, as by NODE_EXTRA_CA_CERTS; null without TLS. */
  certificate: string | null
  /** One command by a keeper who may do everything; rejects with what Redis refuses it with. */
  command(...words: readonly (string | Buffer)[]): Promise<unknown>
  flush(): Promise<void>
  configure(name: string, value: string): Promise<void>
  /** SIGKILL: connections break, and what is not on the disk is gone. */
  kill(): Promise<void>
  /** SIGTERM. */
  stop(): Promise<void>
  /** After `kill` or `stop`: on the same port, with its append-only file, else empty. */
  startAgain(): Promise<void>
  /** SIGSTOP: connections stay and nothing is answered, until `resume`. */
  pause(): void
  resume(): void
  /** Ends it in whatever state it is, and removes its folder. */
  end(): Promise<void>
}

const keeper = { name: 'harness', password: 'harness' }

/** Whoever starts it ends it; it ends with this process at the latest. Rejects with what it said when it does not begin. */
export async function startRedis(options: RedisOptions = {}): Promise<StartedRedis> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-redis-'))
  const socket = join(folder, 'keeper.sock')
  const port = await freePort()
  const certificate = options.tls ? makeCertificate(folder) : null
  const configuration = join(folder, 'redis.conf')
  writeFileSync(configuration, configurationOf(options, { folder, socket, port }))

  let child: ChildProcess
  let ended: Promise<number | null>
  const begin = async () => {
    child = spawn('redis-server', [configuration], { stdio: ['ignore', 'pipe', 'inherit'] })
    ended = endedWithUs(child)
    await ready(child, ended)
  }
  const signal = async (name: NodeJS.Signals) => {
    child.kill(name)
    await ended
  }
  const command = async (...[name = '', ...words]: readonly (string | Buffer)[]) => {
    const client = new Redis(socket, {
      ...{ username: keeper.name, password: keeper.password },
      ...{ retryStrategy: () => null, maxRetriesPerRequest: 0, lazyConnect: true },
    })
    try {
      await client.connect()
      return await client.call(name.toString(), ...words)
    } finally {
      client.disconnect()
    }
  }
  const end = async () => {
    await signal('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await begin()
  } catch (error) {
    await end()
    throw error
  }
  const { password, user } = options
  return {
    ...{ port, certificate, command, end },
    pid: () => child.pid as number,
    url(at = {}) {
      const url = new URL(`${options.tls ? 'rediss' : 'redis'}://${at.host ?? '127.0.0.1'}`)
      url.port = String(at.port ?? port)
      url.username = user?.name ?? ''
      url.password = password ?? ''
      return url.href
    },
    flush: async () => void (await command('FLUSHALL')),
    configure: async (name, value) => void (await command('CONFIG', 'SET', name, value)),
    kill: () => signal('SIGKILL'),
    stop: () => signal('SIGTERM'),
    startAgain: begin,
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
  }
}

type Place = { folder: string; socket: string; port: number }

function configurationOf(options: RedisOptions, { folder, socket, port }: Place): string {
  const { appendOnly, maxMemory, policy = 'noeviction', password, user, tls, bind = [] } = options
  const may = password === undefined ? 'nopass' : `>${password}`
  const [ours, others] = [`user ${keeper.name} on >${keeper.password}`, '~* &* +@all']
  const lines = [
    `bind ${['127.0.0.1', ...bind].join(' ')}`,
    'protected-mode no',
    `dir ${folder}`,
    `unixsocket ${socket}`,
    'save ""',
    `appendonly ${appendOnly ? 'yes' : 'no'}`,
    'appendfsync always',
    `maxmemory-policy ${policy}`,
    `${ours} ${others}`,
    ...(user
      ? [`user ${user.name} on ${may} ${user.rules}`, 'user default off']
      : [`user default on ${may} ${others}`]),
    ...(maxMemory === undefined ? [] : [`maxmemory ${maxMemory}`]),
    ...(tls
      ? [
          ...['port 0', `tls-port ${port}`, 'tls-auth-clients no'],
          `tls-cert-file ${join(folder, 'certificate.pem')}`,
          `tls-key-file ${join(folder, 'key.pem')}`,
        ]
      : [`port ${port}`]),
  ]
  return `${lines.join('\n')}\n`
}

/** Rejects when it ends before it is ready, with what it said. */
function ready(child: ChildProcess, ended: Promise<number | null>): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    if (child.stdout)
      createInterface(child.stdout).on('line', (line) => {
        said += `${line}\n`
        if (line.includes('Ready to accept connections')) resolve()
      })
    void ended.then((code) => reject(new Error(`redis-server ended with ${code}:\n${said}`)))
  })
}

function makeCertificate(folder: string): string {
  const certificate = join(folder, 'certificate.pem')
  const key = join(folder, 'key.pem')
  const { status, stderr } = spawnSync('openssl', [
    ...['req', '-x509', '-nodes', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'],
    ...['-days', '2', '-subj', '/CN=localhost', '-keyout', key, '-out', certificate],
    ...['-addext', 'subjectAltName=IP:127.0.0.1,DNS:localhost'],
  ])
  if (status !== 0) throw new Error(`openssl makes no certificate: ${stderr.toString()}`)
  chmodSync(key, 0o600)
  return certificate
}
