import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The one accent, from softest to strongest; 4.5:1 on its own ground from the sixth on. */
const lake: MantineColorsTuple = [
  '#e8f3f8', '#d3e6ee', '#a7cede', '#7cc4e0', '#4b9dbc', '#26809f', '#0b5a7a', '#084a65', '#063b51', '#042c3d',
];

/** The library's look, brought to the tokens: its default fails contrast in places and its targets are small. */
export const theme = createTheme({
  primaryColor: 'lake',
  primaryShade: { light: 6, dark: 3 },
  autoContrast: true,
  colors: { lake },
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
    Modal: { defaultProps: { centered: true, size: 'lg' } },
  },
});
