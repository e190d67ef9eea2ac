import { ActionIcon, Tooltip } from '@mantine/core';
import { IconDownload, IconFile, IconTrash } from '@tabler/icons-react';
import { contentUrl } from '../../lib/api/client';
import type { CaseFile } from '../../lib/api/types';
import { useDelete } from '../../lib/deletion';
import { useMay } from '../../lib/session';
import { formatAgo, formatBytes } from '../../lib/ui/format';
import classes from './FileRow.module.css';

export function FileRow({ file }: { file: CaseFile }) {
    const may = useMay();
    const remove = useDelete();
    return (
        <div className={classes.row}>
            <IconFile size={18} stroke={1.4} aria-hidden="true" />
            <span className={classes.name}>{file.name}</span>
            <span className={`${classes.facts} numbers`}>{formatBytes(file.size_bytes)}</span>
            <span className={classes.facts}>{formatAgo(file.uploaded_at)}</span>
            {may('case_files', 'download') && (
                <Tooltip label="Download">
                    <ActionIcon
                        component="a"
                        href={contentUrl(file.id)}
                        download={file.name}
                        variant="subtle"
                        color="gray"
                        aria-label={`Download ${file.name}`}
                    >
                        <IconDownload size={16} />
                    </ActionIcon>
                </Tooltip>
            )}
            {may('case_files', 'delete') && (
                <Tooltip label="Delete">
                    <ActionIcon
                        variant="subtle"
                        color="gray"
                        aria-label={`Delete ${file.name}`}
                        onClick={() => remove({ resource: 'case_files', id: file.id, name: file.name })}
                    >
                        <IconTrash size={16} />
                    </ActionIcon>
                </Tooltip>
            )}
        </div>
    );
}
