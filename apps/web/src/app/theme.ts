import {
  createTheme,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type MantineTheme,
} from '@mantine/core';

/* One accent: a deep teal. 7 is the filled/ link colour on white (7.5:1), 4 in dark mode. */
const teal: MantineColorsTuple = [
  '#edf6f5',
  '#d7ebe9',
  '#aed6d2',
  '#7fbdb8',
  '#55a59f',
  '#318a85',
  '#1a736f',
  '#0e5f5c',
  '#0a4f4d',
  '#073d3c',
];
/* Warm neutrals replace Mantine's cool gray and dark. */
const gray: MantineColorsTuple = [
  '#faf9f6',
  '#f5f3ee',
  '#ebe8e1',
  '#dfdbd2',
  '#cbc5b9',
  '#a79f92',
  '#80796d',
  '#5f594f',
  '#423e37',
  '#26231f',
];
const dark: MantineColorsTuple = [
  '#ece9e3',
  '#d2cdc4',
  '#b1aa9f',
  '#857e73',
  '#57524a',
  '#423e38',
  '#2e2b27',
  '#22201d',
  '#1a1916',
  '#131210',
];
/* Only two signal hues; always with an icon and a word. */
const amber: MantineColorsTuple = [
  '#fff6e5',
  '#fdeaca',
  '#f8d598',
  '#f0bb5f',
  '#e3a02f',
  '#c48312',
  '#a0680a',
  '#855404',
  '#6b4303',
  '#4f3102',
];
const brick: MantineColorsTuple = [
  '#fdf1ed',
  '#f9dfd7',
  '#f0bcae',
  '#e5957f',
  '#d87257',
  '#c5563a',
  '#b04529',
  '#98391f',
  '#7b2e19',
  '#5c2213',
];

/** The texts on a button as tokens; a button with a colour of its own keeps Mantine's choice. */
function buttonVars(variant: string, color?: string): Record<string, string> {
  if (color === 'brick' && variant === 'filled') {
    return {
      '--button-bg': 'var(--lk-bad)',
      '--button-hover': 'var(--lk-bad)',
      '--button-color': 'var(--lk-panel)',
    };
  }
  if (color) return {};
  if (variant === 'filled')
    return {
      '--button-color': 'var(--lk-on-accent)',
      // Mantine's own hover in dark is a shade too dark for the text on it (3.9:1).
      '--button-hover': 'color-mix(in srgb, var(--lk-accent) 86%, var(--mantine-color-text))',
    };
  if (variant === 'subtle')
    return { '--button-color': 'var(--lk-accent)', '--button-hover': 'var(--lk-accent-soft)' };
  if (variant === 'light') {
    return {
      '--button-bg': 'var(--lk-accent-soft)',
      '--button-color': 'var(--lk-accent)',
      '--button-bd': '1px solid var(--lk-accent-line)',
    };
  }
  return {};
}

