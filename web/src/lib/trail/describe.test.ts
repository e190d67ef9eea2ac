import { expect, it } from 'vitest';
import type { AuditEvent } from '../api/types';
import { history } from './describe';

let made = 0;
function event(change: Partial<AuditEvent>): AuditEvent {
    made += 1;
    return {
        tenant_id: 't1',
        id: `e${made}`,
        created_at: '2026-01-02T10:00:00Z',
        event_type: 'data_update',
        action: 'update',
        outcome: 'success',
        actor_type: 'user',
        user_id: 'u1',
        username: null,
        user_email: 'tech@lab.test',
        user_role: 'technician',
        reason: null,
        resource_type: 'cases',
        resource_id: 'r1',
        case_id: 'c1',
        patient_id: null,
        request_id: null,
        ip_address: null,
        user_agent: null,
        old_values: null,
        new_values: null,
        error_message: null,
        metadata: {},
        ...change,
    };
}

const told = (...events: AuditEvent[]) => history(events, new Map([['f1', 'upper.stl']]));

it('tells a change of status in words', () => {
    const [entry] = told(event({ old_values: { status: 'received' }, new_values: { status: 'qc' } }));
    expect(entry?.what).toBe('Status: Received to Quality control');
});

it('names the columns of another change', () => {
    const [entry] = told(event({ old_values: { due_at: null }, new_values: { due_at: 'x', title: '[masked]' } }));
    expect(entry).toMatchObject({ what: 'Case changed', details: ['due at, title'] });
});

it('calls files by their names, which the trail masks', () => {
    const [entry] = told(
        event({
            resource_type: 'case_files',
            resource_id: 'f1',
            event_type: 'data_create',
            new_values: { name: '[masked]' },
        }),
    );
    expect(entry).toMatchObject({ what: 'File added', details: ['upper.stl'] });
});

it('makes one line of what comes in a row', () => {
    const tooth = () =>
        event({ resource_type: 'segments', event_type: 'data_create', actor_type: 'system', user_email: null });
    const entries = told(tooth(), tooth(), tooth());
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ what: '3 segments stored', who: 'Cuspid' });
});

it('keeps apart what different people did', () => {
    const upload = (user_email: string) =>
        event({ resource_type: 'case_files', event_type: 'data_create', user_email });
    expect(told(upload('a@lab.test'), upload('b@lab.test'))).toHaveLength(2);
});

it('marks failures', () => {
    const [entry] = told(event({ resource_type: 'jobs', new_values: { status: 'failed' } }));
    expect(entry).toMatchObject({ what: 'Work on the scan failed', tone: 'bad' });
});
