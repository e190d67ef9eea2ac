import type { KeyboardEvent } from 'react';
import type { Segment } from '../../lib/api/types';
import { placeOf, placesOf } from '../../lib/teeth/fdi';
import { views } from '../../lib/viewer/frame';
import type { Act, ViewState } from '../../lib/viewer/state';
import type { ScanViewer } from '../../lib/viewer/viewer';
import { gumSteps, savePicture } from './Toolbar';

interface Needs {
    viewer: ScanViewer | null;
    state: ViewState;
    act: (act: Act) => void;
    segments: Segment[];
    undoMeasure: () => void;
    help: () => void;
}

const turnStep = 0.09;
const panStep = 24;

/** The teeth in the order of the arch, from the patient's right to the left. */
export function inArchOrder(segments: readonly Segment[]): Segment[] {
    const order = [...placesOf('upper'), ...placesOf('lower')];
    return segments
        .filter((segment) => segment.fdi !== null)
        .sort((a, b) => order.indexOf(placeOf(a.fdi ?? 0)) - order.indexOf(placeOf(b.fdi ?? 0)));
}

/** What the keys do while the 3D view has the focus; the list that people see is in `KeyHelp`. */
export function useKeys({ viewer, state, act, segments, undoMeasure, help }: Needs): (event: KeyboardEvent) => void {
    const step = (by: number) => {
        const teeth = inArchOrder(segments);
        const at = teeth.findIndex(({ label }) => label === state.selected);
        const next = teeth[at < 0 ? (by > 0 ? 0 : teeth.length - 1) : (at + by + teeth.length) % teeth.length];
        if (next) act({ do: 'select', label: next.label });
    };
    const set = (change: Extract<Act, { do: 'set' }>['change']) => act({ do: 'set', change });
    const arrow = (right: number, down: number, shift: boolean) =>
        shift ? viewer?.pan(right * panStep, down * panStep) : viewer?.turn(right * turnStep, down * turnStep);
    const chosen = state.selected;

    const keys: Record<string, (event: KeyboardEvent) => void> = {
        arrowleft: ({ shiftKey }) => arrow(-1, 0, shiftKey),
        arrowright: ({ shiftKey }) => arrow(1, 0, shiftKey),
        arrowup: ({ shiftKey }) => arrow(0, -1, shiftKey),
        arrowdown: ({ shiftKey }) => arrow(0, 1, shiftKey),
        '+': () => viewer?.zoom(0.85),
        '=': () => viewer?.zoom(0.85),
        '-': () => viewer?.zoom(1.18),
        f: () => viewer?.fit(),
        n: () => step(1),
        b: () => step(-1),
        h: () => chosen && act({ do: 'toggle', label: chosen }),
        i: () => chosen && act({ do: 'isolate', label: chosen, all: segments.map(({ label }) => label) }),
        a: () => act({ do: 'show all' }),
        l: () => set({ labels: !state.labels }),
        p: () => set({ pins: !state.pins }),
        g: () => set({ gums: gumSteps[state.gums].next }),
        w: () => set({ wireframe: !state.wireframe }),
        m: () => set({ measuring: !state.measuring }),
        s: () => viewer && void savePicture(viewer, 'scan'),
        backspace: undoMeasure,
        escape: () => {
            if (viewer?.dropMeasure()) return;
            if (state.measuring) set({ measuring: false });
            else act({ do: 'select', label: null });
        },
        '?': help,
    };
    for (const [index, view] of views.entries()) keys[String(index + 1)] = () => viewer?.view(view);

    return (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const action = keys[event.key.toLowerCase()];
        if (!action || event.target !== event.currentTarget) return;
        event.preventDefault();
        action(event);
    };
}
