import type { ItemKind } from '#src/offline/outbox-item.ts';
import { versionOf } from '#src/offline/payloads.ts';
import { ExportButton } from '#src/parts/export-button.tsx';
import { useActor } from '#src/parts/use-may.ts';
import { useLog } from './log-context.ts';
import { livePhotos } from './visit-form.ts';

/** Puts what is typed into a file as the outbox would have it, with its photos. */
export function ExportForm() {
  const { form, built } = useLog();
  const accountId = useActor()?.id ?? '';
  const items = () => {
    const item = <K extends ItemKind>(kind: K, id: string, payload: unknown) => ({
      id,
      kind,
      accountId,
      payloadVersion: versionOf(kind),
      payload,
      createdAt: Date.now(),
    });
    const photos = livePhotos(form).map(({ id, size, sha256 }) =>
      item('photo', id, { visitId: form.id, size, sha256 }),
    );
    return [item('visit', form.id, { draft: built.draft }), ...photos];
  };
  return <ExportButton items={items} name="visit" />;
}
