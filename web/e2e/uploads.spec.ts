import { readFileSync } from 'node:fs';
import { drop, expect, network, newCase, signIn, test } from './fixtures';

const slow = 120_000;

test.beforeEach(async ({ page, technician }) => {
    await signIn(page, technician);
});

test('an upload is paused, goes on where it stopped, and arrives', async ({ page, scan, shot }) => {
    await newCase(page, 'Paused upload');
    const offsets: number[] = [];
    page.on('request', (request) => {
        if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset']));
    });
    const set = await network(page);
    await set({ bytesPerSecond: slow });
    await drop(page, [{ name: scan.name, bytes: readFileSync(scan.file) }]);
    const upload = page.getByRole('region', { name: `Upload of ${scan.name}` });
    await expect(upload.getByText(/Sending, [1-9]\d* kB/)).toBeVisible({ timeout: 20_000 });
    await upload.getByRole('button', { name: 'Pause' }).click();
    await expect(upload.getByText(/^Paused/)).toBeVisible();
    await shot('20-paused');
    await set({});
    await upload.getByRole('button', { name: 'Resume' }).click();
    await expect(page.getByRole('article', { name: `Scan ${scan.name}` })).toBeVisible({ timeout: 30_000 });
    expect(offsets.length).toBeGreaterThanOrEqual(2);
    expect(offsets.at(-1)).toBeGreaterThan(0);
});

test('a broken connection mends by itself', async ({ page, scan }) => {
    await newCase(page, 'Broken connection');
    const set = await network(page);
    await set({ bytesPerSecond: slow });
    await drop(page, [{ name: scan.name, bytes: readFileSync(scan.file) }]);
    const upload = page.getByRole('region', { name: `Upload of ${scan.name}` });
    await expect(upload.getByText(/Sending, [1-9]\d* kB/)).toBeVisible({ timeout: 20_000 });
    await set({ offline: true });
    await expect(upload.getByText(/Connection lost, trying again/)).toBeVisible({ timeout: 20_000 });
    await set({});
    await expect(page.getByRole('article', { name: `Scan ${scan.name}` })).toBeVisible({ timeout: 60_000 });
});

test('a cancelled upload leaves nothing behind', async ({ page, scan }) => {
    await newCase(page, 'Cancelled upload');
    const set = await network(page);
    await set({ bytesPerSecond: slow });
    await drop(page, [{ name: scan.name, bytes: readFileSync(scan.file) }]);
    const upload = page.getByRole('region', { name: `Upload of ${scan.name}` });
    await expect(upload.getByText(/Sending, [1-9]\d* kB/)).toBeVisible({ timeout: 20_000 });
    await upload.getByRole('button', { name: 'Cancel' }).click();
    await expect(upload).toBeHidden();
    await set({});
    await page.reload();
    await expect(page.getByText('Drop a scan anywhere on this page')).toBeVisible();
});

test('a file that is no scan says why', async ({ page, shot }) => {
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

test('work is cancelled and begun again', async ({ page, scan, shot }) => {
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
