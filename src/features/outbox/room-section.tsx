import { Button } from '@mantine/core';
import { useMessages } from '#src/messages/locale.tsx';
import { storageWords } from '#src/messages/storage.ts';
import { useStorageRoom } from '#src/offline/use-storage.ts';
import classes from './outbox.module.css';

/** The room that is left on this phone, and whether the browser keeps what is there; nothing where it does not say. */
export function RoomSection() {
  const t = useMessages(storageWords);
  const { room, refused, ask } = useStorageRoom();
  if (!room) return null;
  return (
    <section className={classes.about} aria-label={t.heading}>
      <h2 className={classes.title}>{t.heading}</h2>
      <p>{t.room(room.left, room.used)}</p>
      <p>{room.persisted ? t.persisted : t.notPersisted}</p>
      {room.persisted ? null : (
        <div className={classes.actions}>
          <Button variant="default" onClick={() => void ask()}>
            {t.ask}
          </Button>
        </div>
      )}
      <p role="status">{refused ? t.refused : null}</p>
    </section>
  );
}
