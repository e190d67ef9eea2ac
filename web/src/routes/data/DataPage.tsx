import { Skeleton, Text, TextInput, Title } from '@mantine/core';
import { IconDatabase, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useNavigate, useParams } from '@tanstack/react-router';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { byModule, type Catalog, catalogQuery, meantBy, spelled } from '../../lib/data/catalog';
import { Failure } from '../../lib/ui/Failure';
import { count } from '../../lib/ui/format';
import { useTitle } from '../../lib/useTitle';
import classes from './DataPage.module.css';

/** The data workbench: what there is on the left, the rows of one resource beside it. */
export function DataPage() {
    const catalog = useQuery(catalogQuery);
    const { resource } = useParams({ strict: false });
    return (
        <div className={classes.page} data-chosen={resource !== undefined || undefined}>
            <nav className={classes.side} aria-label="Resources">
                {catalog.data ? (
                    <ResourceList catalog={catalog.data} chosen={resource} />
                ) : catalog.isError ? (
                    <Text size="sm" p="md" c="dimmed">
                        The list could not be loaded.
                    </Text>
                ) : (
                    <div className={classes.skeleton} role="status" aria-label="Loading resources">
                        {[70, 55, 80, 62, 48, 74, 66, 58].map((width) => (
                            <Skeleton key={width} height={12} width={`${width}%`} />
                        ))}
                    </div>
                )}
            </nav>
            <div className={classes.content}>
                {catalog.isError ? (
                    <Failure error={catalog.error} retry={() => void catalog.refetch()} />
                ) : (
                    catalog.data && <Outlet />
                )}
            </div>
        </div>
    );
}

function ResourceList({ catalog, chosen }: { catalog: Catalog; chosen: string | undefined }) {
    const [text, setText] = useState('');
    const modules = useMemo(() => byModule(catalog, text), [catalog, text]);
    const list = useRef<HTMLDivElement>(null);
    const navigate = useNavigate();

    const step = (event: KeyboardEvent, by: number) => {
        const links = [...(list.current?.querySelectorAll('a') ?? [])];
        const at = links.indexOf(document.activeElement as HTMLAnchorElement);
        if (at < 0 && by < 0) return;
        event.preventDefault();
        links[Math.min(Math.max(at + by, 0), links.length - 1)]?.focus();
    };
    const onKeyDown = (event: KeyboardEvent) => {
        if (event.key === 'ArrowDown') step(event, 1);
        if (event.key === 'ArrowUp') step(event, -1);
    };
    return (
        // biome-ignore lint/a11y/noStaticElementInteractions: the arrows only move between the links and the box within
        <div className={classes.listFrame} onKeyDown={onKeyDown}>
            <TextInput
                size="xs"
                aria-label="Find a resource"
                placeholder={`Find in ${count(catalog.size, 'resource')}`}
                leftSection={<IconSearch size={14} />}
                value={text}
                onChange={(event) => setText(event.currentTarget.value)}
                onKeyDown={(event) => {
                    if (event.key === 'Escape') setText('');
                    const meant = event.key === 'Enter' && text !== '' ? meantBy(catalog, text) : undefined;
                    if (meant) {
                        void navigate({ to: '/data/$resource', params: { resource: meant.name }, search: {} });
                    }
                }}
                className={classes.find}
            />
            <div className={classes.list} ref={list}>
                {modules.map(([module, resources]) => (
                    <section key={module} aria-label={spelled(module)}>
                        <h2 className={classes.module}>{spelled(module)}</h2>
                        {resources.map((resource) => (
                            <Link
                                key={resource.name}
                                to="/data/$resource"
                                params={{ resource: resource.name }}
                                search={{}}
                                preload={false}
                                className={classes.link}
                                data-active={resource.name === chosen || undefined}
                                aria-current={resource.name === chosen ? 'page' : undefined}
                                title={resource.comment}
                            >
                                {spelled(resource.name)}
                            </Link>
                        ))}
                    </section>
                ))}
                {modules.length === 0 && (
                    <Text size="sm" c="dimmed" p="sm">
                        No resource is called so.
                    </Text>
                )}
            </div>
        </div>
    );
}

/** Before a resource was chosen. */
export function DataHome() {
    useTitle('Data');
    const catalog = useQuery(catalogQuery).data;
    return (
        <div className={classes.home}>
            <IconDatabase size={36} stroke={1.3} aria-hidden="true" />
            <Title order={1} size="h4">
                Data
            </Title>
            <Text c="dimmed" size="sm" ta="center" maw={420}>
                {catalog ? `${count(catalog.size, 'resource')} that you may read. ` : ''}
                Choose one to see, filter, change and export its rows.
            </Text>
        </div>
    );
}
