import { readFileSync } from 'node:fs';
import { drop, expect, newCase, signIn, test } from './fixtures';
import { hueCount } from './pixels';

interface Row {
    id: string;
    fdi: number | null;
    label: string;
}

test('a technician drops a scan and sees numbered teeth', async ({ page, technician, scan, shot }) => {
    await page.goto('/');
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await shot('01-sign-in');
    await signIn(page, technician);
    await shot('02-cases');

    await newCase(page, 'Crown on 26, shade A2');
    await shot('03-new-case');
    await drop(page, [{ name: scan.name, bytes: readFileSync(scan.file) }]);
    const card = page.getByRole('article', { name: `Scan ${scan.name}` });
    const stages = card.getByRole('list', { name: 'Stages' });
    await expect(stages.getByText('Segment')).toBeVisible();
    await shot('04-working');
    await expect(card.getByRole('link', { name: 'Open in 3D', exact: true })).toBeVisible({ timeout: 60_000 });
    await expect(card.getByText('Upper jaw')).toBeVisible();
    await shot('05-processed');

    await card.getByRole('link', { name: 'Open in 3D', exact: true }).click();
    await page.waitForURL('**/scans/*');
    const view = page.getByRole('application');
    await expect(view).toHaveAttribute('data-ready', 'true', { timeout: 30_000 });

    const fileId = page.url().split('/').at(-1);
    const segments = (await (await page.request.get(`/api/v1/segments?case_file_id=eq.${fileId}`)).json()) as Row[];
    const teeth = segments.filter((segment) => segment.fdi !== null).map((segment) => String(segment.fdi));
    expect(teeth.length).toBeGreaterThanOrEqual(10);
    expect(teeth.every((fdi) => /^[1256]/.test(fdi))).toBe(true);

    // Every tooth that the API knows is labelled in the picture, which is in colours.
    const labels = view.locator('[data-label]');
    await expect.poll(async () => (await labels.allTextContents()).sort()).toEqual([...teeth].sort());
    await expect.poll(() => labels.filter({ visible: true }).count()).toBeGreaterThanOrEqual(teeth.length - 2);
    expect(await hueCount(page, await view.screenshot())).toBeGreaterThanOrEqual(5);
    await shot('06-viewer');

    const first = teeth[3] ?? '';
    await page.getByRole('button', { name: `Hide ${first}`, exact: true }).click();
    await expect(labels.filter({ hasText: new RegExp(`^${first}$`) })).toBeHidden();
    await expect(page.getByRole('button', { name: `Show ${first}`, exact: true })).toBeVisible();
    await shot('07-one-hidden');

    await view.focus();
    await page.keyboard.press('a');
    await expect(page.getByRole('button', { name: `Hide ${first}`, exact: true })).toBeVisible();
    for (const [key, name] of [
        ['2', 'front'],
        ['3', 'left'],
        ['4', 'right'],
    ] as const) {
        await page.keyboard.press(key);
        await page.waitForTimeout(400);
        await shot(`08-${name}`);
    }
    await page.keyboard.press('n');
    await page.keyboard.press('i');
    await expect.poll(() => labels.filter({ visible: true }).count()).toBe(1);
    await page.keyboard.press('f');
    await page.waitForTimeout(300);
    await shot('09-alone');
    await page.keyboard.press('a');
    await page.keyboard.press('1');

    await page.getByRole('tab', { name: 'Quality' }).click();
    await expect(page.getByRole('img', { name: /Score \d+ of 100/ })).toBeVisible();
    await shot('10-quality');
    await page.getByRole('tab', { name: 'Files' }).click();
    await expect(page.getByRole('link', { name: /GLB/ })).toBeVisible();

    await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link').nth(1).click();
    const trail = page.getByRole('complementary', { name: 'History' });
    await expect(trail.getByText('Case created')).toBeVisible();
    await expect(trail.getByText(/File added/).first()).toBeVisible();
    await expect(trail.getByText('Work on the scan finished')).toBeVisible();
    await expect(trail.getByText(technician.email).first()).toBeVisible();
    await shot('11-history');
});

test('two places are measured in millimetres', async ({ page, technician, shot }) => {
    await signIn(page, technician);
    await openAnyScan(page);
    const view = page.getByRole('application');
    await view.focus();
    await page.keyboard.press('m');
    const box = await view.boundingBox();
    if (!box) throw new Error('The view has no size.');
    const teeth = view.locator('[data-label]').filter({ visible: true });
    for (const at of [0, -1]) {
        const label = await teeth.nth(at).boundingBox();
        if (!label) throw new Error('A label has no place.');
        await page.mouse.click(label.x + label.width / 2, label.y + label.height / 2);
    }
    await shot('12-measure');
    const distances = page.getByRole('region', { name: 'Distances' });
    await expect(distances.getByText(/^\d+\.\d\d mm$/)).toBeVisible();
    await shot('12-measure');
    await page.keyboard.press('Backspace');
    await expect(distances.getByText(/mm$/)).toBeHidden();
});

test('a picture of the view can be saved', async ({ page, technician }) => {
    await signIn(page, technician);
    await openAnyScan(page);
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save a picture' }).click();
    const file = await (await saved).path();
    expect(readFileSync(file).subarray(1, 4).toString()).toBe('PNG');
});

test('without WebGL the picture and the table are still there', async ({ page, technician, shot }) => {
    await page.addInitScript(() => {
        HTMLCanvasElement.prototype.getContext = () => null;
    });
    await signIn(page, technician);
    await openAnyScan(page, false);
    await expect(page.getByText('This browser cannot show 3D')).toBeVisible();
    await expect(page.getByRole('table')).toBeVisible();
    await shot('13-no-webgl');
});

/** Opens the newest scan that is ready. */
async function openAnyScan(page: import('@playwright/test').Page, drawn = true): Promise<void> {
    const query = 'file_type=eq.intraoral_scan&status=eq.processed&order=uploaded_at.desc&limit=1';
    await expect
        .poll(async () => ((await (await page.request.get(`/api/v1/case_files?${query}`)).json()) as unknown[]).length)
        .toBe(1);
    const [scan] = (await (await page.request.get(`/api/v1/case_files?${query}`)).json()) as {
        id: string;
        case_id: string;
    }[];
    await page.goto(`/cases/${scan?.case_id}/scans/${scan?.id}`);
    if (drawn) await expect(page.getByRole('application')).toHaveAttribute('data-ready', 'true', { timeout: 30_000 });
}
