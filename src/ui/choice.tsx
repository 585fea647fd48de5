import type { ReactNode } from 'react';
import classes from './choice.module.css';

interface Props<V extends string> {
  /** On the page; the options' ids hang on it. */
  id: string;
  legend: ReactNode;
  /** The legend is for the ear alone where the eye already has it. */
  quietLegend?: boolean;
  options: readonly { value: V; label: string }[];
  value: V | null;
  /** `pointed`: by a finger or a mouse rather than by walking through with the arrow keys. */
  onChange: (value: V, pointed: boolean) => void;
  /** Side by side in equal parts, or each as wide as its words. */
  look?: 'segments' | 'chips';
  error?: string | undefined;
}

/** One of a few answers, all in sight, each a target for a thumb. Native radios underneath. */
export function Choice<V extends string>({
  id,
  legend,
  quietLegend = false,
  options,
  value,
  onChange,
  look = 'segments',
  error,
}: Props<V>) {
  return (
    <fieldset
      id={id}
      role="radiogroup"
      className={classes.choice}
      aria-invalid={error ? true : undefined}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend className={quietLegend ? classes.quiet : classes.legend}>{legend}</legend>
      <div className={classes.options} data-look={look}>
        {options.map((option) => (
          <label key={option.value} className={classes.option}>
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={option.value === value}
              onChange={(event) => onChange(option.value, isPointed(event.nativeEvent))}
              className={classes.input}
            />
            <span className={classes.label} data-label={option.label}>
              {option.label}
            </span>
          </label>
        ))}
      </div>
      {error ? (
        <p id={`${id}-error`} className={classes.error}>
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}

/** Arrow keys choose a radio by a click of no finger. */
const isPointed = (event: Event): boolean => event instanceof MouseEvent && event.detail > 0;
