// biome-ignore-all lint/a11y/useSemanticElements: a table of which only a part exists places its rows and cells itself
import { ActionIcon, Menu } from '@mantine/core';
import {
    IconArrowDown,
    IconArrowLeft,
    IconArrowRight,
    IconArrowUp,
    IconChevronDown,
    IconEyeOff,
    IconFilter,
    IconShieldHalf,
} from '@tabler/icons-react';
import { memo, useState } from 'react';
import { headingOf, isComparable } from '../../lib/data/catalog';
import { operatorsOf, type Sort } from '../../lib/data/filter';
import classes from './Grid.module.css';
import type { Shown } from './useColumns';

export interface HeaderActions {
    sortBy: (column: string, descending: boolean | undefined, add: boolean) => void;
    filterBy: (column: string) => void;
    hide: (column: string) => void;
    /** Puts a column before another one. */
    move: (column: string, before: string) => void;
    /** Moves a column by one place. */
    nudge: (column: string, by: number) => void;
}

interface Props {
    first: Shown;
    columns: readonly Shown[];
    order: ReadonlyMap<string, number>;
    sort: readonly Sort[];
    actions: HeaderActions;
}

/** The line of headings. */
export const GridHeader = memo(function GridHeader({ first, columns, order, sort, actions }: Props) {
    const [over, setOver] = useState<string | null>(null);
    const cell = (shown: Shown, pinned: boolean) => {
        const { column } = shown;
        const place = sort.findIndex((entry) => entry.column === column.name);
        const sorted = sort[place];
        return (
            <div
                key={column.name}
                role="columnheader"
                tabIndex={-1}
                aria-colindex={(order.get(column.name) ?? 0) + 1}
                aria-sort={sorted ? (sorted.descending ? 'descending' : 'ascending') : undefined}
                className={pinned ? classes.pinnedHeading : classes.heading}
                data-over={over === column.name || undefined}
                style={pinned ? { width: shown.width } : { left: shown.left, width: shown.width }}
                draggable={!pinned}
                onDragStart={(event) => event.dataTransfer.setData('text/column', column.name)}
                onDragOver={(event) => {
                    if (pinned || !event.dataTransfer.types.includes('text/column')) return;
                    event.preventDefault();
                    setOver(column.name);
                }}
                onDragLeave={() => setOver(null)}
                onDrop={(event) => {
                    setOver(null);
                    actions.move(event.dataTransfer.getData('text/column'), column.name);
                }}
            >
                <button
                    type="button"
                    className={classes.sort}
                    disabled={!isComparable(column)}
                    title={`${column.name}: ${column.comment}`}
                    onClick={(event) => actions.sortBy(column.name, undefined, event.shiftKey)}
                >
                    <span className={classes.headingText}>{headingOf(column)}</span>
                    {column.content !== 'plain' && (
                        <IconShieldHalf
                            size={12}
                            stroke={1.8}
                            className={classes.sensitive}
                            aria-label={column.content === 'phi' ? 'health data' : 'personal data'}
                        />
                    )}
                    {sorted &&
                        (sorted.descending ? (
                            <IconArrowDown size={13} aria-hidden="true" />
                        ) : (
                            <IconArrowUp size={13} aria-hidden="true" />
                        ))}
                    {sorted && sort.length > 1 && <span className={classes.place}>{place + 1}</span>}
                </button>
                <HeadingMenu shown={shown} pinned={pinned} actions={actions} />
                {/* Widths have keys in the columns' menu; this is for the pointer. */}
                {/* biome-ignore lint/a11y/noStaticElementInteractions: only for the pointer */}
                <span
                    className={classes.resizer}
                    draggable
                    onDragStart={(event) => {
                        event.preventDefault();
                        event.stopPropagation();
                    }}
                    onMouseDown={shown.resize}
                    onTouchStart={shown.resize}
                />
            </div>
        );
    };
    return (
        <div role="row" aria-rowindex={1} className={classes.header} tabIndex={-1}>
            {cell(first, true)}
            {columns.map((shown) => cell(shown, false))}
        </div>
    );
});

function HeadingMenu({ shown, pinned, actions }: { shown: Shown; pinned: boolean; actions: HeaderActions }) {
    const { column } = shown;
    const comparable = isComparable(column);
    return (
        <Menu position="bottom-end" width={180}>
            <Menu.Target>
                <ActionIcon
                    variant="subtle"
                    color="gray"
                    size={20}
                    className={classes.more}
                    aria-label={`Menu of ${headingOf(column)}`}
                >
                    <IconChevronDown size={13} />
                </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
                <Menu.Item
                    leftSection={<IconArrowUp size={15} />}
                    disabled={!comparable}
                    onClick={() => actions.sortBy(column.name, false, false)}
                >
                    Sort upwards
                </Menu.Item>
                <Menu.Item
                    leftSection={<IconArrowDown size={15} />}
                    disabled={!comparable}
                    onClick={() => actions.sortBy(column.name, true, false)}
                >
                    Sort downwards
                </Menu.Item>
                <Menu.Item
                    leftSection={<IconFilter size={15} />}
                    disabled={operatorsOf(column).length === 0}
                    onClick={() => actions.filterBy(column.name)}
                >
                    Filter…
                </Menu.Item>
                {!pinned && (
                    <>
                        <Menu.Divider />
                        <Menu.Item
                            leftSection={<IconArrowLeft size={15} />}
                            onClick={() => actions.nudge(column.name, -1)}
                        >
                            Move left
                        </Menu.Item>
                        <Menu.Item
                            leftSection={<IconArrowRight size={15} />}
                            onClick={() => actions.nudge(column.name, 1)}
                        >
                            Move right
                        </Menu.Item>
                        <Menu.Item leftSection={<IconEyeOff size={15} />} onClick={() => actions.hide(column.name)}>
                            Hide
                        </Menu.Item>
                    </>
                )}
            </Menu.Dropdown>
        </Menu>
    );
}
