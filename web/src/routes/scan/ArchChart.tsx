import type { Jaw, Segment } from '../../lib/api/types';
import { archBox, archPlaces } from '../../lib/teeth/arch';
import { placeOf, placesOf, toothName } from '../../lib/teeth/fdi';
import type { Act, ViewState } from '../../lib/viewer/state';
import classes from './ArchChart.module.css';

interface Props {
    jaw: Jaw;
    teeth: Segment[];
    state: ViewState;
    act: (act: Act) => void;
}

/** The arch as on a chart: which teeth are there, which are missing, which one is chosen. */
export function ArchChart({ jaw, teeth, state, act }: Props) {
    const codes = placesOf(jaw);
    const found = new Map(teeth.map((tooth) => [placeOf(tooth.fdi ?? 0), tooth]));
    return (
        <fieldset className={classes.chart} data-jaw={jaw} aria-label={`${jaw === 'upper' ? 'Upper' : 'Lower'} arch`}>
            <span className={classes.right} aria-hidden="true">
                R
            </span>
            <span className={classes.left} aria-hidden="true">
                L
            </span>
            {archPlaces(jaw).map((place, index) => {
                const code = codes[index] ?? 0;
                const tooth = found.get(code);
                const style = {
                    left: `${(100 * place.x) / archBox.width}%`,
                    top: `${(100 * place.y) / archBox.height}%`,
                    width: `${(100 * place.width) / archBox.width}%`,
                    height: `${(100 * place.depth) / archBox.height}%`,
                    transform: `translate(-50%, -50%) rotate(${place.turn.toFixed(1)}deg)`,
                };
                const upright = { transform: `rotate(${(-place.turn).toFixed(1)}deg)` };
                if (!tooth) {
                    return (
                        <span key={code} className={classes.missing} style={style} title={`${code}: not in the scan`}>
                            <span style={upright}>{code}</span>
                        </span>
                    );
                }
                const fdi = tooth.fdi ?? code;
                return (
                    <button
                        key={code}
                        type="button"
                        className={classes.tooth}
                        style={style}
                        title={`${fdi}: ${toothName(fdi)}`}
                        aria-label={`${fdi}, ${toothName(fdi)}`}
                        aria-pressed={state.selected === tooth.label}
                        data-hidden={state.hidden.has(tooth.label) || undefined}
                        onClick={() =>
                            act({ do: 'select', label: state.selected === tooth.label ? null : tooth.label })
                        }
                        onDoubleClick={() => act({ do: 'toggle', label: tooth.label })}
                    >
                        <span style={upright}>{fdi}</span>
                    </button>
                );
            })}
        </fieldset>
    );
}
