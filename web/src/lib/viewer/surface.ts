import { type Matrix4, type Quaternion, Raycaster, Triangle, Vector3 } from 'three';
import type { Frame } from '../api/types';
import { looking } from './frame';
import type { Part } from './model';

/** How a camera has to stand to look squarely at the surface near a place; null where there is none near. */
export function facingOf(parts: readonly Part[], place: Vector3, frame: Frame): Quaternion | null {
    let nearest = Number.POSITIVE_INFINITY;
    let normal: Vector3 | null = null;
    for (const { mesh, tree } of parts) {
        const hit = tree.closestPointToPoint(place);
        const { index } = mesh.geometry;
        if (!hit || !index || hit.distance >= nearest) continue;
        nearest = hit.distance;
        const position = mesh.geometry.getAttribute('position');
        const [a, b, c] = [0, 1, 2].map((corner) =>
            new Vector3().fromBufferAttribute(position, index.getX(3 * hit.faceIndex + corner)),
        );
        if (a && b && c) normal = Triangle.getNormal(a, b, c, new Vector3());
    }
    if (!normal || normal.lengthSq() === 0) return null;
    const superior = new Vector3(...frame.superior);
    const up = Math.abs(normal.dot(superior)) > 0.9 ? new Vector3(...frame.anterior) : superior;
    return looking(normal, up);
}

const raycaster = new Raycaster();
raycaster.firstHitOnly = true;

/** Whether something that is drawn stands between the eye and a place; `slack` millimetres before it do not count. */
export function isCovered(parts: readonly Part[], eye: Vector3, place: Vector3, slack: number): boolean {
    const way = place.clone().sub(eye);
    const distance = way.length();
    raycaster.set(eye, way.divideScalar(distance));
    raycaster.far = distance - slack;
    return (
        raycaster.intersectObjects(
            parts.filter(({ mesh }) => !mesh.material.transparent).map(({ mesh }) => mesh),
            false,
        ).length > 0
    );
}

/** Where a point appears in a view of a size, in pixels; null behind the camera. */
export function project(
    point: Vector3,
    matrix: Matrix4,
    width: number,
    height: number,
): { x: number; y: number; depth: number } | null {
    const seen = point.clone().applyMatrix4(matrix);
    if (seen.z > 1 || seen.z < -1) return null;
    return { x: ((seen.x + 1) / 2) * width, y: ((1 - seen.y) / 2) * height, depth: seen.z };
}
