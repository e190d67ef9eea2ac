import { PerspectiveCamera, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import type { Frame } from '../api/types';
import { declutter } from './declutter';
import { viewOrientation } from './frame';
import { Orbit } from './orbit';
import { firstState, lengthOf, pinsOf, reduce } from './state';

const frame: Frame = { origin: [0, 0, 0], left: [1, 0, 0], anterior: [0, -1, 0], superior: [0, 0, 1] };

/** Where an anatomical direction points on the screen. */
function onScreen(
    view: Parameters<typeof viewOrientation>[0],
    jaw: 'upper' | 'lower',
    direction: 'left' | 'anterior' | 'superior',
) {
    const seen = new Vector3(...frame[direction]).applyQuaternion(viewOrientation(view, frame, jaw).invert());
    return seen.toArray().map((value) => Math.round(value) + 0);
}

describe('the views', () => {
    it.each(['upper', 'lower'] as const)(
        'show the patient’s left at the right in the occlusal view of the %s jaw',
        (jaw) => {
            expect(onScreen('occlusal', jaw, 'left')).toEqual([1, 0, 0]);
        },
    );
    it('open the upper arch downwards and the lower one upwards', () => {
        expect(onScreen('occlusal', 'upper', 'anterior')).toEqual([0, 1, 0]);
        expect(onScreen('occlusal', 'lower', 'anterior')).toEqual([0, -1, 0]);
    });
    it('show the face from the front, upright', () => {
        expect(onScreen('front', 'upper', 'superior')).toEqual([0, 1, 0]);
        expect(onScreen('front', 'upper', 'anterior')).toEqual([0, 0, 1]);
        expect(onScreen('front', 'upper', 'left')).toEqual([1, 0, 0]);
    });
});

describe('the camera', () => {
    const points = [new Vector3(-30, -20, 0), new Vector3(30, 20, 5), new Vector3(0, 0, -5)];

    it('has everything in view when it is fitted', () => {
        const orbit = new Orbit(new PerspectiveCamera(28, 1.5, 1, 1000), () => undefined);
        orbit.go(orbit.fit(points, viewOrientation('front', frame, 'upper'), 900, 600), 0, true);
        orbit.update(0);
        for (const point of points) {
            const { x, y } = point.clone().project(orbit.camera);
            expect(Math.abs(x)).toBeLessThan(1);
            expect(Math.abs(y)).toBeLessThan(1);
        }
    });
    it('keeps the point under the pointer where it is while it zooms', () => {
        const orbit = new Orbit(new PerspectiveCamera(28, 1.5, 1, 1000), () => undefined);
        orbit.update(0);
        const point = new Vector3(0.4, -0.3, 0.5).unproject(orbit.camera);
        const ray = point.sub(orbit.camera.position);
        const onPlane = orbit.camera.position.clone().addScaledVector(ray, -orbit.camera.position.z / ray.z);
        orbit.zoom(0.5, 0.4, -0.3);
        orbit.update(0);
        const after = onPlane.project(orbit.camera);
        expect(after.x).toBeCloseTo(0.4);
        expect(after.y).toBeCloseTo(-0.3);
    });
});

describe('labels', () => {
    const label = (x: number, rank: number) => ({ x, y: 0, width: 20, height: 16, rank });
    it('do not lie on one another; the more important one stays', () => {
        expect(declutter([label(0, 1), label(10, 2), label(60, 0)])).toEqual([false, true, true]);
    });
});

describe('what is shown', () => {
    const all = ['tooth_11', 'tooth_12', 'gingiva'];
    it('is one tooth alone, and all again when it is asked for twice', () => {
        const alone = reduce(firstState, { do: 'isolate', label: 'tooth_11', all });
        expect([...alone.hidden]).toEqual(['tooth_12', 'gingiva']);
        expect(alone.selected).toBe('tooth_11');
        expect(reduce(alone, { do: 'isolate', label: 'tooth_11', all }).hidden.size).toBe(0);
    });
    it('chooses nothing when the chosen tooth is hidden', () => {
        const chosen = reduce(firstState, { do: 'select', label: 'tooth_12' });
        expect(reduce(chosen, { do: 'toggle', label: 'tooth_12' })).toMatchObject({ selected: null });
    });
    it('pins what needs a look, and the rest when it is looked at', () => {
        const finding = (severity: 'info' | 'major') => ({
            code: severity,
            severity,
            count: 1,
            message: '',
            places: [[0, 0, 0] as [number, number, number]],
        });
        const findings = [finding('major'), finding('info')];
        expect(pinsOf(findings, null).map((pin) => pin.finding)).toEqual([0]);
        expect(pinsOf(findings, 1).map((pin) => pin.finding)).toEqual([0, 1]);
    });
});

it('measures the straight way between two places', () => {
    expect(lengthOf({ key: 1, from: [0, 0, 0], to: [2, 3, 6] })).toBe(7);
});
