import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import {
    IconCamera,
    IconCheck,
    IconEye,
    IconFocusCentered,
    IconGrid4x4,
    IconHelp,
    IconLabel,
    IconMapPin,
    IconPalette,
    IconRuler2,
    IconTriangleSquareCircle,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { messageOf } from '../../lib/ui/Failure';
import type { View } from '../../lib/viewer/frame';
import type { Act, Colouring, Gums, ViewState } from '../../lib/viewer/state';
import type { ScanViewer } from '../../lib/viewer/viewer';
import classes from './Toolbar.module.css';

interface Props {
    viewer: ScanViewer | null;
    state: ViewState;
    act: (act: Act) => void;
    /** The scan's name, for the picture's. */
    name: string;
    onHelp: () => void;
}

const viewWords: [View, string, string][] = [
    ['occlusal', 'Occlusal', '1'],
    ['front', 'Front', '2'],
    ['left', 'Left', '3'],
    ['right', 'Right', '4'],
];

export const gumSteps: Record<Gums, { next: Gums; label: string }> = {
    solid: { next: 'faint', label: 'Make the gums transparent' },
    faint: { next: 'hidden', label: 'Hide the gums' },
    hidden: { next: 'solid', label: 'Show the gums' },
};

const colourings: [Colouring, string][] = [
    ['segments', 'By tooth'],
    ['natural', 'Natural'],
    ['confidence', 'By confidence'],
];

export async function savePicture(viewer: ScanViewer, name: string): Promise<void> {
    try {
        const url = URL.createObjectURL(await viewer.screenshot());
        const link = document.createElement('a');
        link.href = url;
        link.download = `${name.replace(/\.[^.]+$/, '')}_view.png`;
        link.click();
        window.setTimeout(() => URL.revokeObjectURL(url), 10_000);
    } catch (error) {
        notifications.show({ color: 'red', message: messageOf(error) });
    }
}

export function Toolbar({ viewer, state, act, name, onHelp }: Props) {
    const set = (change: Extract<Act, { do: 'set' }>['change']) => act({ do: 'set', change });
    return (
        <>
            <div className={classes.views} role="toolbar" aria-label="Views">
                {viewWords.map(([view, text, key]) => (
                    <Tooltip key={view} label={`${text} view (${key})`}>
                        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => viewer?.view(view)}>
                            {text}
                        </Button>
                    </Tooltip>
                ))}
                <Tool label="Fit to the window (F)" onClick={() => viewer?.fit()}>
                    <IconFocusCentered size={17} />
                </Tool>
            </div>
            <div className={classes.tools} role="toolbar" aria-label="Tools" aria-orientation="vertical">
                <Tool label="Tooth numbers (L)" on={state.labels} onClick={() => set({ labels: !state.labels })}>
                    <IconLabel size={17} />
                </Tool>
                <Tool label="Findings (P)" on={state.pins} onClick={() => set({ pins: !state.pins })}>
                    <IconMapPin size={17} />
                </Tool>
                <Tool
                    label={`${gumSteps[state.gums].label} (G)`}
                    on={state.gums !== 'solid'}
                    onClick={() => set({ gums: gumSteps[state.gums].next })}
                >
                    <IconTriangleSquareCircle size={17} />
                </Tool>
                <Menu position="left-start">
                    <Menu.Target>
                        <ActionIcon variant="subtle" color="gray" size={34} aria-label="Colours">
                            <IconPalette size={17} />
                        </ActionIcon>
                    </Menu.Target>
                    <Menu.Dropdown>
                        {colourings.map(([value, text]) => (
                            <Menu.Item
                                key={value}
                                onClick={() => set({ colouring: value })}
                                rightSection={state.colouring === value && <IconCheck size={14} />}
                            >
                                {text}
                            </Menu.Item>
                        ))}
                    </Menu.Dropdown>
                </Menu>
                <Tool label="Wireframe (W)" on={state.wireframe} onClick={() => set({ wireframe: !state.wireframe })}>
                    <IconGrid4x4 size={17} />
                </Tool>
                <Tool label="Measure (M)" on={state.measuring} onClick={() => set({ measuring: !state.measuring })}>
                    <IconRuler2 size={17} />
                </Tool>
                <Tool
                    label="Show everything (A)"
                    onClick={() => act({ do: 'show all' })}
                    disabled={state.hidden.size === 0 && state.gums !== 'hidden'}
                >
                    <IconEye size={17} />
                </Tool>
                <Tool label="Save a picture (S)" onClick={() => viewer && void savePicture(viewer, name)}>
                    <IconCamera size={17} />
                </Tool>
                <Tool label="Keys (?)" onClick={onHelp}>
                    <IconHelp size={17} />
                </Tool>
            </div>
        </>
    );
}

interface ToolProps {
    label: string;
    /** Whether it is switched on; absent for what is no switch. */
    on?: boolean;
    disabled?: boolean;
    onClick: () => void;
    children: ReactNode;
}

function Tool({ label, on, disabled = false, onClick, children }: ToolProps) {
    return (
        <Tooltip label={label} position="left">
            <ActionIcon
                variant={on ? 'light' : 'subtle'}
                color={on ? 'teal' : 'gray'}
                size={34}
                aria-label={label.replace(/ \(.\)$/, '')}
                aria-pressed={on}
                disabled={disabled}
                onClick={onClick}
            >
                {children}
            </ActionIcon>
        </Tooltip>
    );
}
