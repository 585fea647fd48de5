/** What a page is kept, renewed and gone on with by, in one file: none of it is part of what a person waits for. */
export { BegunNotice } from './begun-notice.tsx';
export { KeepOwnVillages } from './keep-own-villages.tsx';
export { NewVersion } from './new-version.tsx';
