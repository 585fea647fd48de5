import { Button } from '@mantine/core';
import { useState } from 'react';
import { placeOf } from '#src/domain/place.ts';
import type { VisitRecord } from '#src/domain/records.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { photoWords } from '#src/messages/photos.ts';
import { useIsSilent } from '#src/parts/connection.ts';
import { useMay } from '#src/parts/use-may.ts';
import { PhotoFigure } from './photo-figure.tsx';
import classes from './photo-section.module.css';
import { usePhotosOf } from './use-photos-of.ts';

/** The photos of a visit: behind a touch, for it is written down who looks. Nothing where there are none. */
export function PhotoSection({ record }: { record: VisitRecord }) {
  const t = useMessages(photoWords);
  const { photos, isUnknown } = usePhotosOf(record.visit.id);
  const maySee = useMay('viewPhotos', placeOf(record.village));
  const isSilent = useIsSilent();
  const [shown, setShown] = useState(false);
  if (photos.length === 0 && !isUnknown) return null;
  return (
    <section id="photos">
      <h2>{photos.length > 0 ? t.photos(photos.length) : t.line}</h2>
      {isUnknown ? <p className={classes.calm}>{t.unknown}</p> : null}
      {photos.length > 0 && !maySee ? <p className={classes.calm}>{t.notYours}</p> : null}
      {photos.length > 0 && maySee && !shown ? (
        <div data-no-print>
          <Button variant="default" onClick={() => setShown(true)}>
            {t.show(photos.length)}
          </Button>
          <p className={classes.calm}>{isSilent ? t.keptNote : t.showNote}</p>
        </div>
      ) : null}
      {shown && maySee ? (
        <ul className={classes.list}>
          {photos.map((photo) => (
            <PhotoFigure key={photo.id} photo={photo} visit={record.visit} />
          ))}
        </ul>
      ) : null}
    </section>
  );
}
