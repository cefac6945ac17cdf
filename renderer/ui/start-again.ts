/** Loads the program again, and in it the library: the letter that the address names may be what it failed at. */
export function startAgain(): void {
  if (location.hash !== '') history.replaceState(null, '', location.pathname + location.search)
  location.reload()
}
