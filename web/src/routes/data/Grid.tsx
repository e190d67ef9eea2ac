// biome-ignore-all lint/a11y/useSemanticElements: a table of which only a part exists places its rows and cells itself
import { useVirtualizer } from '@tanstack/react-virtual';
import {
    type KeyboardEvent,
    type MouseEvent,
    type RefObject,
    useCallback,
    useEffect,
    useMemo,
    useRef,
    useState,
} from 'react';
import { type Row, spelled } from '../../lib/data/catalog';
import type { Sort, View } from '../../lib/data/filter';
import { shown as shownValue } from '../../lib/data/value';
import { isInline } from './CellEditor';
import classes from './Grid.module.css';
import { GridHeader, type HeaderActions } from './GridHeader';
import { cellId, GridRow } from './GridRow';
import type { Shown } from './useColumns';
import { useWorkbench } from './workbench';

export const rowHeight = 28;
const headerHeight = 32;
/** How near the end, in rows, the next page is asked for. */
const ahead = 80;

export interface Place {
    row: number;
    column: string;
}

interface Props {
    /** Another one begins at the top. */
    view: View;
    /** Shows that these rows are about to be replaced. */
    dimmed: boolean;
    rows: readonly Row[];
    columns: readonly Shown[];
    sort: readonly Sort[];
    /** The row that the panel shows. */
    chosen: string | null;
    more: boolean;
    onMore: () => void;
    onOpen: (id: string) => void;
    onFollow: (resource: string, id: string) => void;
    onPlace: (row: Row) => void;
    onLeave: () => void;
    headerActions: HeaderActions;
    gridRef: RefObject<HTMLDivElement | null>;
}

