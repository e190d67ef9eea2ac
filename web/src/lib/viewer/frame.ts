import { Matrix4, Quaternion, Vector3 } from 'three';
import type { Frame, Jaw } from '../api/types';

export const views = ['occlusal', 'front', 'left', 'right', 'back'] as const;
export type View = (typeof views)[number];

/** A frame for a scan of which none is known: its own axes, as most scanners lay them. */
export const plainFrame: Frame = { origin: [0, 0, 0], left: [1, 0, 0], anterior: [0, -1, 0], superior: [0, 0, 1] };

/** The way from the gums to the biting surface. */
export function occlusalDirection(frame: Frame, jaw: Jaw): Vector3 {
    return new Vector3(...frame.superior).multiplyScalar(jaw === 'upper' ? -1 : 1);
}

/**
 * The camera's orientation for a view of the jaw. The patient's right is at the viewer's left in the occlusal and the frontal view,
 * as on the charts; the upper arch opens downwards and the lower one upwards.
 */
export function viewOrientation(view: View, frame: Frame, jaw: Jaw): Quaternion {
    const left = new Vector3(...frame.left);
    const anterior = new Vector3(...frame.anterior);
    const superior = new Vector3(...frame.superior);
    switch (view) {
        case 'occlusal':
            return looking(occlusalDirection(frame, jaw), jaw === 'upper' ? anterior : anterior.negate());
        case 'front':
            return looking(anterior, superior);
        case 'back':
            return looking(anterior.negate(), superior);
        case 'left':
            return looking(left, superior);
        case 'right':
            return looking(left.negate(), superior);
    }
}

/** The orientation of a camera that stands in direction `from` and holds `up` upwards. */
export function looking(from: Vector3, up: Vector3): Quaternion {
    return new Quaternion().setFromRotationMatrix(new Matrix4().lookAt(from, new Vector3(), up));
}
