import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import type { Column, Resource, Row } from '../../lib/data/catalog';
import { headingOf } from '../../lib/data/catalog';
import { fromInput, toInput } from '../../lib/data/value';
import { messageOf } from '../../lib/ui/Failure';
import classes from './Grid.module.css';
import { ReferencePicker } from './ReferencePicker';
import { useWorkbench } from './workbench';

interface Props {
    row: Row;
    column: Column;
    target: Resource | undefined;
    /** The cell is left: to the next (1), to the one before (-1), or not further (0). */
    onDone: (move: number) => void;
}

/** Whether a value is short enough to be changed where it stands; the others have the form. */
export const isInline = (column: Column): boolean => column.kind !== 'json' && column.kind !== 'array';

const inputTypes: Partial<Record<Column['kind'], string>> = { date: 'date', timestamp: 'datetime-local' };

/** Changes one value in its cell: Enter and Tab store it, Esc does not. */
export function CellEditor({ row, column, target, onDone }: Props) {
    const { actions } = useWorkbench();
    const before = toInput(row[column.name], column);
    const [text, setText] = useState(before);
    const [message, setMessage] = useState<string | null>(null);
    const [busy, setBusy] = useState(false);
    const field = useRef<HTMLInputElement & HTMLSelectElement>(null);
    const left = useRef(false);

    useLayoutEffect(() => {
        const input: HTMLInputElement | HTMLSelectElement | null = field.current;
        input?.focus();
        if (input instanceof HTMLInputElement && input.type === 'text') input.select();
    }, []);

    const leave = (move: number) => {
        left.current = true;
        onDone(move);
    };
    const store = (value: string, move: number) => {
        if (left.current || busy) return;
        if (value === before) {
            leave(move);
            return;
        }
        const parsed = fromInput(value, column);
        if ('message' in parsed) {
            setMessage(parsed.message);
            return;
        }
        setBusy(true);
        setMessage(null);
        actions
            .save(row, { [column.name]: parsed.value })
            .then(() => leave(move))
            .catch((error: unknown) => setMessage(messageOf(error)))
            .finally(() => setBusy(false));
    };
    const onKeyDown = (event: KeyboardEvent) => {
        event.stopPropagation();
        if (event.key === 'Escape') leave(0);
        else if (event.key === 'Enter') store(text, 0);
        else if (event.key === 'Tab') {
            event.preventDefault();
            store(text, event.shiftKey ? -1 : 1);
        }
    };
    const shared = {
        ref: field,
        className: classes.input,
        value: text,
        'aria-label': headingOf(column),
        'aria-invalid': message !== null,
        'aria-busy': busy,
        onKeyDown,
        onBlur: () => store(text, 0),
    };
    const choices = column.kind === 'boolean' ? ['true', 'false'] : column.values;
    return (
        <>
            {target ? (
                <ReferencePicker
                    size="xs"
                    target={target}
                    label={headingOf(column)}
                    value={text === '' ? null : text}
                    clearable={column.nullable}
                    autoFocus
                    onChange={(id) => {
                        setText(id ?? '');
                        store(id ?? '', 0);
                    }}
                    onKeyDown={(event) => {
                        event.stopPropagation();
                        if (event.key === 'Escape') leave(0);
                        if (event.key === 'Tab') {
                            event.preventDefault();
                            store(text, event.shiftKey ? -1 : 1);
                        }
                    }}
                    onBlur={() => store(text, 0)}
                />
            ) : column.kind === 'enum' || column.kind === 'boolean' ? (
                <select {...shared} onChange={(event) => setText(event.currentTarget.value)}>
                    {(column.nullable || text === '') && <option value="">–</option>}
                    {choices.map((choice) => (
                        <option key={choice} value={choice}>
                            {column.kind === 'boolean'
                                ? choice === 'true'
                                    ? 'yes'
                                    : 'no'
                                : choice.replaceAll('_', ' ')}
                        </option>
                    ))}
                </select>
            ) : (
                <input
                    {...shared}
                    type={inputTypes[column.kind] ?? 'text'}
                    step={column.kind === 'timestamp' ? 1 : undefined}
                    inputMode={column.kind === 'integer' || column.kind === 'number' ? 'decimal' : undefined}
                    onChange={(event) => setText(event.currentTarget.value)}
                />
            )}
            {message !== null && (
                <span role="alert" className={classes.problem}>
                    {message}
                </span>
            )}
        </>
    );
}
