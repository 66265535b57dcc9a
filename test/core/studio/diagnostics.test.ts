// Of a server's address no more is told than where it is.
import { expect, it } from 'vitest'
import { hostKind } from '../../../src/core/studio/watch/diagnostics.ts'

it.each([
  ['http://127.0.0.1:8880/v1', 'this machine'],
  ['http://localhost:8880', 'this machine'],
  ['http://[::1]:8880', 'this machine'],
  ['http://me:secret@192.168.1.7:8880', 'own network'],
  ['http://172.20.0.2', 'own network'],
  ['http://box-a:8880', 'own network'],
  ['http://speech.local', 'own network'],
  ['http://[fd00::1]:80', 'own network'],
  ['https://api.openai.com/v1', 'internet'],
  ['https://172.40.0.2', 'internet'],
  ['https://localhost.example.com', 'internet'],
  ['nowhere', 'unknown'],
])('tells of %s: %s', (address, kind) => expect(hostKind(address)).toBe(kind))
