import type { CaseFile } from './api/types';

export interface Download {
    file: CaseFile;
    name: string;
    use: string;
}

const uses: Record<string, string> = {
    glb: 'coloured teeth, for viewing',
    ply: 'coloured teeth, one surface',
    obj: 'one group a tooth',
    stl: 'the welded surface',
    json: 'tooth numbers of every vertex',
    png: 'picture',
};

const order = ['glb', 'ply', 'obj', 'stl', 'json', 'png'];

function extension(file: CaseFile): string {
    return file.name.split('.').at(-1)?.toLowerCase() ?? '';
}

/** The level of detail of a 3D file: 0 is the scan's own. */
export function levelOf(file: CaseFile): number {
    return file.metadata.level ?? 0;
}

/** What can be had of a scan: first the file as it came in, then what was made of it at full detail. */
export function downloadsOf(scan: CaseFile, made: readonly CaseFile[]): Download[] {
    const results = made
        .filter((file) => order.includes(extension(file)) && levelOf(file) === 0)
        .sort((a, b) => order.indexOf(extension(a)) - order.indexOf(extension(b)))
        .map((file) => ({ file, name: extension(file).toUpperCase(), use: uses[extension(file)] ?? '' }));
    return [{ file: scan, name: 'Original', use: 'as it came in' }, ...results];
}

/** The 3D files of a scan, the quickest to load first. */
export function modelsOf(made: readonly CaseFile[]): CaseFile[] {
    return made
        .filter((file) => file.file_type === 'segmented_scan' && extension(file) === 'glb')
        .sort((a, b) => levelOf(b) - levelOf(a) || a.size_bytes - b.size_bytes);
}

export function thumbnailOf(made: readonly CaseFile[]): CaseFile | undefined {
    return made.find((file) => file.file_type === 'thumbnail');
}
