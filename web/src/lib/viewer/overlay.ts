import { Matrix4, type PerspectiveCamera, Vector3 } from 'three';
import type { Frame, Jaw } from '../api/types';
import { declutter } from './declutter';
import { occlusalDirection } from './frame';
import type { Part } from './model';
import classes from './overlay.module.css';
import { lengthOf, type Measure, type Pin, type ViewState } from './state';
import { isCovered, project } from './surface';

interface Mark {
    element: HTMLElement;
    anchor: Vector3;
    covered: boolean;
    at: { x: number; y: number } | null;
}

interface ToothMark extends Mark {
    label: string;
    /** The place on the tooth over which the label stands. */
    top: Vector3;
}

/** Labels stand this far (mm) above the biting surface, so that they are seen from the side as well. */
const labelLift = 1.4;
/** What is covered is found out when the view has come to rest for this long (ms): it takes a ray for every mark. */
const restMs = 110;
/** Marks whose place lies no deeper than this (mm) under the surface count as seen. */
const slack = 1.2;

/** What lies over the picture: tooth numbers, pins of findings, lengths. It is HTML: sharp, themable, and pins can be clicked. */
export class Overlay {
    readonly #root = document.createElement('div');
    readonly #choose: (pin: Pin) => void;
    #teeth: ToothMark[] = [];
    #pins: Mark[] = [];
    #measures: Mark[] = [];
    #selected: string | null = null;
    #rest = 0;
    #last: [PerspectiveCamera, ViewState, Part[]] | null = null;

