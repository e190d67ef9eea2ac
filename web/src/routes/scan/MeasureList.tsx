import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { lengthOf, type Measure } from '../../lib/viewer/state';
import classes from './MeasureList.module.css';

interface Props {
    measures: Measure[];
    onRemove: (key: number) => void;
}

export function MeasureList({ measures, onRemove }: Props) {
    return (
        <section className={classes.list} aria-label="Distances">
            {measures.length === 0 && <p>Click two places on the surface.</p>}
            {measures.map((measure, index) => (
                <div key={measure.key} className={classes.line}>
                    <span>{index + 1}</span>
                    <b className="numbers">{lengthOf(measure).toFixed(2)} mm</b>
                    <ActionIcon
                        size="sm"
                        variant="subtle"
                        color="gray"
                        aria-label={`Remove distance ${index + 1}`}
                        onClick={() => onRemove(measure.key)}
                    >
                        <IconX size={14} />
                    </ActionIcon>
                </div>
            ))}
        </section>
    );
}
