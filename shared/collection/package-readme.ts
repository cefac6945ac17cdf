/** README.txt of a package: what it is, for somebody who has never heard of the program. */
export const PACKAGE_README = `This is a collection of letters from Epistula, the editor of translated letters.

It is an ordinary zip archive. Nothing in it is locked to the program:

  tei/            each letter as TEI P5 XML: the edition, for every XML tool
  sources/        the pages as they were imported, byte for byte
  letters/        each letter with all corrections, tags, notes and links, and the
                  history of every action (who, when, what), as JSON
  collection.json the register of persons, places, organisations and documents,
                  the editors, the edition record and the imports, as JSON
  manifest.json   the length and SHA-256 of each of these files

To go on working, open the .epistula file in Epistula (Library, Open collection).
Do not change files inside: the program compares all of them with the manifest
and refuses a collection that is damaged or was changed by hand.
`
