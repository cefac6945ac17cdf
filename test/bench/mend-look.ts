import { readFileSync } from 'node:fs'
import { mendDatabases } from '../../app/mend/mend-databases.ts'

// One start of the program: reads a log, then looks through the databases of a folder, with nothing compiled or read before.
const [, , data = '', log = ''] = process.argv
const spent = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
const start = spent()
readFileSync(log)
const afterRead = spent()
await mendDatabases(data, new Date())
console.log(JSON.stringify({ read: afterRead - start, look: spent() - afterRead }))
