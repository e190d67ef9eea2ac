import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { drop, expect, newCase, signIn, test } from './fixtures';

/** Large enough not to vanish in the buffers between browser and server. */
const large = { name: 'large.bin', mimeType: 'application/octet-stream', buffer: Buffer.alloc(24_000_000, 'Cuspid.') };
const slowly = 6_000_000;

test.describe('over a connection that is slow', () => {
    test.use({ baseURL: async ({ link }, use) => use(link.url) });

    test.beforeEach(async ({ page, link, technician }) => {
        await signIn(page, technician);
        await newCase(page, 'Large upload');
        link.slow(slowly);
        await page.getByLabel('Files to add to the case').setInputFiles(large);
        await expect(upload(page).getByText(/Sending, [1-9]\d? MB|Sending, [1-9]\.\d MB/)).toBeVisible({
            timeout: 30_000,
        });
    });

    test('an upload is paused, goes on where it stopped, and arrives', async ({ page, link, shot }) => {
        const offsets: number[] = [];
        page.on('request', (request) => {
            if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset']));
        });
        await upload(page).getByRole('button', { name: 'Pause' }).click();
        await expect(upload(page).getByText(/^Paused/)).toBeVisible();
        await shot('20-paused');
        link.slow();
        await upload(page).getByRole('button', { name: 'Resume' }).click();
        await arrived(page);
        expect(offsets.at(-1)).toBeGreaterThan(0);
    });

    test('a broken connection mends by itself', async ({ page, link }) => {
        link.cut();
        await expect(upload(page).getByText(/Connection lost, trying again/)).toBeVisible({ timeout: 20_000 });
        link.mend();
        link.slow();
        await arrived(page);
    });

    test('an upload goes on after the page was left', async ({ page, link, shot }) => {
        await page.getByRole('link', { name: 'Cases', exact: true }).first().click();
        await expect(page.getByRole('heading', { name: 'Cases', level: 1 })).toBeVisible();
        await page.goBack();
        await expect(upload(page)).toBeVisible();
        link.slow();
        await arrived(page);
        await shot('23-arrived');
    });

    test('a cancelled upload leaves nothing behind', async ({ page, link }) => {
        const given = page.waitForResponse(
            (answer) => answer.request().method() === 'DELETE' && answer.status() === 204,
        );
        await upload(page).getByRole('button', { name: 'Cancel' }).click();
        await expect(upload(page)).toBeHidden();
        link.slow();
        await given;
        await page.reload();
        await expect(page.getByText('Drop a scan anywhere on this page')).toBeVisible();
    });
});

function upload(page: Page) {
    return page.getByRole('region', { name: `Upload of ${large.name}` });
}

/** The file is in the list of the case, whole. */
async function arrived(page: Page): Promise<void> {
    const download = page.getByRole('link', { name: `Download ${large.name}` });
    await expect(download).toBeVisible({ timeout: 60_000 });
    const answer = await page.request.get((await download.getAttribute('href')) ?? '');
    expect((await answer.body()).equals(large.buffer)).toBe(true);
}

test('a file that is no scan says why', async ({ page, technician, shot }) => {
    await signIn(page, technician);
    await newCase(page, 'Broken file');
    const broken = Buffer.from('ply\nformat ascii 1.0\nelement vertex 3\nproperty float x\nend_header\nnot numbers\n');
    await drop(page, [
        { name: 'broken.ply', bytes: broken },
        { name: 'notes.txt', bytes: Buffer.from('Shade A2, please.') },
    ]);
    const card = page.getByRole('article', { name: 'Scan broken.ply' });
    await expect(card.getByRole('alert')).toBeVisible({ timeout: 60_000 });
    await expect(card.getByRole('button', { name: 'Try again' })).toBeVisible();
    await expect(page.getByText('notes.txt').first()).toBeVisible();
    await shot('21-failed');
});

test('work is cancelled and begun again', async ({ page, technician, scan, shot }) => {
    await signIn(page, technician);
    await newCase(page, 'Cancelled work');
    const bytes = readFileSync(scan.file);
    // Several scans in line, so that the last one is certain to be waiting or at work when it is cancelled.
    await drop(
        page,
        ['a', 'b', 'c', 'd'].map((letter) => ({ name: `${letter}-${scan.name}`, bytes })),
    );
    const card = page.getByRole('article', { name: `Scan d-${scan.name}` });
    await card.getByRole('button', { name: 'Cancel' }).click({ timeout: 30_000 });
    await expect(card.getByText('Cancelled', { exact: true })).toBeVisible({ timeout: 30_000 });
    await shot('22-cancelled');
    await card.getByRole('button', { name: 'Try again' }).click();
    await expect(card.getByRole('link', { name: 'Open in 3D', exact: true })).toBeVisible({ timeout: 100_000 });
});
