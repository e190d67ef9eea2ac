/** A label's place on the screen, in pixels. */
export interface Placed {
    x: number;
    y: number;
    width: number;
    height: number;
    /** Larger goes first. */
    rank: number;
}

const gap = 2;

/** Which labels can be shown without lying on one another; those of higher rank first. */
export function declutter(labels: readonly Placed[]): boolean[] {
    const shown = labels.map(() => false);
    const order = labels.map((_, index) => index).sort((a, b) => rank(labels[b]) - rank(labels[a]));
    const kept: Placed[] = [];
    for (const index of order) {
        const label = labels[index];
        if (!label || kept.some((other) => overlap(label, other))) continue;
        kept.push(label);
        shown[index] = true;
    }
    return shown;
}

function rank(label: Placed | undefined): number {
    return label?.rank ?? Number.NEGATIVE_INFINITY;
}

function overlap(a: Placed, b: Placed): boolean {
    return Math.abs(a.x - b.x) < (a.width + b.width) / 2 + gap && Math.abs(a.y - b.y) < (a.height + b.height) / 2 + gap;
}
