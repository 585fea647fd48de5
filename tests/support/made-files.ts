import { vi } from 'vitest';

/** The files that the page hands to the person from now on, in order. */
export function madeFiles(): { name: string; content: Blob }[] {
  const files: { name: string; content: Blob }[] = [];
  let made: Blob | null = null;
  URL.createObjectURL = (file) => {
    made = file as Blob;
    return 'blob:file';
  };
  URL.revokeObjectURL = () => {};
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    if (made) files.push({ name: this.download, content: made });
    made = null;
  });
  return files;
}
