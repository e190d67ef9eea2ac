import type { Jaw } from '../api/types';

/** Where a tooth lies in the picture of an arch: middle, size and turn, in a box that is `archBox` wide and high. */
export interface ArchPlace {
    x: number;
    y: number;
    /** Along the arch. */
    width: number;
    /** Across it. */
    depth: number;
    /** Degrees clockwise. */
    turn: number;
}

export const archBox = { width: 100, height: 92 };

/** Usual crown sizes [mesiodistal, buccolingual] in mm, central incisor to third molar (Wheeler's Dental Anatomy). */
const sizes: Record<Jaw, [number, number][]> = {
    upper: [
        [8.5, 7],
        [6.5, 6],
        [7.5, 8],
        [7, 9],
        [7, 9],
        [10, 11],
        [9, 11],
        [8.5, 10],
    ],
    lower: [
        [5, 6],
        [5.5, 6.5],
        [7, 7.5],
        [7, 7.5],
        [7, 8],
        [11, 10.5],
        [10.5, 10],
        [10, 9.5],
    ],
};

const steps = 400;

/** Half of the arch's curve, from the middle backwards: half an ellipse. */
function curve(share: number): { x: number; y: number } {
    const angle = share * (Math.PI / 2) * 1.08;
    return { x: 40 * Math.sin(angle), y: 78 * (1 - Math.cos(angle)) };
}

/** The places of the eight teeth of the left side of a jaw, at its size in the picture; the other side is the mirror image. */
function side(jaw: Jaw): ArchPlace[] {
    const points = Array.from({ length: steps + 1 }, (_, i) => curve(i / steps));
    const lengths = [0];
    for (let i = 1; i <= steps; i += 1) {
        const [a, b] = [points[i - 1], points[i]];
        lengths.push((lengths[i - 1] ?? 0) + (a && b ? Math.hypot(b.x - a.x, b.y - a.y) : 0));
    }
    const whole = lengths[steps] ?? 1;
    const teeth = sizes[jaw];
    const scale = whole / teeth.reduce((sum, [width]) => sum + width, 0);
    let begun = 0;
    return teeth.map(([width, depth]) => {
        const middle = begun + (width * scale) / 2;
        begun += width * scale;
        const i = Math.max(
            1,
            lengths.findIndex((length) => length >= middle),
        );
        const [before, at] = [points[i - 1] ?? { x: 0, y: 0 }, points[i] ?? { x: 0, y: 0 }];
        return {
            x: at.x,
            y: at.y,
            width: width * scale,
            depth: depth * scale * 0.92,
            turn: (Math.atan2(at.y - before.y, at.x - before.x) * 180) / Math.PI,
        };
    });
}

/**
 * The sixteen places of a jaw from the patient's right to the left, seen as on the charts: the patient's right at the viewer's left,
 * the front of the upper jaw at the top and that of the lower one at the bottom.
 */
export function archPlaces(jaw: Jaw): ArchPlace[] {
    const left = side(jaw);
    const top = 7;
    const row = [...left.toReversed().map((place) => ({ ...place, x: -place.x, turn: -place.turn })), ...left];
    return row.map((place) => {
        const y = top + place.y;
        return {
            ...place,
            x: archBox.width / 2 + place.x,
            y: jaw === 'upper' ? y : archBox.height - y,
            turn: jaw === 'upper' ? place.turn : -place.turn,
        };
    });
}
