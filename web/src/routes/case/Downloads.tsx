import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import { contentUrl } from '../../lib/api/client';
import type { CaseFile } from '../../lib/api/types';
import { downloadsOf } from '../../lib/downloads';
import { formatBytes } from '../../lib/ui/format';

interface Props {
    scan: CaseFile;
    made: CaseFile[];
}

export function Downloads({ scan, made }: Props) {
    return (
        <Menu position="bottom-end" width={270}>
            <Menu.Target>
                <Button
                    variant="default"
                    size="xs"
                    leftSection={<IconDownload size={15} />}
                    rightSection={<IconChevronDown size={13} />}
                >
                    Download
                </Button>
            </Menu.Target>
            <Menu.Dropdown>
                {downloadsOf(scan, made).map(({ file, name, use }) => (
                    <Menu.Item
                        key={file.id}
                        component="a"
                        href={contentUrl(file.id)}
                        download={file.name}
                        rightSection={
                            <span className="numbers" style={{ fontSize: 12, color: 'var(--mantine-color-dimmed)' }}>
                                {formatBytes(file.size_bytes)}
                            </span>
                        }
                    >
                        <b>{name}</b> <span style={{ color: 'var(--mantine-color-dimmed)' }}>{use}</span>
                    </Menu.Item>
                ))}
            </Menu.Dropdown>
        </Menu>
    );
}
