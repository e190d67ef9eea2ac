import type { ReactNode } from 'react';
import type { CaseStatus } from '../api/types';
import { caseStatusWords, type Tone } from './words';

interface Props {
    tone: Tone;
    children: ReactNode;
    dot?: boolean;
}

export function Badge({ tone, children, dot = false }: Props) {
    return <span className={`tone tone-${tone}${dot ? ' tone-dot' : ''}`}>{children}</span>;
}

export function StatusBadge({ status }: { status: CaseStatus }) {
    const { text, tone } = caseStatusWords[status];
    return (
        <Badge tone={tone} dot>
            {text}
        </Badge>
    );
}
