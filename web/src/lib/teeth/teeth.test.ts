import { describe, expect, it } from 'vitest';
import { archBox, archPlaces } from './arch';
import { placeOf, placesOf, toothName } from './fdi';

describe('tooth codes', () => {
    it.each([
        [16, 'Upper right first molar'],
        [23, 'Upper left canine'],
        [31, 'Lower left central incisor'],
        [48, 'Lower right third molar'],
        [55, 'Upper right primary second molar'],
        [74, 'Lower left primary first molar'],
    ])('reads %d as %s', (fdi, name) => {
        expect(toothName(fdi)).toBe(name);
    });
    it('gives a primary tooth the place of its successor', () => {
        expect([55, 63, 71, 84].map(placeOf)).toEqual([15, 23, 31, 44]);
    });
    it('runs from the right to the left of the patient', () => {
        expect(placesOf('upper').slice(6, 10)).toEqual([12, 11, 21, 22]);
        expect(placesOf('lower').slice(0, 2)).toEqual([48, 47]);
    });
});

describe.each(['upper', 'lower'] as const)('the picture of the %s arch', (jaw) => {
    const places = archPlaces(jaw);
    it('has sixteen places inside its box', () => {
        expect(places).toHaveLength(16);
        for (const { x, y } of places) {
            expect(x).toBeGreaterThan(0);
            expect(x).toBeLessThan(archBox.width);
            expect(y).toBeGreaterThan(0);
            expect(y).toBeLessThan(archBox.height);
        }
    });
    it('is symmetric', () => {
        for (let i = 0; i < 8; i += 1) {
            expect((places[i]?.x ?? 0) + (places[15 - i]?.x ?? 0)).toBeCloseTo(archBox.width);
            expect(places[i]?.y).toBeCloseTo(places[15 - i]?.y ?? 0);
        }
    });
    it('has its front at the right end of the picture', () => {
        const front = places[7]?.y ?? 0;
        const back = places[0]?.y ?? 0;
        expect(jaw === 'upper' ? front < back : front > back).toBe(true);
    });
});
