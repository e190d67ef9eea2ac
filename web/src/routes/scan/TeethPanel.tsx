import { ActionIcon, Tooltip } from '@mantine/core';
import { IconEye, IconEyeOff, IconFocus2, IconZoomIn } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { Jaw, Segment } from '../../lib/api/types';
import { toothKind } from '../../lib/teeth/fdi';
import { count } from '../../lib/ui/format';
import type { Act, ViewState } from '../../lib/viewer/state';
import { ArchChart } from './ArchChart';
import classes from './TeethPanel.module.css';
import { inArchOrder } from './useKeys';

interface Props {
    jaw: Jaw;
    segments: Segment[];
    state: ViewState;
    act: (act: Act) => void;
    /** Brings a tooth into view. */
    onFocus: (label: string) => void;
}

export function TeethPanel({ jaw, segments, state, act, onFocus }: Props) {
    const teeth = inArchOrder(segments);
    const all = segments.map(({ label }) => label);
    if (teeth.length === 0) return <p className={classes.none}>No teeth were found in this scan.</p>;
    return (
        <>
            <ArchChart jaw={jaw} teeth={teeth} state={state} act={act} />
            <p className={classes.summary}>{count(teeth.length, 'tooth', 'teeth')} found</p>
            <table className={classes.table}>
                <thead>
                    <tr>
                        <th scope="col">Tooth</th>
                        <th scope="col">Confidence</th>
                        <th scope="col" className={classes.right}>
                            Width
                        </th>
                        <th scope="col">
                            <span className="visually-hidden">Actions</span>
                        </th>
                    </tr>
                </thead>
                <tbody>
                    {teeth.map((tooth) => (
                        <Row
                            key={tooth.id}
                            tooth={tooth}
                            selected={state.selected === tooth.label}
                            hidden={state.hidden.has(tooth.label)}
                            onSelect={() => act({ do: 'select', label: tooth.label })}
                            onToggle={() => act({ do: 'toggle', label: tooth.label })}
                            onIsolate={() => act({ do: 'isolate', label: tooth.label, all })}
                            onFocus={() => {
                                act({ do: 'select', label: tooth.label });
                                onFocus(tooth.label);
                            }}
                        />
                    ))}
                </tbody>
            </table>
        </>
    );
}

interface RowProps {
    tooth: Segment;
    selected: boolean;
    hidden: boolean;
    onSelect: () => void;
    onToggle: () => void;
    onIsolate: () => void;
    onFocus: () => void;
}

function Row({ tooth, selected, hidden, onSelect, onToggle, onIsolate, onFocus }: RowProps) {
    const row = useRef<HTMLTableRowElement>(null);
    useEffect(() => {
        if (selected) row.current?.scrollIntoView({ block: 'nearest' });
    }, [selected]);
    const percent = tooth.confidence_score === null ? null : Math.round(tooth.confidence_score * 100);
    const { width_mm: width } = tooth.properties;
    const fdi = tooth.fdi ?? 0;
    return (
        <tr ref={row} data-selected={selected || undefined} data-hidden={hidden || undefined}>
            <td>
                <button type="button" className={classes.tooth} onClick={onSelect} aria-pressed={selected}>
                    <b className="numbers">{fdi}</b>
                    <span>{toothKind(fdi)}</span>
                </button>
            </td>
            <td>
                {percent !== null && (
                    <span className={`${classes.confidence} numbers`} data-level={level(percent)}>
                        <span className={classes.bar}>
                            <span style={{ width: `${percent}%` }} />
                        </span>
                        {percent} %
                    </span>
                )}
            </td>
            <td className={`${classes.right} numbers`}>{width === undefined ? '' : `${width.toFixed(1)} mm`}</td>
            <td className={classes.actions}>
                <Tooltip label="Bring into view">
                    <ActionIcon
                        variant="subtle"
                        color="gray"
                        size="sm"
                        aria-label={`Bring ${fdi} into view`}
                        onClick={onFocus}
                    >
                        <IconZoomIn size={15} />
                    </ActionIcon>
                </Tooltip>
                <Tooltip label="Show alone">
                    <ActionIcon
                        variant="subtle"
                        color="gray"
                        size="sm"
                        aria-label={`Show ${fdi} alone`}
                        onClick={onIsolate}
                    >
                        <IconFocus2 size={15} />
                    </ActionIcon>
                </Tooltip>
                <Tooltip label={hidden ? 'Show' : 'Hide'}>
                    <ActionIcon
                        variant="subtle"
                        color="gray"
                        size="sm"
                        aria-label={`${hidden ? 'Show' : 'Hide'} ${fdi}`}
                        onClick={onToggle}
                    >
                        {hidden ? <IconEyeOff size={15} /> : <IconEye size={15} />}
                    </ActionIcon>
                </Tooltip>
            </td>
        </tr>
    );
}

function level(percent: number): 'low' | 'middle' | 'high' {
    return percent >= 80 ? 'high' : percent >= 55 ? 'middle' : 'low';
}
