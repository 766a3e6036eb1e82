/** What open-source connectors map, beside the project: `../shared/carriers/status_maps`. */
import { shared } from './shared.ts'

interface StatusMap {
  readonly code_to_status: Readonly<Record<string, string>>
}

/** The codes of a map that an adapter does not know; none where the maps are missing. */
export function unknownTo(map: string, knows: (code: string) => boolean): string[] {
  if (!shared.has) return []
  const { code_to_status } = shared.json(`carriers/status_maps/${map}.json`) as StatusMap
  return Object.keys(code_to_status).filter((code) => !knows(code))
}
