import { ActionIcon, Button, Checkbox, Group, Popover, Stack, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconColumns3, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { columnOf, headingOf, type Resource } from '../../lib/data/catalog';
import { defaultLayout, type Layout } from '../../lib/data/layout';
import classes from './ResourcePage.module.css';

interface Props {
    resource: Resource;
    layout: Layout;
    onChange: (layout: Layout) => void;
}

/** Which columns are shown, and in which order. */
export function ColumnsMenu({ resource, layout, onChange }: Props) {
    const [text, setText] = useState('');
    const hidden = new Set(layout.hidden);
    const columns = layout.order
        .map((name) => columnOf(resource, name))
        .filter((column) => column !== undefined)
        .filter((column) => `${column.name} ${headingOf(column)}`.toLowerCase().includes(text.trim().toLowerCase()));
    const toggle = (name: string) =>
        onChange({
            ...layout,
            hidden: hidden.has(name) ? layout.hidden.filter((other) => other !== name) : [...layout.hidden, name],
        });
    const nudge = (name: string, by: number) => onChange({ ...layout, order: nudged(layout.order, name, by, hidden) });
    return (
        <Popover position="bottom-end" shadow="md" width={290} trapFocus>
            <Popover.Target>
                <Button size="xs" variant="default" leftSection={<IconColumns3 size={15} />}>
                    Columns
                </Button>
            </Popover.Target>
            <Popover.Dropdown p="xs">
                <Stack gap={6}>
                    <TextInput
                        size="xs"
                        aria-label="Find a column"
                        placeholder="Find a column"
                        leftSection={<IconSearch size={14} />}
                        value={text}
                        onChange={(event) => setText(event.currentTarget.value)}
                    />
                    <div className={classes.columnList}>
                        {columns.map((column) => (
                            <div key={column.name} className={classes.columnLine} title={column.comment}>
                                <Checkbox
                                    size="xs"
                                    label={headingOf(column)}
                                    checked={!hidden.has(column.name)}
                                    disabled={column.name === 'id'}
                                    onChange={() => toggle(column.name)}
                                />
                                {column.name !== 'id' && !hidden.has(column.name) && text === '' && (
                                    <span className={classes.nudges}>
                                        <ActionIcon
                                            size="xs"
                                            variant="subtle"
                                            color="gray"
                                            aria-label={`Move ${headingOf(column)} up`}
                                            onClick={() => nudge(column.name, -1)}
                                        >
                                            <IconArrowUp size={13} />
                                        </ActionIcon>
                                        <ActionIcon
                                            size="xs"
                                            variant="subtle"
                                            color="gray"
                                            aria-label={`Move ${headingOf(column)} down`}
                                            onClick={() => nudge(column.name, 1)}
                                        >
                                            <IconArrowDown size={13} />
                                        </ActionIcon>
                                    </span>
                                )}
                            </div>
                        ))}
                    </div>
                    <Group gap={4}>
                        <Button
                            size="compact-xs"
                            variant="light"
                            color="gray"
                            onClick={() => onChange({ ...layout, hidden: [] })}
                        >
                            All
                        </Button>
                        <Button
                            size="compact-xs"
                            variant="light"
                            color="gray"
                            onClick={() => onChange(defaultLayout(resource))}
                        >
                            As it was at first
                        </Button>
                    </Group>
                </Stack>
            </Popover.Dropdown>
        </Popover>
    );
}

/** A column moved by one place among those that are shown. */
export function nudged(order: readonly string[], name: string, by: number, hidden: ReadonlySet<string>): string[] {
    const visible = order.filter((other) => !hidden.has(other));
    const neighbour = visible[visible.indexOf(name) + by];
    if (neighbour === undefined || neighbour === 'id') return [...order];
    const others = order.filter((other) => other !== name);
    others.splice(others.indexOf(neighbour) + (by > 0 ? 1 : 0), 0, name);
    return others;
}
