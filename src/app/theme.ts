import {
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

/** The one accent, from softest to strongest; 4.5:1 on its own ground from the sixth on. */
const lake: MantineColorsTuple = [
  '#e8f3f8',
  '#d3e6ee',
  '#a7cede',
  '#7cc4e0',
  '#4b9dbc',
  '#26809f',
  '#0b5a7a',
  '#084a65',
  '#063b51',
  '#042c3d',
];

/** Buttons take the tokens: the library's own resolver puts white on the light accent of the dark theme. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  if (input.variant === 'filled') {
    return {
      ...colors,
      background: 'var(--accent)',
      hover: 'color-mix(in srgb, var(--accent) 88%, var(--ink))',
      color: 'var(--accent-ink)',
      border: '1px solid transparent',
    };
  }
  if (input.variant === 'light') {
    return {
      ...colors,
      background: 'var(--accent-soft)',
      hover: 'color-mix(in srgb, var(--accent-soft) 85%, var(--ink))',
      color: 'var(--ink)',
    };
  }
  if (input.variant === 'subtle') {
    return { ...colors, background: 'transparent', hover: 'var(--sunken)', color: 'var(--accent)' };
  }
  return colors;
};

/** The library's look, brought to the tokens: its default fails contrast in places and its targets are small. */
export const theme = createTheme({
  primaryColor: 'lake',
  primaryShade: { light: 6, dark: 3 },
  colors: { lake },
  variantColorResolver,
  fontFamily: 'var(--font)',
  headings: { fontFamily: 'var(--font)' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'md' } },
    TextInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    ActionIcon: { defaultProps: { variant: 'subtle', size: 44 } },
    // Its head is no second banner of the page.
    Modal: { defaultProps: { centered: true, size: 'lg', attributes: { header: { role: 'none' } } } },
  },
});
