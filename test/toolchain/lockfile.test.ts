import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../support/verify/command.ts'

type Packages = Record<string, { version?: string; optionalDependencies?: Record<string, string> }>

const { packages }: { packages: Packages } = JSON.parse(
  readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8'),
)

// A registry mirror without some platform's binaries makes npm leave them out, and `npm ci` refuse.
test('the lockfile holds the optional packages of every platform', () => {
  const wanted = Object.entries(packages).flatMap(([parent, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).map((name) => ({ parent, name })),
  )
  expect(wanted.length).toBeGreaterThan(20)
  expect(wanted.filter(({ parent, name }) => !places(parent, name).some(known))).toEqual([])
})

/** Where Node would look for a package, from inside another one outwards. */
function places(parent: string, name: string): string[] {
  const parts = parent.split('/node_modules/')
  const outwards = parts.map((_, index) => parts.slice(0, index + 1).join('/node_modules/'))
  return [...outwards.map((folder) => `${folder}/node_modules/${name}`), `node_modules/${name}`]
}

function known(place: string): boolean {
  return place in packages
}
