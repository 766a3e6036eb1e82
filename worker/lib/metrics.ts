/** Counters for Analytics Engine. Columns: index1 the name; blob1… the labels in the order of their names; double1 the value. */

export interface MetricsBinding {
  readonly METRICS?: AnalyticsEngineDataset
}

/** Adds to a counter. Never fails: a lost count is not worth a lost request. */
export function count(
  env: MetricsBinding,
  name: string,
  labels: Readonly<Record<string, string>> = {},
  value = 1,
): void {
  const blobs = Object.keys(labels)
    .sort()
    .map((label) => labels[label] ?? '')
  try {
    env.METRICS?.writeDataPoint({ indexes: [name], blobs, doubles: [value] })
  } catch {
    return
  }
}
