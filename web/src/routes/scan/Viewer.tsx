import { Progress, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { contentUrl } from '../../lib/api/client';
import type { CaseFile, ScanFile, Segment } from '../../lib/api/types';
import { toothName } from '../../lib/teeth/fdi';
import { messageOf } from '../../lib/ui/Failure';
import { count } from '../../lib/ui/format';
import { fetchBytes, gum, readModel } from '../../lib/viewer/model';
import type { Act, Measure, Pin, ViewState } from '../../lib/viewer/state';
import { type Hovered, ScanViewer } from '../../lib/viewer/viewer';
import { KeyHelp } from './KeyHelp';
import { MeasureList } from './MeasureList';
import { Toolbar } from './Toolbar';
import { useKeys } from './useKeys';
import classes from './Viewer.module.css';

interface Props {
    scan: ScanFile;
    /** Its 3D files, the quickest to load first. */
    models: CaseFile[];
    thumbnail: CaseFile | undefined;
    segments: Segment[];
    state: ViewState;
    act: (act: Act) => void;
    pins: Pin[];
    onPin: (pin: Pin) => void;
    viewerRef: { current: ScanViewer | null };
}

interface Loading {
    what: string;
    share: number;
}

/** Files larger than this are shown coarse at first. */
const coarseFirstFrom = 3_000_000;

export function Viewer({ scan, models, thumbnail, segments, state, act, pins, onPin, viewerRef }: Props) {
    const host = useRef<HTMLDivElement>(null);
    const [viewer, setViewer] = useState<ScanViewer | null>(null);
    const [problem, setProblem] = useState<string | null>(null);
    const [loading, setLoading] = useState<Loading | null>({ what: 'Loading', share: 0 });
    const [faces, setFaces] = useState(0);
    const [hovered, setHovered] = useState<Hovered | null>(null);
    const [measures, setMeasures] = useState<Measure[]>([]);
    const [help, setHelp] = useState(false);
    const latest = useRef({ act, onPin });
    latest.current = { act, onPin };

    useEffect(() => {
        if (!host.current) return;
        let made: ScanViewer;
        try {
            made = new ScanViewer(host.current, {
                hover: setHovered,
                select: (label) => latest.current.act({ do: 'select', label }),
                measured: (from, to) => setMeasures((old) => [...old, { key: (old.at(-1)?.key ?? 0) + 1, from, to }]),
                pin: (pin) => latest.current.onPin(pin),
            });
        } catch {
            setProblem(
                'This browser cannot show 3D (WebGL is off or missing). The picture and the downloads still work.',
            );
            return;
        }
        setViewer(made);
        viewerRef.current = made;
        return () => {
            viewerRef.current = null;
            setViewer(null);
            made.dispose();
        };
    }, [viewerRef]);

    const finest = models.at(-1);
    const coarsest = models[0];
    const jaw = scan.jaw ?? 'upper';
    const frame = scan.report?.orientation?.frame ?? null;
    const first = finest && finest.size_bytes > coarseFirstFrom ? coarsest?.id : undefined;
    const last = finest?.id;
    useEffect(() => {
        if (!viewer || !last) return;
        const abort = new AbortController();
        const load = async (id: string, what: string) => {
            const bytes = await fetchBytes(contentUrl(id, true), abort.signal, (share) => setLoading({ what, share }));
            const model = await readModel(bytes);
            if (abort.signal.aborted) return model.dispose();
            await viewer.setModel(model, frame, jaw);
            if (!abort.signal.aborted) setFaces(model.faces);
        };
        const both = async () => {
            if (first && first !== last) await load(first, 'Loading');
            await load(last, first && first !== last ? 'Loading full detail' : 'Loading');
            if (!abort.signal.aborted) setLoading(null);
        };
        both().catch((error: unknown) => {
            if (abort.signal.aborted) return;
            setLoading(null);
            setProblem(messageOf(error));
        });
        return () => abort.abort();
    }, [viewer, first, last, frame, jaw]);

    useEffect(() => viewer?.apply(state), [viewer, state]);
    useEffect(() => viewer?.setPins(pins), [viewer, pins]);
    useEffect(() => viewer?.setMeasures(measures), [viewer, measures]);

    const undoMeasure = () => {
        if (!viewer?.dropMeasure()) setMeasures((old) => old.slice(0, -1));
    };
    const onKeyDown = useKeys({ viewer, state, act, segments, undoMeasure, help: () => setHelp(true) });
    const hoveredSegment = hovered && segments.find(({ label }) => label === hovered.part.label);

    return (
        <div className={classes.viewer}>
            <div
                ref={host}
                className={classes.host}
                role="application"
                aria-label={`3D view of ${scan.name}. Arrow keys turn it; press question mark for all keys. The table of teeth shows the same in words.`}
                // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys; its label says which
                tabIndex={0}
                onKeyDown={onKeyDown}
                data-ready={loading === null && problem === null ? true : undefined}
            />
            {problem ? (
                <div className={classes.problem} role="alert">
                    {thumbnail && (
                        <img src={contentUrl(thumbnail.id, true)} alt={`${scan.name}, seen from the biting side`} />
                    )}
                    <Text size="sm">{problem}</Text>
                </div>
            ) : (
                <>
                    <Toolbar viewer={viewer} state={state} act={act} name={scan.name} onHelp={() => setHelp(true)} />
                    {state.measuring && (
                        <MeasureList
                            measures={measures}
                            onRemove={(key) => setMeasures((old) => old.filter((measure) => measure.key !== key))}
                        />
                    )}
                    {faces > 0 && <span className={`${classes.faces} numbers`}>{count(faces, 'triangle')}</span>}
                </>
            )}
            {loading && !problem && (
                <div className={classes.loading} role="status">
                    <span>{loading.what}</span>
                    <Progress value={loading.share * 100} size="xs" aria-label={loading.what} w={140} />
                </div>
            )}
            {hovered && hovered.part.label !== gum && !state.measuring && (
                <div className={classes.tip} style={{ left: hovered.x, top: hovered.y }} aria-hidden="true">
                    <b>{hovered.part.fdi}</b> {hovered.part.fdi !== null && toothName(hovered.part.fdi)}
                    {hoveredSegment?.confidence_score != null && (
                        <span className="numbers"> {Math.round(hoveredSegment.confidence_score * 100)} %</span>
                    )}
                </div>
            )}
            <KeyHelp opened={help} onClose={() => setHelp(false)} />
        </div>
    );
}
