import { Skeleton } from '@mantine/core';
import classes from './ResourcePage.module.css';
import type { Shown } from './useColumns';

const lines = Array.from({ length: 14 }, (_, index) => `line-${index}`);

/** Stands where the rows will be. */
export function GridSkeleton({ columns }: { columns: readonly Shown[] }) {
    return (
        <div className={classes.skeleton} role="status" aria-label="Loading rows">
            {lines.map((line, index) => (
                <div key={line} className={classes.skeletonLine}>
                    {columns.slice(0, 10).map(({ column, width }, place) => (
                        <div key={column.name} style={{ width, flex: 'none', paddingInline: 10 }}>
                            <Skeleton height={10} width={`${45 + ((index * 7 + place * 13) % 5) * 9}%`} />
                        </div>
                    ))}
                </div>
            ))}
        </div>
    );
}
