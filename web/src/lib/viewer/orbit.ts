import { Box3, type PerspectiveCamera, Quaternion, Vector3 } from 'three';

/** Where a camera stands: it looks at `target` from `distance`, turned by `orientation`. */
export interface Stand {
    target: Vector3;
    distance: number;
    orientation: Quaternion;
}

const nearest = 4;
const farthest = 600;
const flightMs = 380;
/** Pixels at the edges of the view that a fitted model leaves to what lies over them: the bars of tools and views. */
const inset = { left: 20, right: 62, top: 24, bottom: 66 };

/** A camera that turns freely round a point: a jaw has no floor, so no direction is kept upright. */
export class Orbit {
    readonly target = new Vector3();
    readonly orientation = new Quaternion();
    distance = 120;
    #flight: { from: Stand; to: Stand; began: number } | null = null;

    constructor(
        readonly camera: PerspectiveCamera,
        readonly changed: () => void,
    ) {}

    /** Turns by angles in radians about the screen's upright and level axes, and about the line of sight. */
    turn(upright: number, level: number, sight = 0): void {
        this.#flight = null;
        this.orientation
            .multiply(new Quaternion().setFromAxisAngle(new Vector3(0, 1, 0), -upright))
            .multiply(new Quaternion().setFromAxisAngle(new Vector3(1, 0, 0), -level))
            .multiply(new Quaternion().setFromAxisAngle(new Vector3(0, 0, 1), sight))
            .normalize();
        this.changed();
    }

    /** Moves what is seen by pixels of a view that is `height` pixels high. */
    pan(right: number, down: number, height: number): void {
        this.#flight = null;
        const scale = (2 * this.distance * this.#tangent()) / height;
        this.target.add(new Vector3(-right * scale, down * scale, 0).applyQuaternion(this.orientation));
        this.changed();
    }

    /** Changes the distance; the point under (`x`, `y`), in -1 to 1, stays where it is. */
    zoom(factor: number, x = 0, y = 0): void {
        this.#flight = null;
        const before = this.distance;
        this.distance = Math.min(farthest, Math.max(nearest, before * factor));
        const half = (before - this.distance) * this.#tangent();
        this.target.add(new Vector3(x * half * this.camera.aspect, y * half, 0).applyQuaternion(this.orientation));
        this.changed();
    }

    /** The stand from which all points are in a view of so many pixels, as large as they can be, in an orientation. */
    fit(points: readonly Vector3[], orientation: Quaternion, width: number, height: number): Stand {
        const back = orientation.clone().invert();
        const seen = points.map((point) => point.clone().applyQuaternion(back));
        const middle = new Box3().setFromPoints(seen).getCenter(new Vector3());
        const tall = (this.#tangent() * Math.max(80, height - inset.top - inset.bottom)) / height;
        const wide = (this.#tangent() * Math.max(80, width - inset.left - inset.right)) / height;
        let distance = nearest;
        for (const { x, y, z } of seen) {
            const reach = Math.max(Math.abs(x - middle.x) / wide, Math.abs(y - middle.y) / tall);
            distance = Math.max(distance, z - middle.z + reach);
        }
        distance = Math.min(farthest, distance);
        const pixel = (2 * distance * this.#tangent()) / height;
        middle.x += ((inset.right - inset.left) / 2) * pixel;
        middle.y -= ((inset.bottom - inset.top) / 2) * pixel;
        return { target: middle.applyQuaternion(orientation), distance, orientation: orientation.clone() };
    }

    /** Goes to another stand, in flight or at once. */
    go(to: Stand, now: number, atOnce: boolean): void {
        if (atOnce) {
            this.#flight = null;
            this.#set(to);
        } else {
            const from = {
                target: this.target.clone(),
                distance: this.distance,
                orientation: this.orientation.clone(),
            };
            this.#flight = { from, to, began: now };
        }
        this.changed();
    }

    /** Brings the camera up to date for a frame; true while it is in flight. */
    update(now: number): boolean {
        if (this.#flight) {
            const { from, to, began } = this.#flight;
            const share = Math.min(1, (now - began) / flightMs);
            const eased = 1 - (1 - share) ** 3;
            this.#set({
                target: from.target.clone().lerp(to.target, eased),
                distance: from.distance * (to.distance / from.distance) ** eased,
                orientation: from.orientation.clone().slerp(to.orientation, eased),
            });
            if (share >= 1) this.#flight = null;
        }
        const { camera } = this;
        camera.position.set(0, 0, this.distance).applyQuaternion(this.orientation).add(this.target);
        camera.quaternion.copy(this.orientation);
        camera.near = Math.max(0.5, this.distance - 150);
        camera.far = this.distance + 300;
        camera.updateProjectionMatrix();
        camera.updateMatrixWorld();
        return this.#flight !== null;
    }

    #set({ target, distance, orientation }: Stand): void {
        this.target.copy(target);
        this.distance = distance;
        this.orientation.copy(orientation);
    }

    #tangent(): number {
        return Math.tan((this.camera.fov * Math.PI) / 360);
    }
}
