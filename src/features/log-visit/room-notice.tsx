import { Link } from '@tanstack/react-router';
import { useMessages } from '#src/messages/locale.tsx';
import { outboxWords } from '#src/messages/outbox.ts';
import { storageWords } from '#src/messages/storage.ts';
import { LITTLE_ROOM } from '#src/offline/storage-room.ts';
import { useStorageRoom } from '#src/offline/use-storage.ts';
import { LostNotice } from '#src/parts/lost-notice.tsx';
import { Notice } from '#src/ui/notice.tsx';

/** Before anything is typed: that it may not find room, and that what was typed earlier is gone. */
export function RoomNotice() {
  const t = useMessages(storageWords);
  const { seeOutbox } = useMessages(outboxWords);
  const { room } = useStorageRoom();
  return (
    <>
      <LostNotice />
      {room && room.left < LITTLE_ROOM ? (
        <Notice tone="problem" title={t.littleTitle} action={<Link to="/outbox">{seeOutbox}</Link>}>
          {t.little(room.left)}
        </Notice>
      ) : null}
    </>
  );
}
