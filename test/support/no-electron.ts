// Stands for `electron` in unit tests: the package would try to download its binary, and no unit may need it.
throw new Error('A unit test imports electron: keep that logic in a module without it')
