import type { Orbit } from './orbit';

interface Handlers {
    /** The pointer rests over a place, or left (null). */
    hover(place: { x: number; y: number } | null): void;
    click(place: { x: number; y: number }): void;
    doubleClick(place: { x: number; y: number }): void;
}

const radiansPerPixel = 0.0075;
/** A pointer that moved less than this (pixels) did not drag but click. */
const clickSlack = 4;

/** Mouse, pen and fingers: one turns, two pinch and move, the right button or shift moves, the wheel zooms. Gives back the undoing. */
export function listen(element: HTMLElement, orbit: Orbit, handlers: Handlers): () => void {
    const pointers = new Map<number, { x: number; y: number }>();
    let travelled = 0;
    const abort = new AbortController();
    const { signal } = abort;

    const place = (event: MouseEvent) => {
        const box = element.getBoundingClientRect();
        return { x: event.clientX - box.left, y: event.clientY - box.top };
    };
    const pinch = () => {
        const [a, b] = [...pointers.values()];
        if (!a || !b) return null;
        return {
            x: (a.x + b.x) / 2,
            y: (a.y + b.y) / 2,
            span: Math.hypot(b.x - a.x, b.y - a.y),
            angle: Math.atan2(b.y - a.y, b.x - a.x),
        };
    };
    const normal = (x: number, y: number) =>
        [(2 * x) / element.clientWidth - 1, 1 - (2 * y) / element.clientHeight] as const;

    element.addEventListener(
        'pointerdown',
        (event) => {
            element.setPointerCapture(event.pointerId);
            pointers.set(event.pointerId, place(event));
            if (pointers.size === 1) travelled = 0;
        },
        { signal },
    );
    element.addEventListener(
        'pointermove',
        (event) => {
            const now = place(event);
            const before = pointers.get(event.pointerId);
            if (!before) {
                if (event.pointerType !== 'touch') handlers.hover(now);
                return;
            }
            const [right, down] = [now.x - before.x, now.y - before.y];
            travelled += Math.hypot(right, down);
            if (pointers.size === 2) {
                const old = pinch();
                pointers.set(event.pointerId, now);
                const grip = pinch();
                if (!old || !grip) return;
                const [x, y] = normal(grip.x, grip.y);
                orbit.zoom(old.span / Math.max(1, grip.span), x, y);
                orbit.pan(grip.x - old.x, grip.y - old.y, element.clientHeight);
                let twist = grip.angle - old.angle;
                if (Math.abs(twist) > Math.PI) twist -= Math.sign(twist) * 2 * Math.PI;
                orbit.turn(0, 0, twist);
                return;
            }
            pointers.set(event.pointerId, now);
            if (pointers.size > 2 || travelled < clickSlack) return;
            handlers.hover(null);
            if (event.buttons & 6 || event.shiftKey) orbit.pan(right, down, element.clientHeight);
            else orbit.turn(right * radiansPerPixel, down * radiansPerPixel);
        },
        { signal },
    );
    const release = (event: PointerEvent) => {
        const alone = pointers.size === 1;
        if (!pointers.delete(event.pointerId)) return;
        if (event.type === 'pointerup' && alone && travelled < clickSlack && event.button === 0)
            handlers.click(place(event));
    };
    element.addEventListener('pointerup', release, { signal });
    element.addEventListener('pointercancel', release, { signal });
    element.addEventListener('pointerleave', () => handlers.hover(null), { signal });
    element.addEventListener('dblclick', (event) => handlers.doubleClick(place(event)), { signal });
    element.addEventListener('contextmenu', (event) => event.preventDefault(), { signal });
    element.addEventListener(
        'wheel',
        (event) => {
            event.preventDefault();
            const { x, y } = place(event);
            const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
            // A pinch on a touchpad arrives as a wheel with ctrl held, in much smaller steps.
            orbit.zoom(Math.exp(event.deltaY * lines * (event.ctrlKey ? 0.01 : 0.0012)), ...normal(x, y));
        },
        { signal, passive: false },
    );
    return () => abort.abort();
}
