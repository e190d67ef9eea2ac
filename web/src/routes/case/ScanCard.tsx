import { ActionIcon, Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCube, IconDental, IconDots, IconRefresh, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { contentUrl, post } from '../../lib/api/client';
import type { CaseFile, Jaw, Job } from '../../lib/api/types';
import { useDelete } from '../../lib/deletion';
import { thumbnailOf } from '../../lib/downloads';
import { isActive } from '../../lib/jobs';
import { useMay } from '../../lib/session';
import { Badge } from '../../lib/ui/Badge';
import { messageOf } from '../../lib/ui/Failure';
import { formatAgo, formatBytes, formatDateTime } from '../../lib/ui/format';
import { verdictWords } from '../../lib/ui/words';
import { Downloads } from './Downloads';
import classes from './ScanCard.module.css';
import { StageProgress } from './StageProgress';

interface Props {
    scan: CaseFile;
    /** The files that were made from it. */
    made: CaseFile[];
    job: Job | undefined;
}

export function ScanCard({ scan, made, job }: Props) {
    const may = useMay();
    const thumbnail = thumbnailOf(made);
    const ready = scan.status === 'processed';
    const to = { to: '/cases/$caseId/scans/$fileId', params: { caseId: scan.case_id, fileId: scan.id } } as const;
    const picture = thumbnail ? (
        <img src={contentUrl(thumbnail.id, true)} alt="" loading="lazy" />
    ) : (
        <IconDental size={34} stroke={1.1} aria-hidden="true" />
    );
    return (
        <article className={`card ${classes.card}`} aria-label={`Scan ${scan.name}`}>
            {ready ? (
                <Link {...to} className={classes.picture} aria-label={`Open ${scan.name} in 3D`} tabIndex={-1}>
                    {picture}
                </Link>
            ) : (
                <div className={classes.picture}>{picture}</div>
            )}
            <div className={classes.body}>
                <div className={classes.head}>
                    <div className={classes.names}>
                        <span className={classes.name}>{scan.name}</span>
                        <span className={classes.facts}>
                            {scan.jaw && <Badge tone="grey">{scan.jaw === 'upper' ? 'Upper jaw' : 'Lower jaw'}</Badge>}
                            {scan.quality_verdict && (
                                <Badge tone={verdictWords[scan.quality_verdict].tone} dot>
                                    {verdictWords[scan.quality_verdict].text}
                                    {scan.quality_score !== null && `, ${scan.quality_score}`}
                                </Badge>
                            )}
                            <span className="numbers">{formatBytes(scan.size_bytes)}</span>
                            <time dateTime={scan.uploaded_at} title={formatDateTime(scan.uploaded_at)}>
                                {formatAgo(scan.uploaded_at)}
                            </time>
                        </span>
                    </div>
                    <ScanMenu scan={scan} busy={job !== undefined && isActive(job)} />
                </div>
                {job && job.status !== 'completed' && <StageProgress job={job} />}
                {ready && (
                    <div className={classes.buttons}>
                        <Button
                            size="xs"
                            leftSection={<IconCube size={15} />}
                            renderRoot={(props) => <Link {...props} {...to} />}
                        >
                            Open in 3D
                        </Button>
                        {may('case_files', 'download') && <Downloads scan={scan} made={made} />}
                    </div>
                )}
            </div>
        </article>
    );
}

function ScanMenu({ scan, busy }: { scan: CaseFile; busy: boolean }) {
    const may = useMay();
    const remove = useDelete();
    const client = useQueryClient();
    const process = useMutation({
        mutationFn: (jaw?: Jaw) => post(`/case_files/${scan.id}/process`, jaw ? { jaw } : {}),
        onSuccess: () => client.invalidateQueries({ queryKey: ['jobs'] }),
        onError: (error) =>
            notifications.show({ color: 'red', title: 'It was not begun again', message: messageOf(error) }),
    });
    const mayProcess = may('case_files', 'process') && !busy;
    const mayDelete = may('case_files', 'delete');
    if (!mayProcess && !mayDelete) return null;
    return (
        <Menu position="bottom-end">
            <Menu.Target>
                <ActionIcon variant="subtle" color="gray" aria-label={`More actions for ${scan.name}`}>
                    <IconDots size={16} />
                </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
                {mayProcess && (
                    <>
                        <Menu.Item leftSection={<IconRefresh size={15} />} onClick={() => process.mutate(undefined)}>
                            Process again
                        </Menu.Item>
                        <Menu.Item leftSection={<IconRefresh size={15} />} onClick={() => process.mutate('upper')}>
                            Process as upper jaw
                        </Menu.Item>
                        <Menu.Item leftSection={<IconRefresh size={15} />} onClick={() => process.mutate('lower')}>
                            Process as lower jaw
                        </Menu.Item>
                    </>
                )}
                {mayDelete && (
                    <Menu.Item
                        leftSection={<IconTrash size={15} />}
                        onClick={() => remove({ resource: 'case_files', id: scan.id, name: scan.name })}
                    >
                        Delete the scan
                    </Menu.Item>
                )}
            </Menu.Dropdown>
        </Menu>
    );
}