/** The rows as a table of which only the part in sight exists. */
export function Grid(props: Props) {
    const { rows, columns, sort, chosen, more, onMore, onOpen, onFollow, onPlace, onLeave, gridRef } = props;
    const { resource, openForm, may, trash } = useWorkbench();
    const [place, setPlace] = useState<Place | null>(null);
    const [editing, setEditing] = useState(false);
    const [first, ...rest] = columns;
    const firstWidth = first?.width ?? 0;

    const vertical = useVirtualizer({
        count: rows.length,
        getScrollElement: () => gridRef.current,
        estimateSize: () => rowHeight,
        overscan: 10,
        paddingStart: headerHeight,
        scrollPaddingStart: headerHeight,
        useFlushSync: false,
    });
    const horizontal = useVirtualizer({
        horizontal: true,
        count: rest.length,
        getScrollElement: () => gridRef.current,
        getItemKey: (index) => rest[index]?.column.name ?? index,
        estimateSize: (index) => rest[index]?.width ?? 0,
        overscan: 2,
        paddingStart: firstWidth,
        scrollPaddingStart: firstWidth,
        useFlushSync: false,
    });
    // biome-ignore lint/correctness/useExhaustiveDependencies: the widths are what the measures were made of
    useEffect(() => horizontal.measure(), [horizontal, columns]);

    const lines = vertical.getVirtualItems();
    const across = horizontal.getVirtualItems();
    const from = across[0]?.index ?? 0;
    const to = across.at(-1)?.index ?? -1;
    const inSight = useMemo(() => columns.slice(1 + from, 2 + to), [columns, from, to]);
    const order = useMemo(() => new Map(columns.map(({ column }, index) => [column.name, index])), [columns]);

    // biome-ignore lint/correctness/useExhaustiveDependencies: another view begins at the top
    useEffect(() => {
        setPlace(null);
        setEditing(false);
        if (gridRef.current) gridRef.current.scrollTop = 0;
    }, [props.view, gridRef]);

    const last = lines.at(-1)?.index ?? 0;
    useEffect(() => {
        if (more && last >= rows.length - ahead) onMore();
    }, [more, last, rows.length, onMore]);

    const go = useCallback(
        (next: Place) => {
            const row = rows[next.row];
            const index = order.get(next.column);
            if (!row || index === undefined) return;
            setPlace(next);
            vertical.scrollToIndex(next.row);
            if (index > 0) horizontal.scrollToIndex(index - 1);
            onPlace(row);
        },
        [rows, order, vertical, horizontal, onPlace],
    );

    const editAt = (at: Place) => {
        const row = rows[at.row];
        const column = columns[order.get(at.column) ?? -1]?.column;
        if (!row || !column) return;
        if (column.managed || column.kind === 'other' || !may('update') || trash) onOpen(row.id);
        else if (isInline(column)) setEditing(true);
        else openForm(row, column.name);
    };

    const neighbour = (at: Place, by: number): Place => {
        const index = Math.min(Math.max((order.get(at.column) ?? 0) + by, 0), columns.length - 1);
        return { row: at.row, column: columns[index]?.column.name ?? at.column };
    };

    // The rows in sight are not drawn again for it, so it must stay the same function.
    const latest = useRef({ place, go, editAt, neighbour, columns, order });
    latest.current = { place, go, editAt, neighbour, columns, order };
    const onDone = useCallback(
        (move: number) => {
            setEditing(false);
            gridRef.current?.focus({ preventScroll: true });
            const now = latest.current;
            if (move === 0 || !now.place) return;
            let next = now.neighbour(now.place, move);
            // The next one that can be changed here.
            for (;;) {
                const column = now.columns[now.order.get(next.column) ?? 0]?.column;
                if (column && !column.managed && column.kind !== 'other' && isInline(column)) break;
                const further = now.neighbour(next, move);
                if (further.column === next.column) return;
                next = further;
            }
            now.go(next);
            setEditing(true);
        },
        [gridRef],
    );

    const onKeyDown = (event: KeyboardEvent) => {
        if (event.target !== event.currentTarget || event.altKey) return;
        const start = columns[0]?.column.name ?? 'id';
        const at = place ?? { row: 0, column: start };
        const screen = Math.max(1, Math.floor((gridRef.current?.clientHeight ?? 400) / rowHeight) - 2);
        const clamp = (row: number) => Math.min(Math.max(row, 0), rows.length - 1);
        const end = columns.at(-1)?.column.name ?? start;
        const whole = event.ctrlKey || event.metaKey;
        if (whole && event.key.toLowerCase() === 'c') {
            const column = columns[order.get(at.column) ?? -1]?.column;
            const value = column && rows[at.row]?.[column.name];
            if (column)
                void navigator.clipboard?.writeText(typeof value === 'string' ? value : shownValue(value, column));
            return;
        }
        const steps: Record<string, () => void> = {
            arrowdown: () => go({ ...at, row: place ? clamp(at.row + 1) : 0 }),
            arrowup: () => go({ ...at, row: clamp(at.row - 1) }),
            arrowright: () => go(neighbour(at, 1)),
            arrowleft: () => go(neighbour(at, -1)),
            pagedown: () => go({ ...at, row: clamp(at.row + screen) }),
            pageup: () => go({ ...at, row: clamp(at.row - screen) }),
            home: () => go({ row: whole ? 0 : at.row, column: start }),
            end: () => go({ row: whole ? rows.length - 1 : at.row, column: end }),
            enter: () => editAt(at),
            f2: () => editAt(at),
            ' ': () => rows[at.row] && onOpen(rows[at.row]?.id ?? ''),
            escape: onLeave,
        };
        const key = event.key.toLowerCase();
        const step = steps[key];
        if (!step || (whole && key !== 'home' && key !== 'end')) return;
        event.preventDefault();
        step();
    };

    const placeOf = (event: MouseEvent): Place | null => {
        const cell = (event.target as Element).closest<HTMLElement>('[data-column]');
        const row = cell?.parentElement?.dataset.index;
        return cell?.dataset.column && row !== undefined ? { row: Number(row), column: cell.dataset.column } : null;
    };
    const onClick = (event: MouseEvent) => {
        const link = (event.target as Element).closest<HTMLElement>('a');
        if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
            event.preventDefault();
            if (link.dataset.open) onOpen(link.dataset.open);
            else if (link.dataset.resource && link.dataset.row) onFollow(link.dataset.resource, link.dataset.row);
        }
        const at = placeOf(event);
        if (!at || (editing && at.row === place?.row && at.column === place.column)) return;
        setEditing(false);
        go(at);
    };
    const onDoubleClick = (event: MouseEvent) => {
        const at = placeOf(event);
        if (at && !editing) editAt(at);
    };

    if (!first) return null;
    return (
        <div
            ref={gridRef}
            role="grid"
            tabIndex={0}
            aria-label={spelled(resource.name)}
            aria-rowcount={more ? -1 : rows.length + 1}
            aria-colcount={columns.length}
            aria-activedescendant={place ? cellId(place.row, place.column) : undefined}
            data-loaded={rows.length}
            data-dimmed={props.dimmed || undefined}
            className={classes.grid}
            onKeyDown={onKeyDown}
            onClick={onClick}
            onDoubleClick={onDoubleClick}
        >
            <div
                role="presentation"
                className={classes.sizer}
                style={{ height: vertical.getTotalSize(), width: Math.max(horizontal.getTotalSize(), firstWidth) }}
            >
                <GridHeader first={first} columns={inSight} order={order} sort={sort} actions={props.headerActions} />
                {lines.map((line) => {
                    const row = rows[line.index];
                    if (!row) return null;
                    const here = place?.row === line.index;
                    return (
                        <GridRow
                            key={line.index}
                            row={row}
                            index={line.index}
                            top={line.start}
                            first={first}
                            columns={inSight}
                            order={order}
                            active={here ? place.column : null}
                            editing={here && editing ? place.column : null}
                            chosen={row.id === chosen}
                            onDone={onDone}
                        />
                    );
                })}
            </div>
        </div>
    );
}
