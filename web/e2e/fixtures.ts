import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { type Link, openLink } from './link';
import { type Account, type Server, scanFile, startServer } from './server';

const shots = path.resolve(import.meta.dirname, '../test-results/shots');

interface OfWorker {
    server: Server;
    /** A scan to drop: its path, and whether it is a real one. */
    scan: { file: string; real: boolean; name: string };
}

interface OfTest {
    /** A technician, an administrator of the same practice, and one of another. */
    technician: Account;
    admin: Account;
    stranger: Account;
    /** A connection to the server that can be slowed and cut. */
    link: Link;
    shot: (name: string) => Promise<void>;
}

export const test = base.extend<OfTest, OfWorker>({
    server: [
        // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
        async ({}, use) => {
            const server = await startServer();
            await use(server);
            await server.stop();
        },
        { scope: 'worker', timeout: 150_000 },
    ],
    scan: [
        // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
        async ({}, use) => {
            const folder = mkdtempSync(path.join(tmpdir(), 'cuspid-scan-'));
            const scan = scanFile(folder);
            await use({ ...scan, name: path.basename(scan.file) });
            rmSync(folder, { recursive: true, force: true });
        },
        { scope: 'worker' },
    ],
    baseURL: async ({ server }, use) => use(server.url),
    technician: async ({ server }, use) => use(account(server, 'technician')),
    admin: async ({ server }, use) => {
        const { tenant } = account(server, 'technician');
        await use(account({ users: server.users.filter((user) => user.tenant === tenant) }, 'admin'));
    },
    stranger: async ({ server }, use) => {
        const { tenant } = account(server, 'technician');
        const found = server.users.find((user) => user.tenant !== tenant && user.role === 'admin');
        if (!found) throw new Error('The demo has no second practice.');
        await use(found);
    },
    link: async ({ server }, use) => {
        const link = await openLink(server.url);
        await use(link);
        await link.close();
    },
    shot: async ({ page }, use) => {
        mkdirSync(shots, { recursive: true });
        await use(async (name) => {
            await page.screenshot({ path: path.join(shots, `${name}.png`), animations: 'disabled' });
        });
    },
});

function account(server: Pick<Server, 'users'>, role: string): Account {
    const found = server.users.find((user) => user.role === role);
    if (!found) throw new Error(`The demo has no ${role}.`);
    return found;
}

export async function signIn(page: Page, user: Account): Promise<void> {
    await page.goto('/sign-in');
    await page.getByLabel('E-mail address').fill(user.email);
    await page.getByLabel('Password', { exact: true }).fill(user.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('heading', { name: 'Cases', level: 1 })).toBeVisible();
}

/** Makes a case and stays on its page. */
export async function newCase(page: Page, title: string): Promise<void> {
    await page.goto('/cases');
    await page.getByRole('button', { name: 'New case' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'New case' });
    await dialog.getByLabel('Title').fill(title);
    await dialog.getByRole('button', { name: 'Create case' }).click();
    await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
    await expect(page.getByText('Drop a scan anywhere on this page')).toBeVisible();
}

/** Drops files on the page as a mouse would. */
export async function drop(page: Page, files: { name: string; bytes: Buffer }[]): Promise<void> {
    const transfer = await page.evaluateHandle(
        (dropped) => {
            const data = new DataTransfer();
            for (const { name, base64 } of dropped) {
                const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
                data.items.add(new File([bytes], name, { lastModified: 1 }));
            }
            return data;
        },
        files.map(({ name, bytes }) => ({ name, base64: bytes.toString('base64') })),
    );
    await page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer });
    await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

export { expect };
