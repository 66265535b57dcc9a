// Imported first by every script: turns a Node that is too old into a sentence instead of a stack.
const major = Number(process.versions.node.split('.')[0])
if (major < 18) {
  process.stderr.write(
    `Lectern sets itself up with Node 18 or newer; this is Node ${process.versions.node}. ` +
      'Install a current Node from https://nodejs.org and try again.\n',
  )
  process.exit(1)
}
