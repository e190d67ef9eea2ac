import { Kbd, Modal } from '@mantine/core';
import classes from './KeyHelp.module.css';

const keys: [keys: string[], what: string][] = [
    [['←', '→', '↑', '↓'], 'Turn'],
    [['Shift', 'arrows'], 'Move'],
    [['+', '-'], 'Zoom'],
    [['1', '2', '3', '4', '5'], 'Occlusal, front, left, right, back'],
    [['F'], 'Fit to the window'],
    [['N', 'B'], 'Next tooth, tooth before'],
    [['H'], 'Hide or show the chosen tooth'],
    [['I'], 'Show the chosen tooth alone, or all again'],
    [['A'], 'Show everything'],
    [['L'], 'Tooth numbers'],
    [['P'], 'Findings'],
    [['G'], 'Gums: solid, transparent, hidden'],
    [['W'], 'Wireframe'],
    [['M'], 'Measure'],
    [['Backspace'], 'Take back the last distance'],
    [['S'], 'Save a picture'],
    [['Esc'], 'Leave measuring; choose nothing'],
];

const pointers: [string, string][] = [
    ['Drag, one finger', 'Turn'],
    ['Right button or Shift and drag, two fingers', 'Move'],
    ['Wheel, pinch', 'Zoom'],
    ['Click, tap', 'Choose a tooth'],
    ['Double click', 'Fly to a place'],
];

export function KeyHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
    return (
        <Modal
            opened={opened}
            onClose={onClose}
            title="Keys and gestures of the 3D view"
            closeButtonProps={{ 'aria-label': 'Close' }}
        >
            <dl className={classes.keys}>
                {keys.map(([caps, what]) => (
                    <div key={what}>
                        <dt>
                            {caps.map((cap) => (
                                <Kbd key={cap}>{cap}</Kbd>
                            ))}
                        </dt>
                        <dd>{what}</dd>
                    </div>
                ))}
                {pointers.map(([gesture, what]) => (
                    <div key={gesture}>
                        <dt>{gesture}</dt>
                        <dd>{what}</dd>
                    </div>
                ))}
            </dl>
        </Modal>
    );
}
