import { CloseButton, Popover, Select } from '@mantine/core';
import { IconFilter, IconShieldHalf } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type Ref, useState } from 'react';
import { type Column, columnOf, headingOf, isSensitive, labelOf, shortId, targetOf } from '../../lib/data/catalog';
import { type Filter, isState, operatorsOf, operatorWords } from '../../lib/data/filter';
import { rowQuery } from '../../lib/data/rows';
import { FilterEditor } from './FilterEditor';
import classes from './ResourcePage.module.css';
import { useWorkbench } from './workbench';

interface Props {
    filters: readonly Filter[];
    onChange: (filters: Filter[]) => void;
    /** The column whose filter is being edited; it may not be among the filters yet. */
    open: string | null;
    setOpen: (column: string | null) => void;
    finder: Ref<HTMLInputElement>;
}

/** The filters as chips, and a box that finds the column of the next one. */
export function FilterBar({ filters, onChange, open, setOpen, finder }: Props) {
    const { resource } = useWorkbench();
    const [typed, setTyped] = useState('');
    const choices = resource.columns.filter((column) => operatorsOf(column).length > 0);
    const draft =
        open !== null && !filters.some((filter) => filter.column === open) ? columnOf(resource, open) : undefined;
    const shown: Filter[] = draft
        ? [...filters, { column: draft.name, operator: operatorsOf(draft)[0] ?? 'filled', values: [] }]
        : [...filters];
    const put = (filter: Filter) => {
        const others = filters.filter((old) => old.column !== filter.column);
        const index = filters.findIndex((old) => old.column === filter.column);
        onChange(index < 0 ? [...filters, filter] : others.toSpliced(index, 0, filter));
        setOpen(null);
    };
    const remove = (column: string) => {
        onChange(filters.filter((filter) => filter.column !== column));
        setOpen(null);
    };
    return (
        <>
            <Select
                ref={finder}
                size="xs"
                aria-label="Filter by a column"
                placeholder="Filter by…"
                leftSection={<IconFilter size={14} />}
                searchable
                className={classes.finder}
                maxDropdownHeight={320}
                nothingFoundMessage="No column is called so"
                comboboxProps={{ width: 240, position: 'bottom-start' }}
                data={choices.map((column) => ({ value: column.name, label: headingOf(column) }))}
                value={null}
                searchValue={typed}
                onSearchChange={setTyped}
                onChange={(column) => {
                    setTyped('');
                    if (column) setOpen(column);
                }}
            />
            {shown.map((filter) => {
                const column = columnOf(resource, filter.column);
                return (
                    column && (
                        <FilterChip
                            key={filter.column}
                            filter={filter}
                            column={column}
                            opened={open === filter.column}
                            onOpened={(opened) => setOpen(opened ? filter.column : null)}
                            onApply={put}
                            onRemove={() => remove(filter.column)}
                        />
                    )
                );
            })}
        </>
    );
}

interface ChipProps {
    filter: Filter;
    column: Column;
    opened: boolean;
    onOpened: (opened: boolean) => void;
    onApply: (filter: Filter) => void;
    onRemove: () => void;
}

function FilterChip({ filter, column, opened, onOpened, onApply, onRemove }: ChipProps) {
    const { resource, catalog } = useWorkbench();
    const target = targetOf(resource, column.name, catalog);
    const referred = useQuery({
        ...rowQuery(target ?? resource, filter.values[0] ?? ''),
        enabled: target !== undefined && Boolean(filter.values[0]) && !isState(filter.operator),
    }).data;
    const values = target && referred ? labelOf(target, referred) : wordsOf(filter, column);
    return (
        <Popover opened={opened} onChange={onOpened} position="bottom-start" shadow="md" trapFocus withinPortal>
            <Popover.Target>
                <span className={classes.chip}>
                    <button type="button" className={classes.chipText} onClick={() => onOpened(!opened)}>
                        {isSensitive(column) && <IconShieldHalf size={12} aria-hidden="true" />}
                        <span>{headingOf(column)}</span>{' '}
                        <span className={classes.chipOperator}>{operatorWords[filter.operator]}</span>{' '}
                        {!isState(filter.operator) && <strong>{values || '…'}</strong>}
                    </button>
                    <CloseButton
                        size={18}
                        aria-label={`Remove the filter of ${headingOf(column)}`}
                        onClick={onRemove}
                    />
                </span>
            </Popover.Target>
            <Popover.Dropdown>
                <FilterEditor
                    key={String(opened)}
                    column={column}
                    target={target}
                    filter={filter}
                    onApply={onApply}
                    onRemove={onRemove}
                />
            </Popover.Dropdown>
        </Popover>
    );
}

function wordsOf(filter: Filter, column: Column): string {
    if (filter.operator === 'range') {
        const [from = '', to = ''] = filter.values;
        if (from && to) return `${from} and ${to}`;
        return from ? `${from} and later` : to && `${to} and earlier`;
    }
    const words = filter.values.map((value) =>
        column.kind === 'uuid' ? shortId(value) : column.kind === 'enum' ? value.replaceAll('_', ' ') : value,
    );
    return words.length > 3 ? `${words.slice(0, 2).join(', ')} and ${words.length - 2} more` : words.join(', ');
}