    constructor(
        readonly host: HTMLElement,
        choose: (pin: Pin) => void,
    ) {
        this.#choose = choose;
        this.#root.className = classes.root ?? '';
        host.append(this.#root);
    }

    setParts(parts: readonly Part[], frame: Frame, jaw: Jaw): void {
        for (const { element } of this.#teeth) element.remove();
        const up = occlusalDirection(frame, jaw);
        this.#teeth = parts
            .filter(({ fdi }) => fdi !== null)
            .map((part) => {
                const element = this.#add('span', classes.tooth);
                element.textContent = String(part.fdi);
                element.dataset.label = part.label;
                const top = topOf(part, up);
                const anchor = top.clone().addScaledVector(up, labelLift);
                return { element, anchor, top, covered: false, at: null, label: part.label };
            });
        this.setSelected(this.#selected);
    }

    setSelected(label: string | null): void {
        this.#selected = label;
        for (const mark of this.#teeth) mark.element.toggleAttribute('data-selected', mark.label === label);
    }

    setPins(pins: readonly Pin[]): void {
        for (const { element } of this.#pins) element.remove();
        this.#pins = pins.map((pin) => {
            const element = this.#add('button', classes.pin) as HTMLButtonElement;
            element.type = 'button';
            element.dataset.severity = pin.severity;
            element.textContent = String(pin.finding + 1);
            element.title = pin.text;
            element.setAttribute('aria-label', `Finding ${pin.finding + 1}: ${pin.text}`);
            element.addEventListener('click', () => this.#choose(pin));
            return { element, anchor: new Vector3(...pin.place), covered: false, at: null };
        });
    }

    setMeasures(measures: readonly Measure[]): void {
        for (const { element } of this.#measures) element.remove();
        this.#measures = measures.map((measure) => {
            const element = this.#add('span', classes.length);
            element.textContent = `${lengthOf(measure).toFixed(2)} mm`;
            const anchor = new Vector3(...measure.from).add(new Vector3(...measure.to)).multiplyScalar(0.5);
            return { element, anchor, covered: false, at: null };
        });
    }

    /** Puts every mark where it belongs in the view. */
    update(camera: PerspectiveCamera, state: ViewState, parts: Part[]): void {
        this.#last = [camera, state, parts];
        this.#place();
        window.clearTimeout(this.#rest);
        this.#rest = window.setTimeout(() => this.#cover(), restMs);
    }

    /** Draws the tooth numbers and lengths into a picture. */
    paint(pen: CanvasRenderingContext2D, ratio: number): void {
        pen.textAlign = 'center';
        pen.textBaseline = 'middle';
        for (const { element, at } of [...this.#teeth, ...this.#measures]) {
            if (!at || element.hidden) continue;
            const style = getComputedStyle(element);
            pen.font = `${style.fontWeight} ${Number.parseFloat(style.fontSize) * ratio}px ${style.fontFamily}`;
            const width = element.offsetWidth * ratio;
            const height = element.offsetHeight * ratio;
            pen.fillStyle = style.backgroundColor;
            pen.beginPath();
            pen.roundRect(at.x * ratio - width / 2, at.y * ratio - height / 2, width, height, height / 2);
            pen.fill();
            pen.fillStyle = style.color;
            pen.fillText(element.textContent ?? '', at.x * ratio, at.y * ratio);
        }
    }

    dispose(): void {
        window.clearTimeout(this.#rest);
        this.#root.remove();
    }

    #add(tag: 'span' | 'button', className: string | undefined): HTMLElement {
        const element = document.createElement(tag);
        element.className = className ?? '';
        element.hidden = true;
        this.#root.append(element);
        return element;
    }

    #place(): void {
        if (!this.#last) return;
        const [camera, state, parts] = this.#last;
        const { clientWidth: width, clientHeight: height } = this.host;
        const matrix = new Matrix4().multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse);
        const visible = new Set(parts.map(({ label }) => label));

        const candidates = this.#teeth.filter((mark) => {
            const seen = state.labels && visible.has(mark.label) && (!mark.covered || mark.label === this.#selected);
            mark.at = seen ? project(mark.anchor, matrix, width, height) : null;
            return mark.at !== null;
        });
        const depth = (mark: Mark) => -camera.position.distanceToSquared(mark.anchor);
        const shown = declutter(
            candidates.map((mark) => ({
                x: mark.at?.x ?? 0,
                y: mark.at?.y ?? 0,
                width: 24,
                height: 18,
                rank: mark.label === this.#selected ? Number.POSITIVE_INFINITY : depth(mark),
            })),
        );
        for (const mark of this.#teeth) {
            const index = candidates.indexOf(mark);
            show(mark, index >= 0 && (shown[index] ?? false));
        }
        for (const pin of this.#pins) {
            pin.at = state.pins ? project(pin.anchor, matrix, width, height) : null;
            pin.element.toggleAttribute('data-covered', pin.covered);
            show(pin, pin.at !== null);
        }
        for (const mark of this.#measures) {
            mark.at = project(mark.anchor, matrix, width, height);
            show(mark, mark.at !== null);
        }
    }

    #cover(): void {
        if (!this.#last) return;
        const [camera, state, parts] = this.#last;
        if (state.labels) {
            for (const mark of this.#teeth) {
                // Its own surface does not hide a tooth.
                const others = parts.filter(({ label }) => label !== mark.label);
                mark.covered = isCovered(others, camera.position, mark.top, 0);
            }
        }
        for (const pin of this.#pins) pin.covered = isCovered(parts, camera.position, pin.anchor, slack);
        this.#place();
    }
}

function show({ element, at }: Mark, visible: boolean): void {
    element.hidden = !visible;
    if (at) element.style.transform = `translate(-50%, -50%) translate(${Math.round(at.x)}px, ${Math.round(at.y)}px)`;
}

/** Over the middle of a tooth, as high as its highest point. */
function topOf(part: Part, up: Vector3): Vector3 {
    const position = part.mesh.geometry.getAttribute('position');
    const point = new Vector3();
    const middle = new Vector3();
    let top = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < position.count; i += 1) {
        point.fromBufferAttribute(position, i);
        middle.add(point);
        top = Math.max(top, point.dot(up));
    }
    middle.divideScalar(Math.max(1, position.count));
    return middle.addScaledVector(up, top - middle.dot(up));
}
