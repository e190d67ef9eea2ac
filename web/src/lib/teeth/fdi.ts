import type { Jaw } from '../api/types';

const permanent = [
    'central incisor',
    'lateral incisor',
    'canine',
    'first premolar',
    'second premolar',
    'first molar',
    'second molar',
    'third molar',
];
const primary = ['central incisor', 'lateral incisor', 'canine', 'first molar', 'second molar'];

/** Whether a code of ISO 3950 names a primary tooth. */
export const isPrimary = (fdi: number): boolean => fdi > 50;

/** Quadrant of a tooth, 1 to 4: the primary dentition counts on from 5. */
export const quadrantOf = (fdi: number): number => ((Math.floor(fdi / 10) - 1) % 4) + 1;

/** `Upper right first molar`, for a tooth in FDI notation. */
export function toothName(fdi: number): string {
    const quadrant = quadrantOf(fdi);
    const jaw = quadrant <= 2 ? 'Upper' : 'Lower';
    const side = quadrant === 1 || quadrant === 4 ? 'right' : 'left';
    return `${jaw} ${side} ${toothKind(fdi).toLowerCase()}`;
}

/** `First molar`: the tooth without its place, where the number stands beside it. */
export function toothKind(fdi: number): string {
    const name = (isPrimary(fdi) ? primary : permanent)[(fdi % 10) - 1] ?? 'tooth';
    const full = isPrimary(fdi) ? `primary ${name}` : name;
    return full.charAt(0).toUpperCase() + full.slice(1);
}

/** The places of a jaw from the patient's right to the left, each with its permanent code. */
export function placesOf(jaw: Jaw): number[] {
    const [right, left] = jaw === 'upper' ? [1, 2] : [4, 3];
    const positions = [1, 2, 3, 4, 5, 6, 7, 8];
    return [...positions.toReversed().map((p) => right * 10 + p), ...positions.map((p) => left * 10 + p)];
}

/** The permanent code whose place a tooth takes in the row. */
export function placeOf(fdi: number): number {
    return quadrantOf(fdi) * 10 + (fdi % 10);
}
