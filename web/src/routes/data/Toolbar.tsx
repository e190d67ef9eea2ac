import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconKeyboard, IconPlus, IconRefresh, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Ref } from 'react';
import { spelled } from '../../lib/data/catalog';
import type { Filter, View } from '../../lib/data/filter';
import type { Layout, SavedView } from '../../lib/data/layout';
import { ColumnsMenu } from './ColumnsMenu';
import { ExportMenu } from './ExportMenu';
import { FilterBar } from './FilterBar';
import classes from './ResourcePage.module.css';
import { ViewsMenu } from './ViewsMenu';
import { useWorkbench } from './workbench';

interface Props {
    view: View;
    layout: Layout;
    setLayout: (layout: Layout) => void;
    setFilters: (filters: Filter[]) => void;
    setTrash: (on: boolean) => void;
    openView: (view: SavedView) => void;
    editedFilter: string | null;
    setEditedFilter: (column: string | null) => void;
    finder: Ref<HTMLInputElement>;
    /** The names of the shown columns. */
    shown: string[];
    loaded: number;
    total: number | null;
    exact: boolean;
    busy: boolean;
    onRefresh: () => void;
    onHelp: () => void;
}

/** What the rows are, how many, and what can be done with all of them. */
export function Toolbar(props: Props) {
    const { view, layout, setLayout, shown, loaded, total, exact, busy } = props;
    const { resource, openForm, may, trash } = useWorkbench();
    return (
        <header className={classes.toolbar}>
            <div className={classes.titleLine}>
                <Link to="/data" className={classes.back} aria-label="All resources">
                    <ArrowBack />
                </Link>
                <div className={classes.titleText}>
                    <h1 className={classes.title}>{spelled(resource.name)}</h1>
                    <span className={classes.count} role="status">
                        {countWords(loaded, total, exact)}
                    </span>
                    <p className={classes.meaning} title={resource.comment}>
                        {resource.comment}
                    </p>
                </div>
                <div className={classes.tools}>
                    <Tooltip label="Read the rows again (R)">
                        <ActionIcon
                            variant="subtle"
                            color="gray"
                            aria-label="Read the rows again"
                            onClick={props.onRefresh}
                            loading={busy && loaded > 0}
                        >
                            <IconRefresh size={16} />
                        </ActionIcon>
                    </Tooltip>
                    <Tooltip label="Keys (?)">
                        <ActionIcon variant="subtle" color="gray" aria-label="Keys" onClick={props.onHelp}>
                            <IconKeyboard size={17} />
                        </ActionIcon>
                    </Tooltip>
                    <ViewsMenu
                        resource={resource}
                        layout={layout}
                        filters={view.filters}
                        sort={view.sort}
                        onOpen={props.openView}
                    />
                    <ColumnsMenu resource={resource} layout={layout} onChange={setLayout} />
                    <ExportMenu resource={resource} view={view} columns={shown} />
                    {may('create') && !trash && (
                        <Button size="xs" leftSection={<IconPlus size={15} />} onClick={() => openForm(null)}>
                            New
                        </Button>
                    )}
                </div>
            </div>
            <div className={classes.filters}>
                <FilterBar
                    filters={view.filters}
                    onChange={props.setFilters}
                    open={props.editedFilter}
                    setOpen={props.setEditedFilter}
                    finder={props.finder}
                />
                {view.filters.length > 1 && (
                    <Button size="compact-xs" variant="subtle" color="gray" onClick={() => props.setFilters([])}>
                        Clear
                    </Button>
                )}
                {resource.keeps_versions && (
                    <Button
                        size="compact-xs"
                        className={classes.trash}
                        variant={trash ? 'light' : 'subtle'}
                        color={trash ? 'red' : 'gray'}
                        leftSection={<IconTrash size={14} />}
                        aria-pressed={trash}
                        onClick={() => props.setTrash(!trash)}
                    >
                        Deleted
                    </Button>
                )}
            </div>
        </header>
    );
}

const ArrowBack = () => <IconArrowLeft size={18} aria-hidden="true" />;

function countWords(loaded: number, total: number | null, exact: boolean): string {
    if (exact) return `${loaded.toLocaleString('en')} ${loaded === 1 ? 'row' : 'rows'}`;
    // An estimate below what is loaded already is known to be wrong.
    if (total === null || total <= loaded) return `more than ${loaded.toLocaleString('en')} rows`;
    return `about ${total.toLocaleString('en')} rows`;
}
