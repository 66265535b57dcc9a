// Makes what the stand-in does not have throw, instead of being quietly undefined.

/** Names that promises, inspectors and emitters look for on any object. */
const looked: ReadonlySet<string> = new Set([
  'then',
  'toJSON',
  'constructor',
  'domain',
  'errorMonitor',
])

/** The same object, except that reading a member that is not there is an error. */
export function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key) {
      if (typeof key === 'string' && !(key in object) && !key.startsWith('_') && !looked.has(key)) {
        throw new Error(`the stand-in has no ${name}.${key}`)
      }
      const member: unknown = Reflect.get(object, key, object)
      // Bound, because a proxy has no private members.
      return typeof member === 'function' ? member.bind(object) : member
    },
  })
}
