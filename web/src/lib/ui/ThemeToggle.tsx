import { ActionIcon, Tooltip, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';

export function ThemeToggle() {
    const { setColorScheme } = useMantineColorScheme();
    const scheme = useComputedColorScheme('light');
    const other = scheme === 'light' ? 'dark' : 'light';
    return (
        <Tooltip label={`Use the ${other} theme`}>
            <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={`Use the ${other} theme`}
                onClick={() => setColorScheme(other)}
            >
                {scheme === 'light' ? <IconMoon size={18} /> : <IconSun size={18} />}
            </ActionIcon>
        </Tooltip>
    );
}
