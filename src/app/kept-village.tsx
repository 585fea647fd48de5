import { useQueryClient } from '@tanstack/react-query';
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Actor } from '#src/domain/account.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { programWords } from '#src/messages/program.ts';
import { useReads } from '#src/offline/reads.ts';
import { useFieldWork } from '#src/offline/use-outbox.tsx';
import { useIsSilent } from '#src/parts/connection.ts';
import { useMoment } from '#src/parts/moment.ts';
import { useActor, useMayAnywhere } from '#src/parts/use-may.ts';
import type { Kept } from './keep-village.ts';
import { keeping, useKeeping } from './keeping.ts';
import classes from './kept-village.module.css';

/** Whether the village can be read without a network, of when that is, and a way to have it so. */
export function KeptVillage({ villageId }: { villageId: string }) {
  const actor = useActor();
  const { ended } = useKeeping();
  return actor ? (
    <Standing key={`${actor.id} ${villageId} ${ended}`} villageId={villageId} actor={actor} />
  ) : null;
}

function Standing({ villageId, actor }: { villageId: string; actor: Actor }) {
  const t = useMessages(programWords);
  const { moment } = useMoment();
  const queries = useQueryClient();
  const openReads = useReads();
  const { photos: taken } = useFieldWork();
  const seesPhotos = useMayAnywhere('viewPhotos');
  const isSilent = useIsSilent();
  const { now, failed } = useKeeping();
  /** Undefined until it is known, and where this device keeps nothing. */
  const [kept, setKept] = useState<Kept | null | undefined>();
  useEffect(() => {
    let isOver = false;
    void openReads().then(async (reads) => {
      const found = reads ? await keeping.of({ reads, taken, actor }, villageId) : undefined;
      if (!isOver) setKept(found);
    });
    return () => {
      isOver = true;
    };
  }, [openReads, taken, actor, villageId]);
  // Where the device keeps nothing, nothing is offered.
  if (kept === undefined) return null;
  const isKeeping = now?.villageId === villageId;
  const words = isKeeping
    ? now.of > 0
      ? (now.what === 'photos' ? t.keepingPhotos : t.keeping)(now.done, now.of)
      : t.keepingBegins
    : failed === villageId
      ? t.keepingFailed
      : kept === null
        ? t.notKept
        : t.keptSince(moment(kept.at));
  const photos = isKeeping || !kept?.photos?.of ? null : t.photosKept(kept.photos.here, kept.photos.of);
  return (
    <section className={classes.line} aria-label={t.keptHeading} data-no-print>
      <div className={classes.words}>
        <p role="status">
          {words} {photos}
        </p>
        {seesPhotos ? <p>{t.photosNote}</p> : null}
      </div>
      <Button
        variant="default"
        loading={isKeeping}
        disabled={isSilent}
        onClick={() => void keeping.start({ queries, openReads, taken, actor }, villageId)}
      >
        {kept === null ? t.keep : t.keepAgain}
      </Button>
    </section>
  );
}
