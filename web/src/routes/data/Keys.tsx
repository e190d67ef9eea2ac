import { Kbd, Modal } from '@mantine/core';
import classes from './Panels.module.css';

const keys: [keys: string[], what: string][] = [
    [['/'], 'Filter by a column'],
    [['N'], 'New row'],
    [['E'], 'Edit the whole row'],
    [['R'], 'Read the rows again'],
    [['←', '→', '↑', '↓'], 'Move the cell'],
    [['Page ↑', 'Page ↓'], 'A screen up or down'],
    [['Home', 'End'], 'First and last column; with Ctrl the whole table'],
    [['Enter'], 'Change the value; open the row where it cannot be changed'],
    [['Space'], 'Open the row'],
    [['Tab'], 'Store, and change the next value'],
    [['Esc'], 'Change nothing; close the row'],
    [['Ctrl', 'C'], 'Copy the value'],
    [['?'], 'These keys'],
];

export function Keys({ opened, onClose }: { opened: boolean; onClose: () => void }) {
    return (
        <Modal opened={opened} onClose={onClose} title="Keys of the table" closeButtonProps={{ 'aria-label': 'Close' }}>
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
            </dl>
        </Modal>
    );
}
