import { IconShieldHalf } from '@tabler/icons-react';
import { columnOf, headingOf, type Row, targetOf } from '../../lib/data/catalog';
import { defaultOrder } from '../../lib/data/layout';
import { toInput } from '../../lib/data/value';
import { Cell } from './Cell';
import { CellLink } from './CellLink';
import classes from './Panels.module.css';
import { useWorkbench } from './workbench';

/** All values of a row, the empty ones last. */
export function Values({ row, marked }: { row: Row; marked?: ReadonlySet<string> }) {
    const { resource, catalog } = useWorkbench();
    const columns = defaultOrder(resource)
        .map((name) => columnOf(resource, name))
        .filter((column) => column !== undefined);
    const empty = (name: string) => row[name] === null || row[name] === undefined;
    const filled = columns.filter(({ name }) => !empty(name));
    const others = columns.filter(({ name }) => empty(name));
    return (
        <>
            <dl className={classes.values}>
                {filled.map((column) => (
                    <div key={column.name} data-marked={marked?.has(column.name) || undefined}>
                        <dt title={column.comment}>
                            {headingOf(column)}
                            {column.content !== 'plain' && (
                                <IconShieldHalf
                                    size={11}
                                    className={classes.sensitive}
                                    role="img"
                                    aria-label={column.content === 'phi' ? 'health data' : 'personal data'}
                                />
                            )}
                        </dt>
                        <dd>
                            {column.kind === 'json' || column.kind === 'array' ? (
                                <pre className={classes.json}>{toInput(row[column.name], column)}</pre>
                            ) : column.kind === 'text' ? (
                                String(row[column.name])
                            ) : column.name === 'id' ? (
                                <code>{row.id}</code>
                            ) : (
                                <CellLink>
                                    <Cell row={row} column={column} target={targetOf(resource, column.name, catalog)} />
                                </CellLink>
                            )}
                        </dd>
                    </div>
                ))}
            </dl>
            {others.length > 0 && (
                <p className={classes.empty}>Empty: {others.map((column) => headingOf(column)).join(', ')}</p>
            )}
        </>
    );
}
