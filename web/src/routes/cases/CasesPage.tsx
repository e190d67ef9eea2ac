import { Button, Group, Loader, Select, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedCallback, useHotkeys, useIntersection } from '@mantine/hooks';
import { IconFolderOpen, IconPlus, IconSearch, IconX } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { caseListQuery } from '../../lib/api/queries';
import { type CaseStatus, caseStatuses } from '../../lib/api/types';
import { useHidden } from '../../lib/deletion';
import { useMay } from '../../lib/session';
import { Failure } from '../../lib/ui/Failure';
import { caseStatusWords } from '../../lib/ui/words';
import { useTitle } from '../../lib/useTitle';
import classes from './CasesPage.module.css';
import { CasesTable, CasesTableSkeleton } from './CasesTable';
import { NewCaseDialog } from './NewCaseDialog';

export function CasesPage() {
    useTitle('Cases');
    const search = useSearch({ from: '/shell/cases' });
    const navigate = useNavigate({ from: '/cases' });
    const may = useMay();
    const hidden = useHidden();
    const [creating, setCreating] = useState(false);
    const searchBox = useRef<HTMLInputElement>(null);

    const query = useInfiniteQuery({
        ...caseListQuery(
            {
                status: search.status,
                number: search.number,
                order: search.order ?? 'updated_at',
                descending: !search.ascending,
            },
            may('patients', 'read'),
        ),
        placeholderData: keepPreviousData,
    });
    const rows = query.data?.pages.flatMap((page) => page.rows).filter((row) => !hidden.has(row.id));
    const mayCreate = may('cases', 'create');

    useHotkeys([
        ['/', () => searchBox.current?.focus()],
        ['n', () => mayCreate && setCreating(true)],
    ]);

    const filtered = search.status !== undefined || search.number !== undefined;
    const clear = () => {
        if (searchBox.current) searchBox.current.value = '';
        void navigate({ search: ({ status: _s, number: _n, ...rest }) => rest });
    };
    const setNumber = useDebouncedCallback((number: string) => {
        void navigate({ search: ({ number: _old, ...rest }) => (number ? { ...rest, number } : rest), replace: true });
    }, 250);

    return (
        <div className={classes.page}>
            <Group justify="space-between" mb="md" wrap="nowrap">
                <Title order={1} size="h3">
                    Cases
                </Title>
                {mayCreate && (
                    <Button leftSection={<IconPlus size={16} />} onClick={() => setCreating(true)}>
                        New case
                    </Button>
                )}
            </Group>
            <Group gap="xs" mb="sm">
                <TextInput
                    ref={searchBox}
                    aria-label="Find by case number"
                    placeholder="Case number"
                    leftSection={<IconSearch size={15} />}
                    defaultValue={search.number ?? ''}
                    onChange={(event) => setNumber(event.currentTarget.value.trim())}
                    onKeyDown={(event) => event.key === 'Escape' && clear()}
                    className={classes.search}
                />
                <Select
                    aria-label="Status"
                    placeholder="Any status"
                    clearable
                    data={caseStatuses.map((value) => ({ value, label: caseStatusWords[value].text }))}
                    value={search.status ?? null}
                    onChange={(value) =>
                        void navigate({
                            search: ({ status: _old, ...rest }) =>
                                value ? { ...rest, status: value as CaseStatus } : rest,
                        })
                    }
                    className={classes.status}
                />
                {filtered && (
                    <Button variant="subtle" color="gray" leftSection={<IconX size={15} />} onClick={clear}>
                        Clear
                    </Button>
                )}
            </Group>
            {query.isError ? (
                <Failure error={query.error} retry={() => void query.refetch()} />
            ) : rows === undefined ? (
                <CasesTableSkeleton />
            ) : rows.length === 0 ? (
                <Nothing filtered={filtered} onClear={clear} onNew={mayCreate ? () => setCreating(true) : undefined} />
            ) : (
                <>
                    <CasesTable
                        rows={rows}
                        order={search.order ?? 'updated_at'}
                        descending={!search.ascending}
                        dimmed={query.isPlaceholderData}
                        onOrder={(order, descending) =>
                            void navigate({
                                search: ({ order: _o, ascending: _a, ...rest }) => ({
                                    ...rest,
                                    order,
                                    ...(!descending && { ascending: true }),
                                }),
                            })
                        }
                    />
                    <More
                        more={query.hasNextPage}
                        busy={query.isFetchingNextPage}
                        onMore={() => void query.fetchNextPage()}
                    />
                </>
            )}
            <NewCaseDialog opened={creating} onClose={() => setCreating(false)} />
        </div>
    );
}

interface NothingProps {
    filtered: boolean;
    onClear: () => void;
    onNew: (() => void) | undefined;
}

function Nothing({ filtered, onClear, onNew }: NothingProps) {
    return (
        <div className={`card ${classes.nothing}`}>
            <IconFolderOpen size={36} stroke={1.3} aria-hidden="true" />
            <Text fw={600}>{filtered ? 'No case matches' : 'No cases yet'}</Text>
            <Text c="dimmed" size="sm" ta="center" maw={380}>
                {filtered
                    ? 'Case numbers are matched whole: 12 finds C-000012.'
                    : 'A case holds the scans of one patient for one piece of work. Make the first one and drop a scan on it.'}
            </Text>
            {filtered ? (
                <Button variant="default" onClick={onClear}>
                    Show all cases
                </Button>
            ) : (
                onNew && <Button onClick={onNew}>New case</Button>
            )}
        </div>
    );
}

interface MoreProps {
    more: boolean;
    busy: boolean;
    onMore: () => void;
}

/** The end of the list: the next page comes when it is scrolled into view, or on request. */
function More({ more, busy, onMore }: MoreProps) {
    const { ref, entry } = useIntersection({ rootMargin: '400px' });
    const visible = entry?.isIntersecting ?? false;
    useEffect(() => {
        if (visible && more && !busy) onMore();
    }, [visible, more, busy, onMore]);
    if (!more) return null;
    return (
        <Group ref={ref} justify="center" py="md">
            {busy ? (
                <Loader size="sm" aria-label="Loading more cases" />
            ) : (
                <Button variant="subtle" onClick={onMore}>
                    Show more
                </Button>
            )}
        </Group>
    );
}
