import { Button, Group, Menu, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload, IconFileTypeCsv, IconJson } from '@tabler/icons-react';
import type { Resource } from '../../lib/data/catalog';
import { exportPath, type Format, formats, gather, hand } from '../../lib/data/exporting';
import type { View } from '../../lib/data/filter';
import { formatBytes } from '../../lib/ui/format';
import { refused } from './useRowActions';

interface Props {
    resource: Resource;
    view: View;
    /** The columns of the file, in their order. */
    columns: string[];
}

function Progress({ text, onCancel }: { text: string; onCancel: () => void }) {
    return (
        <Group justify="space-between" wrap="nowrap">
            <Text size="sm" className="numbers">
                {text}
            </Text>
            <Button size="compact-sm" variant="light" color="gray" onClick={onCancel}>
                Cancel
            </Button>
        </Group>
    );
}

/** How often the number of bytes is shown anew. */
const tickMs = 150;

async function download(resource: Resource, view: View, columns: string[], format: Format): Promise<void> {
    const control = new AbortController();
    const name = `${resource.name}.${format}`;
    const line = (bytes: number) => (
        <Progress text={`${name}: ${formatBytes(bytes)}`} onCancel={() => control.abort()} />
    );
    const notice = notifications.show({ loading: true, autoClose: false, withCloseButton: false, message: line(0) });
    let shownAt = 0;
    try {
        const file = await gather(exportPath(resource, view, columns), format, control.signal, (bytes) => {
            if (performance.now() - shownAt < tickMs) return;
            shownAt = performance.now();
            notifications.update({ id: notice, message: line(bytes) });
        });
        hand(file, name);
        notifications.update({
            id: notice,
            loading: false,
            autoClose: 5000,
            withCloseButton: true,
            message: `${name}: ${formatBytes(file.size)} downloaded.`,
        });
    } catch (error) {
        notifications.hide(notice);
        if (!control.signal.aborted) refused('The export did not finish', error);
    }
}

/** All rows of what is shown, as a file. */
export function ExportMenu({ resource, view, columns }: Props) {
    return (
        <Menu position="bottom-end" width={230}>
            <Menu.Target>
                <Button size="xs" variant="default" leftSection={<IconDownload size={15} />}>
                    Export
                </Button>
            </Menu.Target>
            <Menu.Dropdown>
                <Menu.Label>All rows of this view, its columns</Menu.Label>
                <Menu.Item
                    leftSection={<IconFileTypeCsv size={16} />}
                    onClick={() => void download(resource, view, columns, 'csv')}
                >
                    {formats.csv.name}, for spreadsheets
                </Menu.Item>
                <Menu.Item
                    leftSection={<IconJson size={16} />}
                    onClick={() => void download(resource, view, columns, 'ndjson')}
                >
                    {formats.ndjson.name}, a line a row
                </Menu.Item>
            </Menu.Dropdown>
        </Menu>
    );
}
