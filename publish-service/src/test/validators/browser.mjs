// node browser.mjs FOLDER CHROMIUM [HOST…]: opens every page below FOLDER in a browser, touches every element, and
// prints each dialog, each script that ran where none may, and each request to anywhere but the site itself and pictures
// of these hosts. The pages' own Content-Security-Policy is off: what the templates print has to be harmless by itself.
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { extname, join, relative } from 'node:path'
const require = createRequire(process.cwd() + '/')
const puppeteer = require('puppeteer-core')
const [folder, executablePath, ...hosts] = process.argv.slice(2)

const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png', '.xml': 'application/xml' }
const server = createServer((request, response) => {
  const file = join(folder, decodeURIComponent(new URL(request.url, 'http://x').pathname))
  const page = existsSync(file) && statSync(file).isDirectory() ? join(file, 'index.html') : file
  if (!existsSync(page)) { response.writeHead(404).end(); return }
  response.writeHead(200, { 'Content-Type': types[extname(page)] ?? 'text/plain', 'Cache-Control': 'max-age=600' }).end(readFileSync(page))
})
await new Promise(listening => server.listen(0, '127.0.0.1', listening))
const origin = `http://127.0.0.1:${server.address().port}`

const files = below => readdirSync(below, { withFileTypes: true }).flatMap(entry =>
  entry.isDirectory() ? files(join(below, entry.name)) : [join(below, entry.name)])
const shown = new Set(['.html', '.xml', '.svg'])
const paths = files(folder).filter(file => shown.has(extname(file))).map(file => '/' + relative(folder, file)).sort()

// no name but this machine's leads anywhere, so a request is seen and goes nowhere; the
// machine's own account may be root, in which Chromium's sandbox cannot be had; nothing but these pages is opened
const browser = await puppeteer.launch({ executablePath, headless: true, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking', '--no-first-run', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'] })
const found = []
const touch = () => {
  for (const element of document.querySelectorAll('*')) {
    for (const event of ['mouseover', 'mouseenter', 'pointerenter', 'focus', 'focusin', 'toggle', 'animationstart']) {
      element.dispatchEvent(new Event(event, { bubbles: true }))
    }
    const leads = element.closest('a[href], area[href]')
    const away = leads && /^https?:/.test(leads.protocol ?? 'http:')
    if (!away) element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
  }
}
async function look() {
  while (paths.length) await tab()
}
// one tab until it has seen all pages, or one of them has taken it elsewhere
async function tab() {
  const page = await browser.newPage()
  await page.setBypassCSP(true)
  let path = ''
  page.on('dialog', dialog => { found.push(`${path}: dialog ${dialog.message()}`); dialog.dismiss().catch(() => {}) })
  page.on('request', request => {
    const url = new URL(request.url())
    const own = url.origin === origin || (url.protocol === 'data:' && request.resourceType() === 'image')
    const picture = hosts.includes(url.hostname) && request.resourceType() === 'image'
    if (!own && !picture) found.push(`${path}: request ${request.resourceType()} ${request.url().slice(0, 200)}`)
  })
  for (path = paths.shift(); path; path = paths.shift()) {
    try {
      await page.goto(origin + path.split('/').map(encodeURIComponent).join('/'), { waitUntil: 'domcontentloaded', timeout: 5000 })
      await page.evaluate(touch)
      await new Promise(rest => setTimeout(rest, 15))
    } catch (error) {
      found.push(`${path}: ${error.message}`)
      break
    }
  }
  page.close().catch(() => {})
}
const many = paths.length
await Promise.all([look(), look(), look(), look()])
await browser.close()
server.close()
for (const line of found) console.log(line)
console.log(`${many} files, ${found.length} findings`)
process.exit(found.length ? 1 : 0)
