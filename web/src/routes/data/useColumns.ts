import {
    columnOrderingFeature,
    columnResizingFeature,
    columnSizingFeature,
    columnVisibilityFeature,
    tableFeatures,
    useTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import type { Catalog, Column, Resource, Row } from '../../lib/data/catalog';
import { targetOf } from '../../lib/data/catalog';
import { type Layout, widthOf } from '../../lib/data/layout';

const features = tableFeatures({
    columnOrderingFeature,
    columnVisibilityFeature,
    columnSizingFeature,
    columnResizingFeature,
});

/** A shown column: what it is and where it stands, in pixels from the left. */
export interface Shown {
    column: Column;
    target: Resource | undefined;
    left: number;
    width: number;
    /** Begins a change of its width by a mouse or a finger. */
    resize: (event: unknown) => void;
}

const noRows: Row[] = [];

/**
 * The shown columns in their order and widths. The table library holds the columns only: rows go from the pages to the screen as
 * they are, since a model of each of 100,000 rows would be built anew with every page.
 */
export function useColumns(
    resource: Resource,
    catalog: Catalog,
    layout: Layout,
    setLayout: (change: (layout: Layout) => Layout) => void,
): Shown[] {
    const columns = useMemo(
        () =>
            resource.columns.map((column) => ({ id: column.name, size: widthOf(column), minSize: 60, maxSize: 1000 })),
        [resource],
    );
    const table = useTable({
        features,
        columns,
        data: noRows,
        columnResizeMode: 'onChange',
        state: {
            columnOrder: layout.order,
            columnVisibility: Object.fromEntries(layout.hidden.map((name) => [name, false])),
            columnSizing: layout.widths,
        },
        onColumnSizingChange: (change) =>
            setLayout((old) => ({ ...old, widths: typeof change === 'function' ? change(old.widths) : change })),
    });
    const headers = table.getLeafHeaders();
    return useMemo(() => {
        let left = 0;
        return headers.flatMap((header) => {
            const column = resource.columns.find(({ name }) => name === header.column.id);
            if (!column) return [];
            const width = layout.widths[column.name] ?? widthOf(column);
            left += width;
            return [
                {
                    column,
                    target: targetOf(resource, column.name, catalog),
                    left: left - width,
                    width,
                    resize: header.getResizeHandler(),
                },
            ];
        });
    }, [headers, resource, catalog, layout.widths]);
}
