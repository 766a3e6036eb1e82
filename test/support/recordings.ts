/** Which folder of `../shared/carriers/payloads` has a carrier's recordings. */

/** Folders that are not called like the carrier, with `_` for `-`. */
const FOLDERS: Readonly<Record<string, string>> = { dhl: 'dhl_universal' }

export const folderOf = (carrier: string): string =>
  FOLDERS[carrier] ?? carrier.replaceAll('-', '_')
