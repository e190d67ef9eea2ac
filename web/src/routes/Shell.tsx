import { Menu, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { IconApi, IconChevronDown, IconLogout } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { useLiveChanges } from '../lib/api/events';
import { meQuery } from '../lib/api/queries';
import type { Me } from '../lib/api/types';
import { useSignOut } from '../lib/session';
import { Brand } from '../lib/ui/Brand';
import { ThemeToggle } from '../lib/ui/ThemeToggle';
import classes from './Shell.module.css';

/** The frame round every page of a signed-in person. */
export function Shell() {
    const me = useQuery(meQuery).data;
    const live = useLiveChanges();
    return (
        <div className={classes.shell}>
            <a className="skip-link" href="#main">
                Skip to the content
            </a>
            <header className={classes.header}>
                <Link to="/cases" search={{}} className={classes.home} aria-label="Cuspid: to the cases">
                    <Brand />
                </Link>
                <nav className={classes.nav} aria-label="Main">
                    <Link to="/cases" search={{}} className={classes.navLink} activeProps={{ 'data-active': true }}>
                        Cases
                    </Link>
                    {me && readsMore(me) && (
                        <Link to="/data" className={classes.navLink} activeProps={{ 'data-active': true }}>
                            Data
                        </Link>
                    )}
                </nav>
                <div className={classes.right}>
                    {!live && (
                        <Tooltip label="The connection for live changes is broken; it is being tried again.">
                            <span className="tone tone-amber tone-dot" role="status">
                                Reconnecting
                            </span>
                        </Tooltip>
                    )}
                    <ThemeToggle />
                    {me && <PersonMenu me={me} />}
                </div>
            </header>
            <main id="main" className={classes.main} tabIndex={-1}>
                <Outlet />
            </main>
        </div>
    );
}

/** Whether there is more than cases to look at. */
function readsMore(me: Me): boolean {
    return Object.entries(me.rights).some(([resource, verbs]) => resource !== 'cases' && verbs.includes('read'));
}

function PersonMenu({ me }: { me: Me }) {
    const signOut = useSignOut();
    return (
        <Menu position="bottom-end" width={240}>
            <Menu.Target>
                <UnstyledButton className={classes.person} aria-label={`Account of ${me.user.full_name}`}>
                    <span className={classes.initials} aria-hidden="true">
                        {initials(me.user.full_name)}
                    </span>
                    <span className={classes.personName}>
                        <Text span size="sm" fw={550} truncate>
                            {me.user.full_name}
                        </Text>
                        <Text span size="xs" c="dimmed" truncate>
                            {me.tenant.name}
                        </Text>
                    </span>
                    <IconChevronDown size={14} aria-hidden="true" />
                </UnstyledButton>
            </Menu.Target>
            <Menu.Dropdown>
                <Menu.Label>
                    {me.user.email}
                    <br />
                    {me.tenant.name}, {me.roles.join(', ')}
                </Menu.Label>
                <Menu.Divider />
                <Menu.Item leftSection={<IconApi size={16} />} component="a" href="/api/docs" target="_blank">
                    API documentation
                </Menu.Item>
                <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void signOut()}>
                    Sign out
                </Menu.Item>
            </Menu.Dropdown>
        </Menu>
    );
}

function initials(name: string): string {
    const words = name.split(/\s+/).filter(Boolean);
    return ((words[0]?.[0] ?? '') + (words.length > 1 ? (words.at(-1)?.[0] ?? '') : '')).toUpperCase();
}
