import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, signIn, test } from './fixtures';

const themes = ['light', 'dark'] as const;

async function findings(page: Page): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page }).analyze();
    return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) =>
            nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
        );
}

async function newestScan(page: Page): Promise<{ id: string; case_id: string }> {
    const query = 'file_type=eq.intraoral_scan&status=eq.processed&order=uploaded_at.desc&limit=1';
    const ask = async () =>
        (await (await page.request.get(`/api/v1/case_files?${query}`)).json()) as { id: string; case_id: string }[];
    await expect.poll(async () => (await ask()).length, { timeout: 60_000 }).toBe(1);
    const [scan] = await ask();
    if (!scan) throw new Error('There is no scan.');
    return scan;
}

for (const theme of themes) {
    test(`axe finds nothing serious in the ${theme} theme`, async ({ page, technician, shot }) => {
        await page.emulateMedia({ colorScheme: theme });
        await page.goto('/sign-in');
        await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
        expect(await findings(page)).toEqual([]);

        await signIn(page, technician);
        await expect(page.getByRole('table')).toBeVisible();
        expect(await findings(page)).toEqual([]);
        await shot(`40-cases-${theme}`);

        await page.keyboard.press('n');
        await expect(page.getByRole('dialog', { name: 'New case' })).toBeVisible();
        expect(await findings(page)).toEqual([]);
        await shot(`41-new-case-${theme}`);
        await page.keyboard.press('Escape');

        const scan = await newestScan(page);
        await page.goto(`/cases/${scan.case_id}`);
        await expect(page.getByText('Work on the scan finished').first()).toBeVisible();
        expect(await findings(page)).toEqual([]);
        await shot(`42-case-${theme}`);

        await page.goto(`/cases/${scan.case_id}/scans/${scan.id}`);
        await expect(page.getByRole('application')).toHaveAttribute('data-ready', 'true', { timeout: 30_000 });
        for (const tab of ['Teeth', 'Quality', 'Files']) {
            await page.getByRole('tab', { name: tab }).click();
            expect(await findings(page)).toEqual([]);
            await shot(`43-scan-${tab.toLowerCase()}-${theme}`);
        }
        await page.getByRole('button', { name: 'Keys' }).click();
        await expect(page.getByRole('dialog')).toBeVisible();
        expect(await findings(page)).toEqual([]);

        await page.goto('/nowhere');
        await expect(page.getByRole('heading', { name: 'Not found' })).toBeVisible();
        expect(await findings(page)).toEqual([]);
    });
}

test('everything fits a phone', async ({ page, technician, shot }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const wider = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    await signIn(page, technician);
    await expect(page.getByRole('table')).toBeVisible();
    expect(await wider()).toBe(0);
    await shot('50-phone-cases');
    const scan = await newestScan(page);
    await page.goto(`/cases/${scan.case_id}`);
    await expect(page.getByText('Work on the scan finished').first()).toBeVisible();
    expect(await wider()).toBe(0);
    await shot('51-phone-case');
    await page.goto(`/cases/${scan.case_id}/scans/${scan.id}`);
    await expect(page.getByRole('application')).toHaveAttribute('data-ready', 'true', { timeout: 30_000 });
    expect(await wider()).toBe(0);
    await shot('52-phone-scan');
});

test('the description of the API can be browsed', async ({ page, shot }) => {
    await page.goto('/api/docs');
    await expect(page.getByRole('heading', { name: /Cuspid/ }).first()).toBeVisible();
    await expect(page.getByText('/api/v1/cases/{id}/advance').first()).toBeVisible();
    await page.getByLabel('Resource').selectOption('patients');
    await expect(page.getByText('/api/v1/patients/{id}/history').first()).toBeVisible();
    await shot('60-api');
});

test('the page asks nobody but its own server, and breaks no rule of its security policy', async ({
    page,
    server,
    technician,
}) => {
    const strange: string[] = [];
    page.on('request', (request) => {
        const { origin, protocol } = new URL(request.url());
        if (origin !== new URL(server.url).origin && protocol.startsWith('http')) strange.push(request.url());
    });
    page.on('console', (message) => {
        if (/Content Security Policy/i.test(message.text())) strange.push(message.text());
    });
    await signIn(page, technician);
    const scan = await newestScan(page);
    await page.goto(`/cases/${scan.case_id}/scans/${scan.id}`);
    await expect(page.getByRole('application')).toHaveAttribute('data-ready', 'true', { timeout: 30_000 });
    await page.goto('/api/docs');
    await expect(page.getByRole('heading', { name: /Cuspid/ }).first()).toBeVisible();
    expect(strange).toEqual([]);
});
