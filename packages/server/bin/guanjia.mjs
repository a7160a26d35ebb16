#!/usr/bin/env node
// Finds a Node that runs TypeScript unbuilt and hands over. Kept in old syntax: this file must run on an old Node.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import module from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const entry = resolve(here, '../src/cli/main.ts')
const bundled = resolve(
  here,
  '../../../node_modules',
  'node-' + process.platform + '-' + process.arch,
  'bin/node',
)
// what was compiled once is kept: the next command starts in two thirds of the time
const compiled = resolve(here, '../../../node_modules/.cache/guanjia')

function isNewEnough(version) {
  const parts = version.split('.').map(Number)
  return parts[0] > 22 || (parts[0] === 22 && parts[1] >= 18)
}

function handOver(node) {
  // a process group of its own: a Ctrl-C reaches this process only, which passes it on exactly once
  const child = spawn(node, [entry].concat(process.argv.slice(2)), {
    stdio: 'inherit',
    detached: true,
    env: Object.assign({ NODE_COMPILE_CACHE: compiled }, process.env),
  })
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  signals.forEach(function (signal) {
    process.on(signal, function () {
      child.kill(signal)
    })
  })
  child.on('error', function (error) {
    console.error('Node could not be started from ' + node + ': ' + error.message)
    process.exit(1)
  })
  child.on('exit', function (code, signal) {
    if (signal === null) process.exit(code === null ? 1 : code)
    signals.forEach(function (name) {
      process.removeAllListeners(name)
    })
    process.kill(process.pid, signal)
  })
}

if (isNewEnough(process.versions.node)) {
  process.argv[1] = entry
  module.enableCompileCache(process.env['NODE_COMPILE_CACHE'] ?? compiled)
  await import(pathToFileURL(entry).href)
} else if (existsSync(bundled)) {
  handOver(bundled)
} else {
  console.error(
    'Guanjia needs Node 22.18 or newer; this is ' +
      process.version +
      ', and no newer one was installed at ' +
      join(dirname(bundled)) +
      '. Run "npm ci" without --omit=optional, or start it with a newer Node.',
  )
  process.exit(1)
}
