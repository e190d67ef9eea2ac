import { useNavigate } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';

/** Follows the links of the cells within without loading the page anew. */
export function CellLink({ children }: { children: ReactNode }) {
    const navigate = useNavigate();
    const onClick = (event: MouseEvent) => {
        const link = (event.target as Element).closest<HTMLElement>('a[data-resource]');
        if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        const { resource, row } = link.dataset;
        if (resource && row) {
            void navigate({ to: '/data/$resource/$rowId', params: { resource, rowId: row }, search: {} });
        }
    };
    return (
        // biome-ignore lint/a11y/noStaticElementInteractions: the links within take the keys
        // biome-ignore lint/a11y/useKeyWithClickEvents: the links within take the keys
        <span onClick={onClick}>{children}</span>
    );
}