export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.3,
  colors: { teal, gray, dark, amber, brick },
  black: '#26231f',
  white: '#ffffff',
  fontFamily: "'Inter Variable', Inter, system-ui, -apple-system, 'Segoe UI', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SFMono-Regular', Consolas, monospace",
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '1rem', lg: '1.125rem', xl: '1.375rem' }, // 13 14 16 18 22
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.45', xl: '1.3' },
  headings: {
    fontWeight: '650',
    textWrap: 'pretty',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.2' }, // 28
      h2: { fontSize: '1.25rem', lineHeight: '1.3' }, // 20
      h3: { fontSize: '1.0625rem', lineHeight: '1.35' }, // 17
      h4: { fontSize: '0.9375rem', lineHeight: '1.4' }, // 15
    },
  },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2.5rem' }, // 8 12 16 24 40
  radius: { xs: '3px', sm: '6px', md: '8px', lg: '12px', xl: '20px' },
  defaultRadius: 'sm',
  shadows: {
    xs: '0 1px 1px rgb(38 35 31 / .04)',
    sm: '0 1px 2px rgb(38 35 31 / .06)',
    md: '0 4px 14px rgb(38 35 31 / .08)',
    lg: '0 10px 30px rgb(38 35 31 / .12)',
  },
  focusRing: 'auto',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: {
      defaultProps: { size: 'md', fw: 600 },
      styles: { root: { fontSize: '0.9375rem' } },
      // autoContrast judges the light shade only: white on teal.4 fails AA in dark, so the text colour is a token.
      vars: (_theme: MantineTheme, props: { variant?: string; color?: string }) => ({
        root: buttonVars(props.variant ?? 'filled', props.color),
      }),
    },
    ActionIcon: {
      vars: (_theme: MantineTheme, props: { variant?: string; color?: string }) => ({
        root:
          (props.variant ?? 'filled') === 'filled' && !props.color
            ? { '--ai-color': 'var(--lk-on-accent)' }
            : {},
      }),
    },
    Checkbox: { defaultProps: { iconColor: 'var(--lk-on-accent)' } },
    Radio: { defaultProps: { iconColor: 'var(--lk-on-accent)' } },
    Modal: {
      defaultProps: {
        centered: true,
        radius: 'lg',
        padding: 'lg',
        overlayProps: { backgroundOpacity: 0.35 },
      },
    },
    Drawer: { defaultProps: { overlayProps: { backgroundOpacity: 0.35 } } },
    TextInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    Select: { defaultProps: { size: 'md', allowDeselect: false } },
    NumberInput: { defaultProps: { size: 'md' } },
    Paper: { defaultProps: { withBorder: true, radius: 'md' } },
    Badge: {
      defaultProps: { variant: 'light', radius: 'sm', tt: 'none', fw: 600, size: 'lg' },
      styles: { root: { fontSize: '0.8125rem', letterSpacing: 0 } },
    },
    Anchor: { defaultProps: { underline: 'hover', fw: 550 } },
    Progress: { defaultProps: { radius: 'xl', size: 6 } },
    Breadcrumbs: { defaultProps: { separatorMargin: 6 } },
    Tooltip: { defaultProps: { withArrow: true, events: { hover: true, focus: true, touch: true } } },
  },
});

/* Semantic tokens (--lk-*) so that screens never name a shade. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#26231f',
    '--mantine-color-dimmed': '#5f594f',
    '--mantine-color-anchor': 'var(--lk-accent)',
    '--mantine-color-error': 'var(--lk-bad)',
    '--mantine-color-default-border': '#cbc5b9',
    '--mantine-color-placeholder': '#80796d',
    '--lk-page': '#f8f6f2',
    '--lk-panel': '#ffffff',
    '--lk-sunken': '#f5f3ee',
    '--lk-hover': '#efece5',
    '--lk-line': '#e6e2da',
    '--lk-line-strong': '#948c80', // 3.3:1 on white: borders of inputs and choices
    '--lk-accent': '#0e5f5c',
    '--lk-on-accent': '#ffffff',
    '--lk-accent-soft': '#edf6f5',
    '--lk-accent-line': '#aed6d2',
    '--lk-warn': '#855404',
    '--lk-warn-soft': '#fff6e5',
    '--lk-warn-line': '#f0d3a0',
    '--lk-bad': '#98391f',
    '--lk-bad-soft': '#fdf1ed',
    '--lk-bad-line': '#efc4b7',
    '--lk-chart-own': '#0e5f5c',
    '--lk-chart-other': '#cbc5b9',
    '--lk-chart-other-strong': '#8d8578',
    '--lk-chart-band': '#f0ede6',
    '--lk-chart-grid': '#ebe8e1',
  },
  dark: {
    '--mantine-color-body': '#22201d',
    '--mantine-color-text': '#ece9e3',
    '--mantine-color-dimmed': '#b1aa9f',
    '--mantine-color-anchor': 'var(--lk-accent)',
    '--mantine-color-error': 'var(--lk-bad)',
    '--mantine-color-default-border': '#57524a',
    '--mantine-color-placeholder': '#99928a',
    '--lk-page': '#1a1916',
    '--lk-panel': '#22201d',
    '--lk-sunken': '#2a2824',
    '--lk-hover': '#26241f',
    '--lk-line': '#3a3732',
    '--lk-line-strong': '#857e73',
    '--lk-accent': '#7fbdb8',
    '--lk-on-accent': '#0f2423',
    '--lk-accent-soft': '#1d3433',
    '--lk-accent-line': '#2f5654',
    '--lk-warn': '#f0bb5f',
    '--lk-warn-soft': '#362a14',
    '--lk-warn-line': '#5d4820',
    '--lk-bad': '#f0a08b',
    '--lk-bad-soft': '#3a221b',
    '--lk-bad-line': '#64392c',
    '--lk-chart-own': '#6bb8b2',
    '--lk-chart-other': '#57524a',
    '--lk-chart-other-strong': '#99928a',
    '--lk-chart-band': '#2b2925',
    '--lk-chart-grid': '#34312c',
  },
});
