import { Button, Stack, Text, Title } from '@mantine/core';
import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { ApiError } from '../api/client';
import { sentence } from './format';

/** What to tell a person of any thrown thing. */
export function messageOf(error: unknown): string {
    return error instanceof Error ? sentence(error.message) : 'Something went wrong.';
}

interface Props {
    error: unknown;
    /** Tried again on request; without it there is nothing to try. */
    retry?: () => void;
}

/** Stands where something could not be shown: what happened, and what one can do. */
export function Failure({ error, retry }: Props) {
    if (error instanceof ApiError && error.status === 404) return <NotFound />;
    const requestId = error instanceof ApiError ? error.requestId : undefined;
    return (
        <Stack align="center" gap="xs" py={64} px="md" role="alert">
            <Title order={2} size="h4">
                This could not be loaded
            </Title>
            <Text c="dimmed" ta="center" maw={460}>
                {messageOf(error)}
            </Text>
            {requestId && (
                <Text size="xs" c="dimmed">
                    Request {requestId}
                </Text>
            )}
            {retry && (
                <Button variant="default" onClick={retry} mt="xs">
                    Try again
                </Button>
            )}
        </Stack>
    );
}

export function NotFound() {
    return (
        <Stack align="center" gap="xs" py={64} px="md">
            <Title order={1} size="h4">
                Not found
            </Title>
            <Text c="dimmed" ta="center" maw={420}>
                There is nothing here that you may see.
            </Text>
            <Button component={Link} to="/cases" variant="default" mt="xs">
                To the cases
            </Button>
        </Stack>
    );
}

export function RouteError({ error, reset }: ErrorComponentProps) {
    return <Failure error={error} retry={reset} />;
}
