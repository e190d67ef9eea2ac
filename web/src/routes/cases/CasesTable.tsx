import { ActionIcon, Menu, Skeleton, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconDental, IconDots, IconTrash } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { contentUrl } from '../../lib/api/client';
import type { CaseOrder } from '../../lib/api/queries';
import type { CaseRow } from '../../lib/api/types';
import { useDelete } from '../../lib/deletion';
import { useMay } from '../../lib/session';
import { Badge, StatusBadge } from '../../lib/ui/Badge';
import { formatAgo, formatDate, formatDateTime, patientName } from '../../lib/ui/format';
import { priorityWords, procedureWords, urgencyWords } from '../../lib/ui/words';
import classes from './CasesTable.module.css';

interface Props {
    rows: CaseRow[];
    order: CaseOrder;
    descending: boolean;
    /** Shows that these rows are about to be replaced. */
    dimmed: boolean;
    onOrder: (order: CaseOrder, descending: boolean) => void;
}

export function CasesTable({ rows, order, descending, dimmed, onOrder }: Props) {
    const withPatient = useMay()('patients', 'read');
    const sortable = (column: CaseOrder, text: string, className?: string) => {
        const active = column === order;
        const Arrow = descending ? IconArrowDown : IconArrowUp;
        return (
            <th
                scope="col"
                className={className}
                aria-sort={active ? (descending ? 'descending' : 'ascending') : undefined}
            >
                <UnstyledButton
                    className={classes.sort}
                    data-active={active || undefined}
                    onClick={() => onOrder(column, active ? !descending : true)}
                >
                    {text}
                    {active && <Arrow size={13} aria-hidden="true" />}
                </UnstyledButton>
            </th>
        );
    };
    return (
        <div className={`card ${classes.frame}`} data-dimmed={dimmed || undefined}>
            <table className={classes.table}>
                <thead>
                    <tr>
                        <th scope="col" className={classes.picture}>
                            <span className="visually-hidden">Scan</span>
                        </th>
                        {sortable('case_number', 'Case')}
                        {withPatient && (
                            <th scope="col" className={classes.wide}>
                                Patient
                            </th>
                        )}
                        <th scope="col" className={classes.wide}>
                            Procedure
                        </th>
                        {sortable('status', 'Status')}
                        {sortable('priority', 'Priority', classes.middle)}
                        <th scope="col" className={classes.widest}>
                            Due
                        </th>
                        <th scope="col" className={`${classes.widest} ${classes.right}`}>
                            Files
                        </th>
                        {sortable('updated_at', 'Updated', classes.middle)}
                        <th scope="col" className={classes.actions}>
                            <span className="visually-hidden">Actions</span>
                        </th>
                    </tr>
                </thead>
                <tbody>
                    {rows.map((row) => (
                        <Row key={row.id} row={row} />
                    ))}
                </tbody>
            </table>
        </div>
    );
}

function Row({ row }: { row: CaseRow }) {
    const navigate = useNavigate();
    const may = useMay();
    const remove = useDelete();
    const uploads = row.case_files.filter((file) => file.derived_from_id === null).length;
    const patient = row.patient && patientName(row.patient);
    return (
        // The link in the row is the way for keyboard and screen reader; the click on the row is a larger target for the mouse.
        <tr
            onClick={(event) => {
                if ((event.target as Element).closest('a,button')) return;
                void navigate({ to: '/cases/$caseId', params: { caseId: row.id } });
            }}
        >
            <td className={classes.picture}>
                <Thumbnail row={row} />
            </td>
            <td>
                <Link to="/cases/$caseId" params={{ caseId: row.id }} className={classes.number}>
                    {row.case_number}
                </Link>
                {row.title && <span className={classes.title}>{row.title}</span>}
                {patient && <span className={classes.narrowOnly}>{patient}</span>}
            </td>
            {may('patients', 'read') && <td className={classes.wide}>{patient}</td>}
            <td className={classes.wide}>{procedureWords[row.procedure_type]}</td>
            <td>
                <StatusBadge status={row.status} />
            </td>
            <td className={classes.middle}>
                <Importance row={row} />
            </td>
            <td className={`${classes.widest} numbers`}>{row.due_at && formatDate(row.due_at)}</td>
            <td className={`${classes.widest} ${classes.right} numbers`}>{uploads}</td>
            <td className={`${classes.middle} ${classes.ago}`} title={formatDateTime(row.updated_at)}>
                {formatAgo(row.updated_at)}
            </td>
            <td className={classes.actions}>
                {may('cases', 'delete') && (
                    <Menu position="bottom-end">
                        <Menu.Target>
                            <ActionIcon variant="subtle" color="gray" aria-label={`Actions for ${row.case_number}`}>
                                <IconDots size={16} />
                            </ActionIcon>
                        </Menu.Target>
                        <Menu.Dropdown>
                            <Menu.Item
                                leftSection={<IconTrash size={15} />}
                                onClick={() => remove({ resource: 'cases', id: row.id, name: row.case_number })}
                            >
                                Delete
                            </Menu.Item>
                        </Menu.Dropdown>
                    </Menu>
                )}
            </td>
        </tr>
    );
}

/** Only what stands out is coloured: a list in which everything shouts is not read. */
function Importance({ row }: { row: CaseRow }): ReactNode {
    const urgency = urgencyWords[row.urgency];
    const priority = priorityWords[row.priority];
    return (
        <span className={classes.importance}>
            {priority.tone === 'grey' ? priority.text : <Badge tone={priority.tone}>{priority.text}</Badge>}
            {row.urgency !== 'standard' && <Badge tone={urgency.tone}>{urgency.text}</Badge>}
        </span>
    );
}

function Thumbnail({ row }: { row: CaseRow }) {
    const newest = row.case_files
        .filter((file) => file.file_type === 'thumbnail')
        .reduce<CaseRow['case_files'][number] | null>(
            (best, file) => (best === null || file.uploaded_at > best.uploaded_at ? file : best),
            null,
        );
    return newest ? (
        <img className={classes.thumbnail} src={contentUrl(newest.id, true)} alt="" loading="lazy" />
    ) : (
        <span className={classes.thumbnail} aria-hidden="true">
            <IconDental size={20} stroke={1.3} />
        </span>
    );
}

const skeletonRows = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

export function CasesTableSkeleton() {
    return (
        <div className={`card ${classes.frame}`} role="status" aria-label="Loading cases">
            {skeletonRows.map((key) => (
                <div key={key} className={classes.skeleton}>
                    <Skeleton height={36} width={48} radius="md" />
                    <Skeleton height={14} width="18%" />
                    <Skeleton height={14} width="22%" />
                    <Skeleton height={14} width="12%" />
                </div>
            ))}
        </div>
    );
}
