import { readdirSync } from 'node:fs'
import path from 'node:path'

const SOURCE = /(?<!\.d)\.tsx?$/

/** The TypeScript files under some folders of a root, relative to it, declarations left out. */
export function sources(root: string, folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && SOURCE.test(entry.name))
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name))),
  )
}
