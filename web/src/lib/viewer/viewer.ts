import {
    BufferGeometry,
    Color,
    DirectionalLight,
    DoubleSide,
    HemisphereLight,
    LineBasicMaterial,
    LineSegments,
    Mesh,
    MeshBasicMaterial,
    NotEqualStencilFunc,
    PerspectiveCamera,
    Points,
    PointsMaterial,
    type Quaternion,
    Raycaster,
    Scene,
    SRGBColorSpace,
    Vector2,
    Vector3,
    WebGLRenderer,
} from 'three';
import type { Frame, Jaw, Point } from '../api/types';
import { plainFrame, type View, viewOrientation } from './frame';
import { listen } from './gestures';
import { chosenMark, gum, type Model, type Part } from './model';
import { Orbit } from './orbit';
import { Overlay } from './overlay';
import { firstState, type Measure, type Pin, type ViewState } from './state';
import { facingOf } from './surface';

export interface Hovered {
    part: Part;
    x: number;
    y: number;
}

interface Events {
    hover(hovered: Hovered | null): void;
    select(label: string | null): void;
    measured(from: Point, to: Point): void;
    pin(pin: Pin): void;
}

const toothIvory = new Color(0xeee3cc);
const gumPink = new Color(0xd08a84);
const gumGrey = new Color(0xb9bec4);
const hoverGlow = new Color(0xffffff);
const selectGlow = new Color(0x0f98a2);
const accent = 0x10a2ad;
/** How wide the rim of the chosen tooth is, in pixels. */
const rimPixels = 3;

