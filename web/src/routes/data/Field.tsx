import { JsonInput, MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import { IconShieldHalf } from '@tabler/icons-react';
import type { Column, Resource } from '../../lib/data/catalog';
import { headingOf } from '../../lib/data/catalog';
import classes from './Panels.module.css';
import { ReferencePicker } from './ReferencePicker';

interface Props {
    column: Column;
    target: Resource | undefined;
    text: string;
    onChange: (text: string) => void;
    error: string | undefined;
    /** Whether it must be filled: of a new row what is required, of an old one what may not be empty. */
    required: boolean;
    autoFocus: boolean;
}

const long = /(^|_)(notes?|description|content|body|comments?|message|reason|summary|text|instructions|findings?)$/;

/** The input of one column, by its kind, with its meaning below its name. */
export function Field({ column, target, text, onChange, error, required, autoFocus }: Props) {
    const shared = {
        id: `field-${column.name}`,
        label: (
            <>
                {headingOf(column)}
                {column.content !== 'plain' && (
                    <IconShieldHalf
                        size={12}
                        className={classes.sensitive}
                        role="img"
                        aria-label={column.content === 'phi' ? 'health data' : 'personal data'}
                    />
                )}
            </>
        ),
        description: column.comment,
        error,
        withAsterisk: required,
        size: 'xs' as const,
        'data-autofocus': autoFocus || undefined,
    };
    if (target) {
        return (
            <ReferencePicker
                target={target}
                label={headingOf(column)}
                labelled
                description={column.comment}
                error={error}
                required={required}
                clearable={!required}
                size="xs"
                value={text === '' ? null : text}
                onChange={(id) => onChange(id ?? '')}
            />
        );
    }
    const type = (input: string) => (
        <TextInput
            {...shared}
            type={input}
            step={input === 'datetime-local' ? 1 : undefined}
            value={text}
            onChange={(event) => onChange(event.currentTarget.value)}
        />
    );
    switch (column.kind) {
        case 'boolean':
            return (
                <Select
                    {...shared}
                    clearable={!required}
                    placeholder="–"
                    data={[
                        { value: 'true', label: 'yes' },
                        { value: 'false', label: 'no' },
                    ]}
                    value={text === '' ? null : text}
                    onChange={(value) => onChange(value ?? '')}
                />
            );
        case 'enum':
            return (
                <Select
                    {...shared}
                    clearable={!required}
                    searchable={column.values.length > 8}
                    placeholder="–"
                    data={column.values.map((value) => ({ value, label: value.replaceAll('_', ' ') }))}
                    value={text === '' ? null : text}
                    onChange={(value) => onChange(value ?? '')}
                />
            );
        case 'array':
            return column.values.length > 0 ? (
                <MultiSelect
                    {...shared}
                    data={column.values.map((value) => ({ value, label: value.replaceAll('_', ' ') }))}
                    value={listOf(text)}
                    onChange={(values) => onChange(JSON.stringify(values))}
                />
            ) : (
                <JsonField shared={shared} text={text} onChange={onChange} placeholder={'["a", "b"]'} />
            );
        case 'json':
            return <JsonField shared={shared} text={text} onChange={onChange} placeholder="{}" />;
        case 'date':
            return type('date');
        case 'timestamp':
            return type('datetime-local');
        case 'integer':
        case 'number':
            return (
                <TextInput
                    {...shared}
                    inputMode="decimal"
                    value={text}
                    onChange={(event) => onChange(event.currentTarget.value)}
                />
            );
        default:
            return long.test(column.name) || text.length > 80 || text.includes('\n') ? (
                <Textarea
                    {...shared}
                    autosize
                    minRows={2}
                    maxRows={10}
                    value={text}
                    onChange={(event) => onChange(event.currentTarget.value)}
                />
            ) : (
                type('text')
            );
    }
}

interface JsonProps {
    shared: object;
    text: string;
    onChange: (text: string) => void;
    placeholder: string;
}

/** JSON is checked when the field is left, and set out in lines. */
function JsonField({ shared, text, onChange, placeholder }: JsonProps) {
    return (
        <JsonInput
            {...shared}
            autosize
            minRows={3}
            maxRows={16}
            formatOnBlur
            validationError="This is not JSON."
            placeholder={placeholder}
            classNames={{ input: classes.json ?? '' }}
            value={text}
            onChange={onChange}
        />
    );
}

function listOf(text: string): string[] {
    try {
        const list: unknown = JSON.parse(text);
        return Array.isArray(list) ? list.map(String) : [];
    } catch {
        return [];
    }
}
