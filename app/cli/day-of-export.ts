/**
 * The day of an export that names none. A clock may stand still for builds that must come out the same:
 * https://reproducible-builds.org/specs/source-date-epoch/
 */
export function dayOfExport(): string {
  const epoch = Number(process.env.SOURCE_DATE_EPOCH)
  const now =
    process.env.SOURCE_DATE_EPOCH && Number.isFinite(epoch) ? new Date(epoch * 1000) : new Date()
  return now.toISOString().slice(0, 10)
}
