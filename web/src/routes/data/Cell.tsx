import type { Column, Resource, Row } from '../../lib/data/catalog';
import { labelOf, shortId } from '../../lib/data/catalog';
import { referenceKey } from '../../lib/data/rows';
import { shown, toneOf } from '../../lib/data/value';
import classes from './Grid.module.css';

interface Props {
    row: Row;
    column: Column;
    target: Resource | undefined;
}

/** A value on one line. Plain elements only: there are hundreds of these on the screen. */
export function Cell({ row, column, target }: Props) {
    const value = row[column.name];
    if (value === null || value === undefined) return <span className={classes.none}>–</span>;
    if (column.name === 'id') {
        return (
            <a className={classes.id} href={`#${row.id}`} data-open={row.id} tabIndex={-1} title={row.id}>
                {shortId(row.id)}
            </a>
        );
    }
    switch (column.kind) {
        case 'enum':
            return <span className={`tone tone-${toneOf(String(value))}`}>{shown(value, column)}</span>;
        case 'boolean':
            return <span className={value === true ? classes.yes : classes.no}>{shown(value, column)}</span>;
        case 'uuid': {
            const referred = row[referenceKey(column.name)];
            const known = target && typeof referred === 'object' && referred !== null;
            const text = known ? labelOf(target, referred as Row) : shortId(String(value));
            return target ? (
                <a
                    className={known ? classes.reference : classes.id}
                    href={`/data/${target.name}/${String(value)}`}
                    data-resource={target.name}
                    data-row={String(value)}
                    tabIndex={-1}
                    title={`${target.name} ${String(value)}`}
                >
                    {text}
                </a>
            ) : (
                <span className={classes.code} title={String(value)}>
                    {text}
                </span>
            );
        }
        case 'json':
        case 'array':
            return <span className={classes.code}>{shown(value, column)}</span>;
        default:
            return shown(value, column);
    }
}
