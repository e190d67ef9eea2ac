import { ApiError, problemOf } from '../api/client';
import type { Resource } from './catalog';
import { queryOf, type View } from './filter';

export type Format = 'csv' | 'ndjson';

export const formats: Record<Format, { name: string; media: string }> = {
    csv: { name: 'CSV', media: 'text/csv' },
    ndjson: { name: 'NDJSON', media: 'application/x-ndjson' },
};

/** Where all rows of a view are, as a file with these columns. */
export function exportPath(resource: Resource, view: View, columns: readonly string[]): string {
    const query = queryOf(resource, view);
    query.set('select', columns.join(','));
    return `/api/v1/${resource.name}?${query}`;
}

/** Reads an answer piece by piece and tells how many bytes have come. An answer that ends short is an error, not a file. */
export async function gather(
    path: string,
    format: Format,
    signal: AbortSignal,
    progress: (bytes: number) => void,
): Promise<Blob> {
    const { media } = formats[format];
    const response = await fetch(path, { credentials: 'same-origin', headers: { Accept: media }, signal });
    if (!response.ok || !response.body) {
        throw new ApiError(problemOf(response.status, await response.text().catch(() => '')));
    }
    const parts: BlobPart[] = [];
    let bytes = 0;
    const reader = response.body.getReader();
    for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        parts.push(value);
        bytes += value.byteLength;
        progress(bytes);
    }
    return new Blob(parts, { type: media });
}

/** Hands a file to the browser's downloads. */
export function hand(file: Blob, name: string): void {
    const address = URL.createObjectURL(file);
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    // The download has its own hold on the bytes a moment later.
    window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
