import { Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconFileUpload, IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useRef } from 'react';
import { caseFilesQuery, caseQuery, jobsQuery } from '../../lib/api/queries';
import type { Case, CaseFile, Job } from '../../lib/api/types';
import { useHidden } from '../../lib/deletion';
import { useMay } from '../../lib/session';
import { Failure, NotFound } from '../../lib/ui/Failure';
import { uploads, useUploads } from '../../lib/uploads/manager';
import { useTitle } from '../../lib/useTitle';
import { CaseHeader } from './CaseHeader';
import classes from './CasePage.module.css';
import { FileRow } from './FileRow';
import { History } from './History';
import { ScanCard } from './ScanCard';
import { UploadRow } from './UploadRow';
import { usePageDrop } from './usePageDrop';

export function CasePage() {
    const { caseId } = useParams({ from: '/shell/cases/$caseId' });
    const may = useMay();
    const one = useQuery(caseQuery(caseId, may('patients', 'read')));
    const hidden = useHidden();
    useTitle(one.data?.case_number ?? 'Case');
    if (hidden.has(caseId)) return <NotFound />;
    if (one.isError) return <Failure error={one.error} retry={() => void one.refetch()} />;
    return (
        <div className={classes.page}>
            <nav aria-label="Breadcrumb" className={classes.crumbs}>
                <Link to="/cases" search={{}}>
                    Cases
                </Link>
                <span aria-hidden="true">/</span>
                <span aria-current="page">{one.data?.case_number ?? '…'}</span>
            </nav>
            {one.data ? <CaseBody row={one.data} /> : <CaseSkeleton />}
        </div>
    );
}

function CaseBody({ row }: { row: Case }) {
    const files = useQuery(caseFilesQuery(row.id));
    const jobs = useQuery(jobsQuery(row.id));
    const sending = useUploads(row.id);
    const hidden = useHidden();
    const may = useMay();
    const picker = useRef<HTMLInputElement>(null);
    const mayUpload = may('case_files', 'upload');
    const dragging = usePageDrop(mayUpload, (dropped) => uploads.add(row.id, dropped));

    const all = files.data?.filter((file) => !hidden.has(file.id)) ?? [];
    const scans = all.filter((file) => file.derived_from_id === null && file.file_type === 'intraoral_scan');
    const others = all.filter((file) => file.derived_from_id === null && file.file_type !== 'intraoral_scan');
    const empty = files.isSuccess && all.length === 0 && sending.length === 0;

    return (
        <>
            <CaseHeader row={row} />
            <div className={classes.columns}>
                <section aria-labelledby="scans-title" className={classes.work}>
                    <Group justify="space-between" mb="sm">
                        <Title order={2} size="h4" id="scans-title">
                            Scans
                        </Title>
                        {mayUpload && !empty && (
                            <Button
                                variant="default"
                                size="xs"
                                leftSection={<IconUpload size={15} />}
                                onClick={() => picker.current?.click()}
                            >
                                Add files
                            </Button>
                        )}
                    </Group>
                    <input
                        ref={picker}
                        type="file"
                        multiple
                        className="visually-hidden"
                        aria-label="Files to add to the case"
                        tabIndex={-1}
                        onChange={(event) => {
                            uploads.add(row.id, event.currentTarget.files ?? []);
                            event.currentTarget.value = '';
                        }}
                    />
                    <Stack gap="sm">
                        {sending.map((item) => (
                            <UploadRow key={item.key} sending={item} />
                        ))}
                        {files.isError ? (
                            <Failure error={files.error} retry={() => void files.refetch()} />
                        ) : files.isPending ? (
                            <Skeleton height={112} radius="lg" />
                        ) : (
                            scans.map((scan) => (
                                <ScanCard
                                    key={scan.id}
                                    scan={scan}
                                    made={all.filter((file) => file.derived_from_id === scan.id)}
                                    job={newestJob(jobs.data, scan)}
                                />
                            ))
                        )}
                        {empty && <DropHere may={mayUpload} onPick={() => picker.current?.click()} />}
                        {others.length > 0 && (
                            <div>
                                <Title order={2} size="h5" mt="sm" mb="xs">
                                    Other files
                                </Title>
                                <div className="card">
                                    {others.map((file) => (
                                        <FileRow key={file.id} file={file} />
                                    ))}
                                </div>
                            </div>
                        )}
                    </Stack>
                </section>
                <aside className={classes.aside} aria-labelledby="history-title">
                    <History caseId={row.id} files={files.data ?? []} />
                </aside>
            </div>
            {dragging && (
                <div className={classes.dropping} aria-hidden="true">
                    <div>
                        <IconFileUpload size={44} stroke={1.3} />
                        <Text fw={650} size="lg">
                            Drop to add to {row.case_number}
                        </Text>
                    </div>
                </div>
            )}
        </>
    );
}

function newestJob(jobs: Job[] | undefined, scan: CaseFile): Job | undefined {
    return jobs?.find((job) => job.case_file_id === scan.id && job.job_type === 'scan_processing');
}

function DropHere({ may, onPick }: { may: boolean; onPick: () => void }) {
    return (
        <div className={classes.empty}>
            <IconFileUpload size={40} stroke={1.2} aria-hidden="true" />
            <Text fw={600}>{may ? 'Drop a scan anywhere on this page' : 'No files yet'}</Text>
            {may && (
                <>
                    <Text size="sm" c="dimmed" ta="center">
                        STL, PLY or OBJ of one jaw. Teeth are told apart and numbered while you wait.
                    </Text>
                    <Button onClick={onPick} leftSection={<IconUpload size={16} />}>
                        Choose files
                    </Button>
                </>
            )}
        </div>
    );
}

function CaseSkeleton() {
    return (
        <Stack gap="lg" role="status" aria-label="Loading the case">
            <Skeleton height={96} radius="lg" />
            <Skeleton height={220} radius="lg" />
        </Stack>
    );
}
