/** What a page is kept and renewed by, in one file: none of it is part of what a person waits for. */
export { KeepOwnVillages } from './keep-own-villages.tsx';
export { NewVersion } from './new-version.tsx';
