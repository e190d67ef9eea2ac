import { ActionIcon, Button, Group, Popover, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconBookmark, IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { Resource } from '../../lib/data/catalog';
import type { Filter, Sort } from '../../lib/data/filter';
import { keep, kept, type Layout, type SavedView, viewOf } from '../../lib/data/layout';
import classes from './ResourcePage.module.css';

interface Props {
    resource: Resource;
    layout: Layout;
    filters: Filter[];
    sort: Sort[];
    onOpen: (view: SavedView) => void;
}

/** Columns, filters and order that were kept under a name in this browser. */
export function ViewsMenu({ resource, layout, filters, sort, onOpen }: Props) {
    const key = `views.${resource.name}`;
    const [views, setViews] = useState<SavedView[]>(() => kept<SavedView[]>(key) ?? []);
    const [name, setName] = useState('');
    const [opened, setOpened] = useState(false);
    const put = (next: SavedView[]) => {
        setViews(next);
        keep(key, next);
    };
    const save = (event: FormEvent) => {
        event.preventDefault();
        const called = name.trim();
        if (called === '') return;
        put([...views.filter((view) => view.name !== called), viewOf(called, resource, layout, filters, sort)]);
        setName('');
    };
    return (
        <Popover opened={opened} onChange={setOpened} position="bottom-end" shadow="md" width={270} trapFocus>
            <Popover.Target>
                <Button
                    size="xs"
                    variant="default"
                    leftSection={<IconBookmark size={15} />}
                    onClick={() => setOpened(!opened)}
                >
                    Views
                </Button>
            </Popover.Target>
            <Popover.Dropdown p="xs">
                <Stack gap={6}>
                    {views.length === 0 && (
                        <Text size="xs" c="dimmed" px={4}>
                            Keep the columns, filters and order of now under a name, in this browser.
                        </Text>
                    )}
                    {views.map((view) => (
                        <Group key={view.name} gap={4} wrap="nowrap">
                            <UnstyledButton
                                className={classes.savedView}
                                onClick={() => {
                                    setOpened(false);
                                    onOpen(view);
                                }}
                            >
                                {view.name}
                            </UnstyledButton>
                            <ActionIcon
                                size="sm"
                                variant="subtle"
                                color="gray"
                                aria-label={`Forget the view ${view.name}`}
                                onClick={() => put(views.filter((other) => other !== view))}
                            >
                                <IconTrash size={14} />
                            </ActionIcon>
                        </Group>
                    ))}
                    <form onSubmit={save}>
                        <Group gap={6} wrap="nowrap">
                            <TextInput
                                size="xs"
                                flex={1}
                                aria-label="Name of the view"
                                placeholder="Name of the view"
                                maxLength={60}
                                value={name}
                                onChange={(event) => setName(event.currentTarget.value)}
                            />
                            <Button size="xs" type="submit" disabled={name.trim() === ''}>
                                Keep
                            </Button>
                        </Group>
                    </form>
                </Stack>
            </Popover.Dropdown>
        </Popover>
    );
}
