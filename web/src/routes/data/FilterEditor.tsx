import { Button, Chip, Group, NativeSelect, Stack, TagsInput, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type Column, headingOf, type Resource } from '../../lib/data/catalog';
import { type Filter, isComplete, isState, type Operator, operatorsOf, operatorWords } from '../../lib/data/filter';
import { ReferencePicker } from './ReferencePicker';

interface Props {
    column: Column;
    target: Resource | undefined;
    filter: Filter;
    onApply: (filter: Filter) => void;
    onRemove: () => void;
}

const day = (daysAgo: number): string => {
    const date = new Date();
    date.setDate(date.getDate() - daysAgo);
    const two = (number: number) => String(number).padStart(2, '0');
    return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};

const spans: [string, () => [string, string]][] = [
    ['Today', () => [day(0), day(0)]],
    ['Last 7 days', () => [day(6), day(0)]],
    ['Last 30 days', () => [day(29), day(0)]],
    ['This year', () => [`${new Date().getFullYear()}-01-01`, day(0)]],
];

/** Asks for the operator and the values of one filter, by the kind of its column. */
export function FilterEditor({ column, target, filter, onApply, onRemove }: Props) {
    const [operator, setOperator] = useState<Operator>(filter.operator);
    const [values, setValues] = useState(filter.values);
    const next: Filter = { ...filter, operator, values: isState(operator) ? [] : values };
    const submit = (event: FormEvent) => {
        event.preventDefault();
        // The form of a filter stands within others' forms in the tree.
        event.stopPropagation();
        if (isComplete(next)) onApply(next);
        else onRemove();
    };
    return (
        <form onSubmit={submit}>
            <Stack gap="xs">
                <NativeSelect
                    size="xs"
                    aria-label="Condition"
                    data={operatorsOf(column).map((value) => ({ value, label: operatorWords[value] }))}
                    value={operator}
                    onChange={(event) => {
                        const chosen = event.currentTarget.value as Operator;
                        if ((chosen === 'range') !== (operator === 'range')) setValues([]);
                        setOperator(chosen);
                    }}
                />
                {!isState(operator) && (
                    <ValueFields
                        column={column}
                        target={target}
                        operator={operator}
                        values={values}
                        onChange={setValues}
                    />
                )}
                {column.content !== 'plain' && (
                    <Text size="xs" c="dimmed">
                        Personal data: the value stays out of the address and of saved views.
                    </Text>
                )}
                <Group justify="space-between">
                    <Button size="xs" variant="subtle" color="gray" onClick={onRemove}>
                        Remove
                    </Button>
                    <Button size="xs" type="submit">
                        Apply
                    </Button>
                </Group>
            </Stack>
        </form>
    );
}

interface FieldsProps {
    column: Column;
    target: Resource | undefined;
    operator: Operator;
    values: string[];
    onChange: (values: string[]) => void;
}

function ValueFields({ column, target, operator, values, onChange }: FieldsProps) {
    const label = headingOf(column);
    if (column.values.length > 0) {
        return (
            <Chip.Group multiple value={values} onChange={onChange}>
                <Group gap={6} maw={300} role="group" aria-label={label}>
                    {column.values.map((value) => (
                        <Chip key={value} value={value} size="xs">
                            {value.replaceAll('_', ' ')}
                        </Chip>
                    ))}
                </Group>
            </Chip.Group>
        );
    }
    if (target) {
        return (
            <ReferencePicker
                target={target}
                label={label}
                size="xs"
                value={values[0] ?? null}
                clearable
                onChange={(id) => onChange(id ? [id] : [])}
            />
        );
    }
    if (column.kind === 'array') {
        return <TagsInput size="xs" aria-label={label} placeholder="Values" value={values} onChange={onChange} />;
    }
    const type = column.kind === 'date' || column.kind === 'timestamp' ? 'date' : 'text';
    if (operator === 'range') {
        const [from = '', to = ''] = values;
        return (
            <>
                <Group gap={6} wrap="nowrap">
                    <TextInput
                        size="xs"
                        type={type}
                        aria-label={`${label} from`}
                        placeholder="from"
                        value={from}
                        onChange={(event) => onChange([event.currentTarget.value, to])}
                    />
                    <TextInput
                        size="xs"
                        type={type}
                        aria-label={`${label} to`}
                        placeholder="to"
                        value={to}
                        onChange={(event) => onChange([from, event.currentTarget.value])}
                    />
                </Group>
                {type === 'date' && (
                    <Group gap={4}>
                        {spans.map(([name, span]) => (
                            <Button
                                key={name}
                                size="compact-xs"
                                variant="light"
                                color="gray"
                                onClick={() => onChange(span())}
                            >
                                {name}
                            </Button>
                        ))}
                    </Group>
                )}
            </>
        );
    }
    return (
        <TextInput
            size="xs"
            type={type}
            aria-label={label}
            placeholder={label}
            data-autofocus
            value={values[0] ?? ''}
            onChange={(event) => onChange([event.currentTarget.value])}
        />
    );
}
