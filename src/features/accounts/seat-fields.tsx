import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { placesQuery } from '#src/api/queries.ts';
import { canSit, type Role } from '#src/domain/permission.ts';
import type { Place } from '#src/domain/place.ts';
import { accountsWords } from '#src/messages/accounts.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { terms } from '#src/messages/terms.ts';
import { QueryView } from '#src/parts/query-view.tsx';
import type { Faults, Refusal } from '#src/parts/refusal.ts';
import { PlacePicker } from './place-picker.tsx';

export interface Seating {
  role: Role;
  places: Place[];
}

interface Props {
  roles: readonly Role[];
  /** Said of the role where its own words do not say it. */
  roleHint?: string;
  value: Seating;
  onChange: (value: Seating) => void;
  refusal: Refusal;
}

/** As what and where somebody, or a program, works. */
export function SeatFields({ roles, roleHint, value, onChange, refusal }: Props) {
  const t = useMessages(accountsWords);
  const term = useMessages(terms);
  const places = useQuery(placesQuery());
  return (
    <>
      <NativeSelect
        label={t.role}
        description={roleHint ?? t.roleHints[value.role]}
        value={value.role}
        error={refusal.of('role')}
        data={roles.map((role) => ({ value: role, label: term.role[role] }))}
        onChange={(event) => {
          const role = roles.find((one) => one === event.currentTarget.value);
          if (role) onChange({ ...value, role });
        }}
      />
      <QueryView query={places} isEmpty={() => false} empty={null}>
        {(nodes) => (
          <PlacePicker
            nodes={nodes}
            role={value.role}
            value={value.places}
            onChange={(chosen) => onChange({ ...value, places: chosen })}
            error={refusal.of('places')}
          />
        )}
      </QueryView>
    </>
  );
}

/** Places where the role cannot sit, as faults: the service would refuse them. */
export const misplaced = ({ role, places }: Seating): Faults =>
  places.some((path) => !canSit(role, path)) ? [{ field: 'places', code: 'SEAT_NOT_POSSIBLE' }] : [];
