import type { Finding, Point } from '../api/types';

export type Colouring = 'segments' | 'natural' | 'confidence';
export type Gums = 'solid' | 'faint' | 'hidden';

/** What the viewer shows, but for the camera. */
export interface ViewState {
    hidden: ReadonlySet<string>;
    selected: string | null;
    colouring: Colouring;
    gums: Gums;
    wireframe: boolean;
    labels: boolean;
    pins: boolean;
    measuring: boolean;
}

export const firstState: ViewState = {
    hidden: new Set(),
    selected: null,
    colouring: 'segments',
    gums: 'solid',
    wireframe: false,
    labels: true,
    pins: true,
    measuring: false,
};

export type Act =
    | { do: 'select'; label: string | null }
    | { do: 'toggle'; label: string }
    | { do: 'isolate'; label: string; all: readonly string[] }
    | { do: 'show all' }
    | { do: 'set'; change: Partial<Omit<ViewState, 'hidden' | 'selected'>> };

export function reduce(state: ViewState, act: Act): ViewState {
    switch (act.do) {
        case 'select':
            return { ...state, selected: act.label };
        case 'toggle': {
            const hidden = new Set(state.hidden);
            if (!hidden.delete(act.label)) hidden.add(act.label);
            return {
                ...state,
                hidden,
                selected: hidden.has(act.label) && state.selected === act.label ? null : state.selected,
            };
        }
        case 'isolate': {
            const others = act.all.filter((label) => label !== act.label);
            const isolated = others.every((label) => state.hidden.has(label)) && !state.hidden.has(act.label);
            return {
                ...state,
                hidden: new Set(isolated ? [] : others),
                selected: isolated ? state.selected : act.label,
            };
        }
        case 'show all':
            return { ...state, hidden: new Set(), gums: state.gums === 'hidden' ? 'solid' : state.gums };
        case 'set':
            return { ...state, ...act.change };
    }
}

/** A place of a finding on the surface. */
export interface Pin {
    key: string;
    finding: number;
    severity: Finding['severity'];
    place: Point;
    text: string;
}

/** The places to mark: those of what needs a look before work begins, and of whatever finding is being looked at. */
export function pinsOf(findings: readonly Finding[], looked: number | null): Pin[] {
    return findings.flatMap((finding, index) =>
        (finding.severity === 'info' || finding.severity === 'minor') && index !== looked
            ? []
            : finding.places.map((place, at) => ({
                  key: `${index}-${at}`,
                  finding: index,
                  severity: finding.severity,
                  place,
                  text: finding.message,
              })),
    );
}

/** A distance between two places on the surface. */
export interface Measure {
    key: number;
    from: Point;
    to: Point;
}

export function lengthOf({ from, to }: Measure): number {
    return Math.hypot(to[0] - from[0], to[1] - from[1], to[2] - from[2]);
}
