// node jsonfeed.mjs FEED…: prints what the schema of JSON Feed 1.1 says against each.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
const require = createRequire(process.cwd() + '/')
const Ajv = require('ajv')
const formats = require('ajv-formats')
const ajv = new Ajv({ strict: false, allErrors: true })
formats(ajv)
const valid = ajv.compile(JSON.parse(readFileSync(require.resolve('jsonfeed-schema/schema-v1.1.json'), 'utf8')))
let errors = 0
for (const feed of process.argv.slice(2)) {
  if (!valid(JSON.parse(readFileSync(feed, 'utf8')))) {
    for (const error of valid.errors) console.log(`${feed}: ${error.instancePath} ${error.message}`)
    errors += valid.errors.length
  }
}
process.exit(errors ? 1 : 0)
