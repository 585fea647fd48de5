import type { CSSProperties, ReactNode } from 'react';
import './chart-tokens.css';
import classes from './flow-table.module.css';

interface Flow {
  from: string;
  to: string;
  /** The number, and what goes with it in small. */
  count: ReactNode;
  detail: ReactNode;
  /** How dark the cell is, from 0 to 1; without it, those who moved are tinted all alike. */
  weight?: number;
}

interface Props {
  name: string;
  corner: string;
  states: { id: string; name: string }[];
  flows: Flow[];
}

const shade = (weight: number): CSSProperties & Record<'--weight', string> => ({
  '--weight': `${Math.round(15 + 85 * weight)}%`,
});

/** From × to: who moved where. Those who stayed stand on the diagonal, quietly. */
export function FlowTable({ name, corner, states, flows }: Props) {
  const from = states.filter((s) => flows.some((f) => f.from === s.id));
  const to = states.filter((s) => flows.some((f) => f.to === s.id));
  return (
    <div className={classes.scroll} role="region" aria-label={name} tabIndex={0}>
      <table className={classes.table} aria-label={name}>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {to.map((state) => (
              <th key={state.id} scope="col">
                {state.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {from.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.name}</th>
              {to.map((column) => {
                const flow = flows.find((f) => f.from === row.id && f.to === column.id);
                return (
                  <td
                    key={column.id}
                    data-stayed={row.id === column.id || undefined}
                    data-none={!flow || undefined}
                    data-weighed={flow?.weight === undefined ? undefined : true}
                    style={flow?.weight === undefined ? undefined : shade(flow.weight)}
                  >
                    {flow ? (
                      <>
                        <span className={classes.count}>{flow.count}</span>
                        <span className={classes.detail}>{flow.detail}</span>
                      </>
                    ) : (
                      '·'
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
