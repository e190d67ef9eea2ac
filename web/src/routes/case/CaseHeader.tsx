import { ActionIcon, Button, Menu, Skeleton, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconChevronDown, IconDots, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { post } from '../../lib/api/client';
import { caseWaysQuery } from '../../lib/api/queries';
import type { Case, CaseStatus } from '../../lib/api/types';
import { useDelete } from '../../lib/deletion';
import { useMay } from '../../lib/session';
import { Badge, StatusBadge } from '../../lib/ui/Badge';
import { messageOf } from '../../lib/ui/Failure';
import { formatAgo, formatDate, formatDateTime, patientName } from '../../lib/ui/format';
import { caseStatusWords, priorityWords, procedureWords, urgencyWords } from '../../lib/ui/words';
import classes from './CaseHeader.module.css';

export function CaseHeader({ row }: { row: Case }) {
    const may = useMay();
    const remove = useDelete();
    const navigate = useNavigate();
    const urgency = urgencyWords[row.urgency];
    const priority = priorityWords[row.priority];
    return (
        <header className={`card ${classes.header}`}>
            <div className={classes.top}>
                <div className={classes.names}>
                    <Title order={1} size="h3" className="numbers">
                        {row.case_number}
                    </Title>
                    {row.title && <p className={classes.title}>{row.title}</p>}
                </div>
                <div className={classes.actions}>
                    {may('cases', 'advance') ? <StatusMenu row={row} /> : <StatusBadge status={row.status} />}
                    {may('cases', 'delete') && (
                        <Menu position="bottom-end">
                            <Menu.Target>
                                <ActionIcon variant="default" size={30} aria-label="More actions">
                                    <IconDots size={16} />
                                </ActionIcon>
                            </Menu.Target>
                            <Menu.Dropdown>
                                <Menu.Item
                                    leftSection={<IconTrash size={15} />}
                                    onClick={() => {
                                        remove({ resource: 'cases', id: row.id, name: row.case_number });
                                        void navigate({ to: '/cases', search: {} });
                                    }}
                                >
                                    Delete the case
                                </Menu.Item>
                            </Menu.Dropdown>
                        </Menu>
                    )}
                </div>
            </div>
            <dl className={classes.facts}>
                {row.patient !== undefined && (
                    <Fact name="Patient">{row.patient ? patientName(row.patient) : 'None'}</Fact>
                )}
                <Fact name="Procedure">{procedureWords[row.procedure_type]}</Fact>
                <Fact name="Urgency">
                    {urgency.tone === 'grey' ? urgency.text : <Badge tone={urgency.tone}>{urgency.text}</Badge>}
                </Fact>
                <Fact name="Priority">
                    {priority.tone === 'grey' ? priority.text : <Badge tone={priority.tone}>{priority.text}</Badge>}
                </Fact>
                <Fact name="Due">{row.due_at ? formatDate(row.due_at) : 'Not set'}</Fact>
                <Fact name="Created">
                    <time dateTime={row.created_at} title={formatDateTime(row.created_at)}>
                        {formatAgo(row.created_at)}
                    </time>
                </Fact>
            </dl>
        </header>
    );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
    return (
        <div>
            <dt>{name}</dt>
            <dd>{children}</dd>
        </div>
    );
}

function StatusMenu({ row }: { row: Case }) {
    const client = useQueryClient();
    const [opened, setOpened] = useState(false);
    const ways = useQuery({ ...caseWaysQuery(row.id), enabled: opened });
    const advance = useMutation({
        mutationFn: (status: CaseStatus) => post(`/cases/${row.id}/advance`, { status }),
        onSuccess: () => client.invalidateQueries({ queryKey: ['cases'] }),
        onError: (error) =>
            notifications.show({ color: 'red', title: 'The status was not changed', message: messageOf(error) }),
    });
    return (
        <Menu position="bottom-end" opened={opened} onChange={setOpened}>
            <Menu.Target>
                <Button
                    variant="default"
                    size="xs"
                    loading={advance.isPending}
                    rightSection={<IconChevronDown size={14} />}
                    aria-label={`Status: ${caseStatusWords[row.status].text}. Change it`}
                >
                    <StatusBadge status={row.status} />
                </Button>
            </Menu.Target>
            <Menu.Dropdown>
                <Menu.Label>
                    {ways.isError
                        ? messageOf(ways.error)
                        : ways.data?.next.length === 0
                          ? 'This case is finished.'
                          : 'Move the case to'}
                </Menu.Label>
                {ways.isPending && <Skeleton height={24} m="xs" />}
                {ways.data?.next.map((status) => (
                    <Menu.Item key={status} onClick={() => advance.mutate(status)}>
                        <StatusBadge status={status} />
                    </Menu.Item>
                ))}
            </Menu.Dropdown>
        </Menu>
    );
}
