import { Alert, Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconAlertCircle, IconBuildingHospital } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ApiError, post } from '../lib/api/client';
import { meQuery } from '../lib/api/queries';
import type { SignedIn, Tenant } from '../lib/api/types';
import { Brand } from '../lib/ui/Brand';
import { messageOf } from '../lib/ui/Failure';
import { ThemeToggle } from '../lib/ui/ThemeToggle';
import { useTitle } from '../lib/useTitle';
import classes from './SignIn.module.css';

export function SignIn() {
    const [email, setEmail] = useState('');
    const [password, setPassword] = useState('');
    const [practices, setPractices] = useState<Tenant[] | null>(null);
    const [busy, setBusy] = useState<string | null>(null);
    const [problem, setProblem] = useState<string | null>(null);
    const { next } = useSearch({ from: '/sign-in' });
    const navigate = useNavigate();
    const router = useRouter();
    const client = useQueryClient();

    useTitle('Sign in');

    async function enter() {
        client.clear();
        await client.fetchQuery(meQuery);
        if (next) router.history.push(next);
        else await navigate({ to: '/cases', search: {} });
    }

    async function signIn(tenant?: Tenant) {
        setBusy(tenant?.id ?? 'form');
        setProblem(null);
        try {
            const answer = await post<SignedIn>('/auth/login', {
                email: email.trim(),
                password,
                ...(tenant && { tenant: tenant.id }),
            });
            if (!tenant && answer.tenants.length > 1) setPractices(answer.tenants);
            else await enter();
        } catch (error) {
            setProblem(
                error instanceof ApiError && error.code === 'wrong_credentials'
                    ? 'The e-mail address or the password is not right.'
                    : messageOf(error),
            );
        } finally {
            setBusy(null);
        }
    }

    function submit(event: FormEvent) {
        event.preventDefault();
        void signIn();
    }

    return (
        <div className={classes.page}>
            <div className={classes.corner}>
                <ThemeToggle />
            </div>
            <main className={classes.panel}>
                <Brand />
                {practices ? (
                    <Stack gap="sm">
                        <Title order={1} size="h3">
                            Which practice?
                        </Title>
                        {practices.map((practice) => (
                            <Button
                                key={practice.id}
                                variant="default"
                                size="md"
                                justify="flex-start"
                                leftSection={<IconBuildingHospital size={18} />}
                                loading={busy === practice.id}
                                disabled={busy !== null}
                                onClick={() => void signIn(practice)}
                            >
                                {practice.name}
                            </Button>
                        ))}
                        <Button variant="subtle" color="gray" onClick={() => setPractices(null)}>
                            Back
                        </Button>
                    </Stack>
                ) : (
                    <form onSubmit={submit} noValidate>
                        <Stack gap="md">
                            <Title order={1} size="h3">
                                Sign in
                            </Title>
                            <TextInput
                                label="E-mail address"
                                type="email"
                                name="email"
                                autoComplete="username"
                                autoFocus
                                required
                                withAsterisk={false}
                                value={email}
                                onChange={(event) => setEmail(event.currentTarget.value)}
                            />
                            <PasswordInput
                                label="Password"
                                name="password"
                                autoComplete="current-password"
                                required
                                withAsterisk={false}
                                value={password}
                                onChange={(event) => setPassword(event.currentTarget.value)}
                            />
                            {problem && (
                                <Alert color="red" icon={<IconAlertCircle size={18} />} role="alert" variant="light">
                                    <Text size="sm">{problem}</Text>
                                </Alert>
                            )}
                            <Button type="submit" loading={busy === 'form'} disabled={!email.trim() || !password}>
                                Sign in
                            </Button>
                        </Stack>
                    </form>
                )}
            </main>
        </div>
    );
}
