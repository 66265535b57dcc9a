// A process in which mammoth reads one document; plain JavaScript, as what is shipped is.
import mammoth from 'mammoth'

await mammoth.convertToHtml({ path: process.argv[2] ?? '' })
console.log(process.resourceUsage().maxRSS / 1024)
