// biome-ignore-all lint/a11y/useSemanticElements: a table of which only a part exists places its rows and cells itself
import { memo } from 'react';
import type { Row } from '../../lib/data/catalog';
import { Cell } from './Cell';
import { CellEditor } from './CellEditor';
import classes from './Grid.module.css';
import type { Shown } from './useColumns';

export const cellId = (row: number, column: string): string => `cell-${row}-${column}`;

interface Props {
    row: Row;
    index: number;
    top: number;
    /** The id, which stays in sight, and the columns within the window. */
    first: Shown;
    columns: readonly Shown[];
    /** The names of all shown columns, for their numbers. */
    order: ReadonlyMap<string, number>;
    /** The column of the cell that the keys act on, where it is in this row. */
    active: string | null;
    editing: string | null;
    chosen: boolean;
    onDone: (move: number) => void;
}

const numeric = new Set(['integer', 'number']);

/** One row. It is drawn again only when something of it changed: while the table scrolls its neighbours come and go. */
export const GridRow = memo(function GridRow(props: Props) {
    const { row, index, top, first, columns, order, active, editing, chosen, onDone } = props;
    const cell = (shown: Shown, pinned: boolean) => {
        const { name, kind } = shown.column;
        return (
            // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus and names its active cell
            <div
                key={name}
                id={cellId(index, name)}
                role="gridcell"
                aria-colindex={(order.get(name) ?? 0) + 1}
                className={pinned ? classes.pinned : classes.cell}
                data-column={name}
                data-numeric={numeric.has(kind) || undefined}
                data-active={active === name || undefined}
                style={pinned ? { width: shown.width } : { left: shown.left, width: shown.width }}
            >
                {editing === name ? (
                    <CellEditor row={row} column={shown.column} target={shown.target} onDone={onDone} />
                ) : (
                    <Cell row={row} column={shown.column} target={shown.target} />
                )}
            </div>
        );
    };
    return (
        // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus and names its active cell
        <div
            role="row"
            aria-rowindex={index + 2}
            aria-selected={chosen}
            className={classes.row}
            data-index={index}
            data-odd={index % 2 === 1 || undefined}
            data-chosen={chosen || undefined}
            style={{ transform: `translateY(${top}px)` }}
        >
            {cell(first, true)}
            {columns.map((shown) => cell(shown, false))}
        </div>
    );
});
