import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { call } from './api/client';
import { meQuery } from './api/queries';

/** Whether the signed-in person has a right; what they may not do is not offered. */
export function useMay(): (resource: string, verb: string) => boolean {
    const rights = useQuery(meQuery).data?.rights;
    return useCallback((resource, verb) => rights?.[resource]?.includes(verb) ?? false, [rights]);
}

export function useSignOut(): () => Promise<void> {
    const client = useQueryClient();
    const navigate = useNavigate();
    return useCallback(async () => {
        await call('POST', '/auth/logout').catch(() => undefined);
        await navigate({ to: '/sign-in', search: {} });
        client.clear();
    }, [client, navigate]);
}
