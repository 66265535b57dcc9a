// Starts s3rver for a test: a server of S3 that others have written, on a port of the loopback, which checks signatures.
import account from '@20minutes/s3rver/lib/models/account.js'
import S3rver from '@20minutes/s3rver'
import { AwsClient } from 'aws4fetch'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TakeStore } from '../../src/contract/index.ts'
import { freePort } from './free-port.ts'

export const accessKeyId = 'LECTERNTEST'
/** Long and like nothing else, so that it is found wherever it should not be. */
export const secretAccessKey = 'wJalrXUtnFEMI+K7MDENG/bPxRfiCYEXAMPLEKEY'
account.DUMMY_ACCOUNT.createKeyPair(accessKeyId, secretAccessKey)

export type StartedS3 = {
  url: string
  /** The settings of a studio that shares its takes here. */
  store: TakeStore
  /** Asks it past the studio, of an object of the bucket. */
  object(name: string, init?: RequestInit): Promise<Response>
  stop(): Promise<void>
  /** At the same place, with what was in it. */
  startAgain(): Promise<void>
  end(): Promise<void>
}

export async function startS3(bucket = 'takes'): Promise<StartedS3> {
  const directory = mkdtempSync(join(tmpdir(), 'lectern-s3-'))
  const port = await freePort()
  const start = async () => {
    const buckets = [{ name: bucket, configs: [] }]
    const server = new S3rver({
      ...{ address: '127.0.0.1', port, silent: true, directory, configureBuckets: buckets },
    })
    await server.run()
    return server
  }
  let server: S3rver | null = await start()
  const stop = async () => {
    const running = server
    server = null
    await running?.close()
  }
  const url = `http://127.0.0.1:${port}`
  const client = new AwsClient({ accessKeyId, secretAccessKey, service: 's3', region: 'us-east-1' })
  return {
    url,
    store: {
      ...{ address: url, bucket, accessKeyId, prefix: 'lectern/', region: 'us-east-1' },
      allowPlain: false,
    },
    object: (name, init = {}) => client.fetch(`${url}/${bucket}/${name}`, init),
    stop,
    async startAgain() {
      server = await start()
    },
    async end() {
      await stop()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
