/** What this browser says of the room that it gives to the dashboard, in bytes; it is an estimate. */
export interface StorageRoom {
  used: number;
  left: number;
  /** Whether it has promised not to clear it by itself. */
  persisted: boolean;
}

/** With less than this, in bytes, a visit may not find room: browsers refuse before they are full. */
export const LITTLE_ROOM = 20_000_000;

/** Over a line that anybody can read browsers tell nothing, and some never do. */
const manager = (): StorageManager | null =>
  'storage' in navigator ? ((navigator.storage as StorageManager | undefined) ?? null) : null;

/** @returns null where the browser does not say */
export async function storageRoom(): Promise<StorageRoom | null> {
  try {
    const storage = manager();
    const { usage, quota } = (await storage?.estimate()) ?? {};
    if (usage === undefined || quota === undefined) return null;
    const persisted = (await storage?.persisted()) ?? false;
    return { used: usage, left: Math.max(0, quota - usage), persisted };
  } catch {
    return null;
  }
}

/** Asks the browser not to clear what is kept here by itself; some ask the person. False where it does not promise. */
export async function askToPersist(): Promise<boolean> {
  try {
    const storage = manager();
    return (await storage?.persisted()) || ((await storage?.persist()) ?? false);
  } catch {
    return false;
  }
}
