import { NativeSelect } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { ACCOUNTS_CHAIN, auditAction, auditActions } from '#src/domain/audit.ts';
import { auditWords } from '#src/messages/audit.ts';
import { useMessages } from '#src/messages/locale.tsx';
import classes from './audit.module.css';
import type { PlaceNames } from './place-names.ts';

const route = getRouteApi('/audit');

interface Props {
  places: PlaceNames;
  /** Whoever has been met in the trail so far: nobody has a list of all of them. */
  persons: ReadonlyMap<string, string>;
}

/** Village, act and person; they stand in the link. */
export function AuditFilters({ places, persons }: Props) {
  const t = useMessages(auditWords).filters;
  const { action: words } = useMessages(auditWords);
  const { village, action, person } = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: ReturnType<typeof route.useSearch>) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false });
  const all = { value: '', label: t.all };
  const known = person && !persons.has(person) ? [{ value: person, label: person }] : [];
  return (
    <div className={classes.filters} data-no-print>
      <NativeSelect
        label={t.village}
        value={village ?? ''}
        data={[
          all,
          ...places.villages.map(({ id, name }) => ({ value: id, label: name })),
          { value: ACCOUNTS_CHAIN, label: t.accounts },
        ]}
        onChange={(event) => change({ village: event.currentTarget.value || undefined })}
      />
      <NativeSelect
        label={t.action}
        value={action ?? ''}
        data={[all, ...auditActions.map((value) => ({ value, label: words[value] }))]}
        onChange={(event) => change({ action: auditAction.safeParse(event.currentTarget.value).data })}
      />
      <NativeSelect
        label={t.person}
        value={person ?? ''}
        data={[all, ...known, ...[...persons].map(([value, label]) => ({ value, label }))]}
        onChange={(event) => change({ person: event.currentTarget.value || undefined })}
      />
    </div>
  );
}
