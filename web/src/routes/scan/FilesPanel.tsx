import { IconDownload } from '@tabler/icons-react';
import { contentUrl } from '../../lib/api/client';
import type { CaseFile } from '../../lib/api/types';
import { downloadsOf } from '../../lib/downloads';
import { useMay } from '../../lib/session';
import { formatBytes } from '../../lib/ui/format';
import classes from './FilesPanel.module.css';

export function FilesPanel({ scan, made }: { scan: CaseFile; made: CaseFile[] }) {
    const may = useMay();
    if (!may('case_files', 'download')) return <p>You may not download files.</p>;
    return (
        <ul className={classes.list}>
            {downloadsOf(scan, made).map(({ file, name, use }) => (
                <li key={file.id}>
                    <a href={contentUrl(file.id)} download={file.name} className={classes.file}>
                        <IconDownload size={16} aria-hidden="true" />
                        <span className={classes.text}>
                            <b>{name}</b>
                            <span>{use}</span>
                        </span>
                        <span className="numbers">{formatBytes(file.size_bytes)}</span>
                    </a>
                </li>
            ))}
        </ul>
    );
}