/** Draws a segmented scan and lets people look at it. It draws only when something changed. */
export class ScanViewer {
    readonly #renderer: WebGLRenderer;
    readonly #scene = new Scene();
    readonly #camera = new PerspectiveCamera(28, 1, 1, 1000);
    readonly #orbit: Orbit;
    readonly #overlay: Overlay;
    readonly #raycaster = new Raycaster();
    readonly #lines = new LineSegments(
        new BufferGeometry(),
        new LineBasicMaterial({ depthTest: false, color: accent }),
    );
    readonly #ends = new Points(
        new BufferGeometry(),
        new PointsMaterial({ depthTest: false, color: accent, size: 8, sizeAttenuation: false }),
    );
    /** The rim's width, in the units of the picture: -1 to 1. */
    readonly #rim = new Vector2();
    readonly #outline = new Mesh(new BufferGeometry(), rimMaterial(this.#rim));
    readonly #resizing: ResizeObserver;
    readonly #stopGestures: () => void;
    #model: Model | null = null;
    #frame: Frame = plainFrame;
    #jaw: Jaw = 'upper';
    #state: ViewState = firstState;
    #hovered: Part | null = null;
    #pointer: { x: number; y: number } | null = null;
    #from: Vector3 | null = null;
    #measures: readonly Measure[] = [];
    #request = 0;
    #placed = false;
    /** Waits for the model that was set last to be on the screen. */
    #shown: (() => void) | null = null;

    /** Throws where the browser has no WebGL. */
    constructor(
        readonly host: HTMLElement,
        readonly events: Events,
    ) {
        this.#renderer = new WebGLRenderer({ antialias: true, alpha: true, stencil: true });
        this.#renderer.outputColorSpace = SRGBColorSpace;
        this.#renderer.setClearAlpha(0);
        this.#renderer.domElement.setAttribute('aria-hidden', 'true');
        host.append(this.#renderer.domElement);
        this.#overlay = new Overlay(host, events.pin);
        this.#raycaster.firstHitOnly = true;

        const key = new DirectionalLight(0xffffff, 1.9);
        key.position.set(-0.5, 0.7, 1);
        const fill = new DirectionalLight(0xdfe9ff, 0.7);
        fill.position.set(0.9, -0.3, 0.6);
        this.#camera.add(key, fill, key.target, fill.target);
        this.#outline.renderOrder = 1;
        this.#lines.renderOrder = this.#ends.renderOrder = 2;
        this.#lines.frustumCulled = this.#ends.frustumCulled = false;
        this.#scene.add(
            this.#camera,
            new HemisphereLight(0xffffff, 0xb8b2ad, 1.15),
            this.#lines,
            this.#ends,
            this.#outline,
        );
        this.#outline.visible = false;

        this.#orbit = new Orbit(this.#camera, () => this.#invalidate());
        this.#stopGestures = listen(this.#renderer.domElement, this.#orbit, {
            hover: (place) => {
                this.#pointer = place;
                this.#invalidate();
            },
            click: ({ x, y }) => this.#click(x, y),
            doubleClick: ({ x, y }) => {
                const hit = this.#pick(x, y);
                if (hit) this.flyTo(hit.point.toArray());
            },
        });
        this.#resizing = new ResizeObserver(() => this.#resize());
        this.#resizing.observe(host);
        this.#resize();
    }

    /** Shows another model of the same scan, say a finer one; the camera stays where it is. Done when it is on the screen. */
    setModel(model: Model, frame: Frame | null, jaw: Jaw): Promise<void> {
        if (this.#model) {
            for (const { mesh } of this.#model.parts) this.#scene.remove(mesh);
            this.#model.dispose();
        }
        this.#model = model;
        this.#frame = frame ?? model.frame ?? plainFrame;
        this.#jaw = jaw;
        for (const { mesh } of model.parts) this.#scene.add(mesh);
        this.#overlay.setParts(model.parts, this.#frame, jaw);
        this.apply(this.#state);
        if (!this.#placed) {
            this.#placed = true;
            this.view('occlusal', true);
        }
        return new Promise((resolve) => {
            this.#shown = resolve;
        });
    }

    apply(state: ViewState): void {
        if (this.#state.measuring && !state.measuring) this.#from = null;
        this.#state = state;
        for (const part of this.#model?.parts ?? []) this.#dress(part);
        this.#drawOutline();
        this.#renderer.domElement.style.cursor = state.measuring ? 'crosshair' : 'grab';
        this.#drawMeasures();
        this.#overlay.setSelected(state.selected);
        this.#invalidate();
    }

    setPins(pins: readonly Pin[]): void {
        this.#overlay.setPins(pins);
        this.#invalidate();
    }

    setMeasures(measures: readonly Measure[]): void {
        this.#measures = measures;
        this.#drawMeasures();
        this.#overlay.setMeasures(measures);
        this.#invalidate();
    }

    view(view: View, atOnce = false): void {
        const points = this.#shownSamples();
        const orientation = viewOrientation(view, this.#frame, this.#jaw);
        this.#go(points, orientation, atOnce);
    }

    /** Brings what is shown into view without turning it. */
    fit(): void {
        this.#go(this.#shownSamples(), this.#orbit.orientation, false);
    }

    /** Brings one part into view. */
    focus(label: string): void {
        const part = this.#model?.parts.find((candidate) => candidate.label === label);
        if (!part) return;
        const target = part.box.getCenter(new Vector3());
        const distance = Math.max(35, part.box.getSize(new Vector3()).length() * 3.2);
        this.#orbit.go({ target, distance, orientation: this.#orbit.orientation.clone() }, performance.now(), calm());
    }

    /** Flies to a place on the surface and looks at it squarely. */
    flyTo(place: Point): void {
        const target = new Vector3(...place);
        const orientation = facingOf(this.#parts(), target, this.#frame) ?? this.#orbit.orientation.clone();
        this.#orbit.go({ target, distance: 38, orientation }, performance.now(), calm());
    }

    turn(right: number, down: number): void {
        this.#orbit.turn(right, down);
    }

    pan(right: number, down: number): void {
        this.#orbit.pan(right, down, this.host.clientHeight);
    }

    zoom(factor: number): void {
        this.#orbit.zoom(factor);
    }

    /** Gives up a measurement that was begun; says whether there was one. */
    dropMeasure(): boolean {
        const begun = this.#from !== null;
        this.#from = null;
        this.#drawMeasures();
        this.#invalidate();
        return begun;
    }

    /** A picture of what is seen, labels included, as PNG. */
    async screenshot(): Promise<Blob> {
        this.#draw();
        const { domElement } = this.#renderer;
        const canvas = document.createElement('canvas');
        canvas.width = domElement.width;
        canvas.height = domElement.height;
        const pen = canvas.getContext('2d');
        if (!pen) throw new Error('This browser cannot draw the picture.');
        pen.fillStyle = getComputedStyle(this.host).backgroundColor;
        pen.fillRect(0, 0, canvas.width, canvas.height);
        pen.drawImage(domElement, 0, 0);
        this.#overlay.paint(pen, this.#renderer.getPixelRatio());
        return new Promise((resolve, reject) =>
            canvas.toBlob(
                (blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be made.'))),
                'image/png',
            ),
        );
    }

    dispose(): void {
        cancelAnimationFrame(this.#request);
        this.#stopGestures();
        this.#resizing.disconnect();
        this.#overlay.dispose();
        this.#model?.dispose();
        for (const drawn of [this.#lines, this.#ends]) {
            drawn.geometry.dispose();
            drawn.material.dispose();
        }
        this.#outline.material.dispose();
        this.#renderer.dispose();
        this.#renderer.forceContextLoss();
        this.#renderer.domElement.remove();
    }

    #go(points: Vector3[], orientation: Quaternion, atOnce: boolean): void {
        if (points.length === 0) return;
        const { clientWidth, clientHeight } = this.host;
        const stand = this.#orbit.fit(points, orientation, clientWidth, clientHeight);
        this.#orbit.go(stand, performance.now(), atOnce || calm());
    }

    #parts(): Part[] {
        return this.#model?.parts.filter(({ mesh }) => mesh.visible) ?? [];
    }

    #shownSamples(): Vector3[] {
        const shown = new Set(this.#parts());
        if (!this.#model) return [];
        const { parts, samples } = this.#model;
        if (shown.size === parts.length) return samples;
        return samples.filter((point) => [...shown].some(({ box }) => box.containsPoint(point)));
    }

    #dress(part: Part): void {
        const { colouring, gums, wireframe, hidden, selected } = this.#state;
        const { mesh, label } = part;
        const { material } = mesh;
        const isGum = label === gum;
        mesh.visible = !hidden.has(label) && !(isGum && gums === 'hidden');
        material.wireframe = wireframe;
        const faint = isGum && gums === 'faint';
        material.opacity = faint ? 0.22 : 1;
        material.depthWrite = !faint;
        if (material.transparent !== faint) {
            material.transparent = faint;
            material.needsUpdate = true;
        }
        if (colouring === 'natural') material.color.copy(isGum ? gumPink : toothIvory);
        else if (colouring === 'confidence') material.color.copy(isGum ? gumGrey : trust(part.confidence));
        else material.color.copy(part.colour);
        const glow = label === selected ? 0.2 : part === this.#hovered && !isGum ? 0.13 : 0;
        material.emissive.copy(label === selected ? selectGlow : hoverGlow);
        material.emissiveIntensity = glow;
        material.stencilWrite = label === selected;
    }

    #pick(x: number, y: number) {
        const point = new Vector2((2 * x) / this.host.clientWidth - 1, 1 - (2 * y) / this.host.clientHeight);
        this.#raycaster.setFromCamera(point, this.#camera);
        const solid = this.#parts().filter(({ mesh }) => !mesh.material.transparent);
        const [hit] = this.#raycaster.intersectObjects(
            solid.map(({ mesh }) => mesh),
            false,
        );
        return hit ? { point: hit.point, part: solid.find(({ mesh }) => mesh === hit.object) ?? null } : null;
    }

    #click(x: number, y: number): void {
        const hit = this.#pick(x, y);
        if (this.#state.measuring) {
            if (!hit) return;
            if (this.#from) {
                this.events.measured(this.#from.toArray(), hit.point.toArray());
                this.#from = null;
            } else {
                this.#from = hit.point.clone();
                this.#drawMeasures();
            }
            this.#invalidate();
            return;
        }
        const label = hit?.part?.label ?? null;
        this.events.select(label === gum || label === this.#state.selected ? null : label);
    }

    #hover(): void {
        const hit = this.#pointer && this.#pick(this.#pointer.x, this.#pointer.y);
        const part = hit?.part ?? null;
        if (part !== this.#hovered) {
            const before = this.#hovered;
            this.#hovered = part;
            if (before) this.#dress(before);
            if (part) this.#dress(part);
        }
        this.events.hover(part && this.#pointer ? { part, ...this.#pointer } : null);
    }

    #drawOutline(): void {
        const chosen = this.#parts().find(({ label }) => label === this.#state.selected);
        this.#outline.visible = chosen !== undefined;
        if (chosen) this.#outline.geometry = chosen.mesh.geometry;
    }

    #drawMeasures(): void {
        const pairs = this.#measures.flatMap(({ from, to }) => [new Vector3(...from), new Vector3(...to)]);
        this.#lines.geometry.dispose();
        this.#lines.geometry = new BufferGeometry().setFromPoints(pairs);
        this.#ends.geometry.dispose();
        this.#ends.geometry = new BufferGeometry().setFromPoints(this.#from ? [...pairs, this.#from] : pairs);
        this.#lines.visible = pairs.length > 0;
        this.#ends.visible = pairs.length > 0 || this.#from !== null;
    }

    #resize(): void {
        const { clientWidth, clientHeight } = this.host;
        if (clientWidth === 0 || clientHeight === 0) return;
        this.#renderer.setPixelRatio(Math.min(2, window.devicePixelRatio));
        this.#renderer.setSize(clientWidth, clientHeight);
        this.#camera.aspect = clientWidth / clientHeight;
        this.#rim.set((2 * rimPixels) / clientWidth, (2 * rimPixels) / clientHeight);
        this.#draw();
    }

    #invalidate(): void {
        if (this.#request === 0) this.#request = requestAnimationFrame(() => this.#frameStep());
    }

    #frameStep(): void {
        this.#request = 0;
        if (this.#pointer || this.#hovered) this.#hover();
        if (this.#draw()) this.#invalidate();
        const shown = this.#shown;
        this.#shown = null;
        // By the next frame the browser has put this one together with its labels.
        if (shown) requestAnimationFrame(() => shown());
    }

    #draw(): boolean {
        const flying = this.#orbit.update(performance.now());
        this.#renderer.render(this.#scene, this.#camera);
        this.#overlay.update(this.#camera, this.#state, this.#parts());
        return flying;
    }
}

/** A surface blown up in the picture, drawn only where the surface itself is not: a rim round it, seen through everything. */
function rimMaterial(width: Vector2): MeshBasicMaterial {
    const material = new MeshBasicMaterial({
        color: accent,
        side: DoubleSide,
        depthTest: false,
        transparent: true,
        stencilWrite: true,
        stencilRef: chosenMark,
        stencilFunc: NotEqualStencilFunc,
    });
    material.onBeforeCompile = (shader) => {
        shader.uniforms.rim = { value: width };
        shader.vertexShader = `uniform vec2 rim;\n${shader.vertexShader.replace(
            '#include <project_vertex>',
            `#include <project_vertex>
            vec2 outwards = (normalMatrix * normal).xy;
            gl_Position.xy += outwards / max(length(outwards), 0.001) * rim * gl_Position.w;`,
        )}`;
    };
    return material;
}

/** Whether the person asked the system for less motion. */
function calm(): boolean {
    return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** From red over amber to green; a tooth without a figure is grey. */
function trust(confidence: number | null): Color {
    if (confidence === null) return gumGrey;
    return new Color().setHSL(0.36 * Math.min(1, Math.max(0, (confidence - 0.4) / 0.55)), 0.62, 0.58);
}
