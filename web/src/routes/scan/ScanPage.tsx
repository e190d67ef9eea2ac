import { Skeleton, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useCallback, useMemo, useReducer, useRef, useState } from 'react';
import { caseFilesQuery, caseQuery, jobsQuery, scanQuery, segmentsQuery } from '../../lib/api/queries';
import type { CaseFile, Job, ScanFile, Segment } from '../../lib/api/types';
import { modelsOf, thumbnailOf } from '../../lib/downloads';
import { useMay } from '../../lib/session';
import { Badge } from '../../lib/ui/Badge';
import { Failure } from '../../lib/ui/Failure';
import { useTitle } from '../../lib/useTitle';
import { firstState, type Pin, pinsOf, reduce } from '../../lib/viewer/state';
import type { ScanViewer } from '../../lib/viewer/viewer';
import { StageProgress } from '../case/StageProgress';
import { FilesPanel } from './FilesPanel';
import { QualityPanel } from './QualityPanel';
import classes from './ScanPage.module.css';
import { TeethPanel } from './TeethPanel';
import { Viewer } from './Viewer';

export function ScanPage() {
    const { caseId, fileId } = useParams({ from: '/shell/cases/$caseId/scans/$fileId' });
    const scan = useQuery(scanQuery(fileId));
    const files = useQuery(caseFilesQuery(caseId));
    const segments = useQuery(segmentsQuery(fileId));
    const jobs = useQuery(jobsQuery(caseId));
    const may = useMay();
    const case_ = useQuery(caseQuery(caseId, may('patients', 'read')));
    useTitle(scan.data?.name ?? 'Scan');

    const failed = [scan, files, segments, case_].find((query) => query.isError);
    if (failed) return <Failure error={failed.error} retry={() => void failed.refetch()} />;
    const made = files.data?.filter((file) => file.derived_from_id === fileId);
    return (
        <div className={classes.page}>
            <nav aria-label="Breadcrumb" className={classes.crumbs}>
                <Link to="/cases" search={{}}>
                    Cases
                </Link>
                <span aria-hidden="true">/</span>
                <Link to="/cases/$caseId" params={{ caseId }}>
                    {case_.data?.case_number ?? '…'}
                </Link>
                <span aria-hidden="true">/</span>
                <h1 className={classes.name} aria-current="page">
                    {scan.data?.name ?? '…'}
                </h1>
                {scan.data?.jaw && <Badge tone="grey">{scan.data.jaw === 'upper' ? 'Upper jaw' : 'Lower jaw'}</Badge>}
            </nav>
            {scan.data && made && segments.data ? (
                <Scan
                    key={fileId}
                    scan={scan.data}
                    made={made}
                    segments={segments.data}
                    job={jobs.data?.find((job) => job.case_file_id === fileId)}
                />
            ) : (
                <div className={classes.columns} role="status" aria-label="Loading the scan">
                    <div className={classes.stage} />
                    <div className={classes.panel}>
                        <Skeleton height={220} m="md" w="auto" radius="lg" />
                    </div>
                </div>
            )}
        </div>
    );
}

interface Props {
    scan: ScanFile;
    made: CaseFile[];
    segments: Segment[];
    job: Job | undefined;
}

function Scan({ scan, made, segments, job }: Props) {
    const [state, act] = useReducer(reduce, firstState);
    const [tab, setTab] = useState<string | null>('teeth');
    const [looked, setLooked] = useState<number | null>(null);
    const viewer = useRef<ScanViewer | null>(null);
    const findings = useMemo(() => scan.report?.quality?.findings ?? [], [scan.report]);
    const pins = useMemo(() => pinsOf(findings, looked), [findings, looked]);
    const models = useMemo(() => modelsOf(made), [made]);

    const choosePin = useCallback((pin: Pin) => {
        setTab('quality');
        setLooked(pin.finding);
        viewer.current?.flyTo(pin.place);
    }, []);

    return (
        <div className={classes.columns}>
            <div className={classes.stage}>
                {models.length > 0 ? (
                    <Viewer
                        scan={scan}
                        models={models}
                        thumbnail={thumbnailOf(made)}
                        segments={segments}
                        state={state}
                        act={act}
                        pins={pins}
                        onPin={choosePin}
                        viewerRef={viewer}
                    />
                ) : (
                    <div className={classes.nothing}>
                        {job && job.status !== 'completed' ? (
                            <StageProgress job={job} />
                        ) : (
                            'There is no 3D file of this scan yet.'
                        )}
                    </div>
                )}
            </div>
            <div className={classes.panel}>
                <Tabs
                    value={tab}
                    onChange={setTab}
                    classNames={{ root: classes.tabs ?? '', panel: classes.tabPanel ?? '' }}
                >
                    <Tabs.List grow>
                        <Tabs.Tab value="teeth">Teeth</Tabs.Tab>
                        <Tabs.Tab value="quality">Quality</Tabs.Tab>
                        <Tabs.Tab value="files">Files</Tabs.Tab>
                    </Tabs.List>
                    <Tabs.Panel value="teeth">
                        <TeethPanel
                            jaw={scan.jaw ?? 'upper'}
                            segments={segments}
                            state={state}
                            act={act}
                            onFocus={(label) => viewer.current?.focus(label)}
                        />
                    </Tabs.Panel>
                    <Tabs.Panel value="quality">
                        <QualityPanel
                            report={scan.report}
                            looked={looked}
                            onLook={(finding) => {
                                setLooked(finding);
                                const place = finding === null ? undefined : findings[finding]?.places[0];
                                if (place) viewer.current?.flyTo(place);
                            }}
                        />
                    </Tabs.Panel>
                    <Tabs.Panel value="files">
                        <FilesPanel scan={scan} made={made} />
                    </Tabs.Panel>
                </Tabs>
            </div>
        </div>
    );
}
