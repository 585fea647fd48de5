import { useId } from 'react';
import classes from './choice-chips.module.css';

interface Props<Value extends string> {
  legend: string;
  name: string;
  value: Value;
  options: { value: Value; label: string }[];
  onChange: (value: Value) => void;
  /** Where the legend stands in words nearby already. */
  hideLegend?: boolean;
}

/** One of a few, each a touch away: radio buttons that look like chips. */
export function ChoiceChips<Value extends string>({ legend, name, value, options, onChange, hideLegend = false }: Props<Value>) {
  const id = useId();
  return (
    <fieldset className={classes.set}>
      <legend className={hideLegend ? classes.hidden : classes.legend}>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className={classes.chip} htmlFor={`${id}${option.value}`}>
          <input
            type="radio"
            id={`${id}${option.value}`}
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
