import { createTheme, type MantineColorsTuple } from '@mantine/core';

const teal: MantineColorsTuple = [
    '#e6f6f6',
    '#cfe9ea',
    '#9fd3d6',
    '#6cbdc1',
    '#45aab0',
    '#2c9da4',
    '#158d95',
    '#0b7a82',
    '#0b6e75',
    '#045a61',
];

/** Greys with a trace of blue, so that the dark page looks like a room at dusk and not like a hole. */
const dusk: MantineColorsTuple = [
    '#dde3ea',
    '#bfc8d3',
    '#9aa6b4',
    '#768496',
    '#3d4a59',
    '#303b48',
    '#232c36',
    '#1a222b',
    '#141a21',
    '#0f141a',
];

const fonts = '"Inter Variable", system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';

export const theme = createTheme({
    primaryColor: 'teal',
    primaryShade: { light: 8, dark: 7 },
    colors: { teal, dark: dusk },
    fontFamily: fonts,
    headings: { fontFamily: fonts, fontWeight: '650' },
    defaultRadius: 'md',
    cursorType: 'pointer',
    components: {
        Tooltip: { defaultProps: { openDelay: 350, withArrow: true } },
        Menu: { defaultProps: { shadow: 'md', withinPortal: true } },
        Modal: { defaultProps: { centered: true } },
    },
});
