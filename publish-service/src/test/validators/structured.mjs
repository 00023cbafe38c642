// node structured.mjs PAGE…: prints what Google's, Facebook's and Twitter's rules say against each story's page.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
const require = createRequire(process.cwd() + '/')
const { structuredDataTest } = require('structured-data-testing-tool')
const { Google, Facebook, Twitter } = require('structured-data-testing-tool/presets')
let errors = 0
for (const page of process.argv.slice(2)) {
  const options = { presets: [Google, Facebook, Twitter], schemas: ['NewsArticle'] }
  const result = await structuredDataTest(readFileSync(page, 'utf8'), options).catch(error => error.res ?? Promise.reject(error))
  for (const test of result.failed) console.log(`${page}: ${test.test} ${test.error?.message ?? ''}`)
  if (!result.schemas.some(schema => schema.includes('NewsArticle'))) { console.log(`${page}: no NewsArticle`); errors++ }
  errors += result.failed.length
}
process.exit(errors ? 1 : 0)
