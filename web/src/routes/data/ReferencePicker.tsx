import { type MantineSize, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { hintColumn, labelColumns, labelOf, type Resource, type Row, shortId, spelled } from '../../lib/data/catalog';
import { choiceQuery, rowQuery } from '../../lib/data/rows';

interface Props {
    target: Resource;
    label: string;
    value: string | null;
    onChange: (id: string | null) => void;
    /** Shows the label above, as in a form; else it is only read out. */
    labelled?: boolean;
    description?: ReactNode;
    error?: ReactNode;
    required?: boolean;
    clearable?: boolean;
    autoFocus?: boolean;
    size?: MantineSize;
    onKeyDown?: (event: KeyboardEvent) => void;
    onBlur?: () => void;
}

/** Chooses a row of another resource by its name. */
export function ReferencePicker({ target, label, value, onChange, labelled = false, size = 'sm', ...rest }: Props) {
    const [typed, setTyped] = useState('');
    const [text] = useDebouncedValue(typed, 200);
    const names = labelColumns(target).map(({ name }) => name);
    const chosen = useQuery({
        ...rowQuery(target, value ?? '', ['id', ...names].join(',')),
        enabled: value !== null && value !== '',
    }).data;
    const chosenLabel = chosen ? labelOf(target, chosen) : value ? shortId(value) : '';
    // What stands in the box because it was chosen is not a search.
    const search = text === chosenLabel ? '' : text;
    const choices = useQuery({ ...choiceQuery(target, search), placeholderData: keepPreviousData });
    const options = namedApart(target, choices.data ?? []);
    if (value && !options.some((option) => option.value === value)) options.unshift({ value, label: chosenLabel });
    return (
        <Select
            {...rest}
            size={size}
            {...(labelled ? { label } : { 'aria-label': label })}
            placeholder={`Find in ${spelled(target.name).toLowerCase()}`}
            searchable
            searchValue={typed}
            onSearchChange={setTyped}
            filter={({ options: all }) => all}
            nothingFoundMessage={choices.isFetching ? 'Looking…' : 'Nothing is called so'}
            maxDropdownHeight={260}
            comboboxProps={{ withinPortal: true }}
            data={options}
            value={value}
            onChange={onChange}
        />
    );
}

/** The rows by name; those of one name with what tells them apart. */
function namedApart(target: Resource, rows: readonly Row[]): { value: string; label: string }[] {
    const labels = rows.map((row) => labelOf(target, row));
    const hint = hintColumn(target);
    return rows.map((row, index) => {
        const label = labels[index] ?? '';
        const alone = labels.indexOf(label) === labels.lastIndexOf(label);
        const apart = (hint && row[hint.name]) ?? shortId(row.id);
        return { value: row.id, label: alone ? label : `${label} (${String(apart)})` };
    });
}
