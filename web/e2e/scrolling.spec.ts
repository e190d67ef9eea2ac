import { expect, signIn, test } from './fixtures';

const rows = 100_000;
const pageRows = 5_000;

/** A patient that never was: the number is in its id, its name and its birthday. */
function patient(number: number): Record<string, unknown> {
    const digits = number.toString(16).padStart(12, '0');
    return {
        id: `01900000-0000-7000-8000-${digits}`,
        tenant_id: '01900000-0000-7000-8000-000000000000',
        version: 1,
        created_at: '2026-03-10T11:59:40Z',
        created_by: null,
        updated_at: '2026-03-10T11:59:40Z',
        updated_by: null,
        deleted_at: null,
        deleted_by: null,
        is_deleted: false,
        user_id: null,
        first_name: `First ${number % 977}`,
        middle_name: null,
        last_name: `Last ${number}`,
        preferred_name: null,
        dob: `19${String(number % 100).padStart(2, '0')}-0${(number % 9) + 1}-11`,
        deceased_on: null,
        sex_at_birth: number % 2 ? 'female' : 'male',
        contact_email: `${number}@mail.example`,
        phone_mobile: null,
        status: ['active', 'inactive', 'deceased'][number % 3],
    };
}

// Recording the page would be most of what is measured.
test.use({ trace: 'off' });

test('a hundred thousand loaded rows scroll without filling the page', async ({ page, admin }) => {
    await page.route(/\/api\/v1\/patients\?/, async (route) => {
        const url = new URL(route.request().url());
        const from = Number(url.searchParams.get('cursor') ?? 0);
        const next = from + pageRows;
        await route.fulfill({
            json: Array.from({ length: pageRows }, (_, index) => patient(from + index)),
            headers: {
                'Content-Range': `0-${pageRows - 1}/${rows}`,
                ...(next < rows && { Link: `</api/v1/patients?cursor=${next}>; rel="next"` }),
            },
        });
    });
    await signIn(page, admin);
    await page.goto('/data/patients');
    const grid = page.getByRole('grid');
    await expect(grid).toBeVisible();
    await expect
        .poll(
            () =>
                grid.evaluate((element) => {
                    element.scrollTo(0, element.scrollHeight);
                    return Number(element.dataset.loaded);
                }),
            { timeout: 90_000, intervals: [50] },
        )
        .toBe(rows);

    // Script, style and layout: what the page itself works, without the painting that a machine without a graphics card does as well.
    const meter = await page.context().newCDPSession(page);
    await meter.send('Performance.enable');
    const worked = async () => {
        const { metrics } = await meter.send('Performance.getMetrics');
        const named = ['ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration'];
        return metrics.reduce((sum, { name, value }) => sum + (named.includes(name) ? 1000 * value : 0), 0);
    };
    const before = await worked();
    const frames = await grid.evaluate(async (element) => {
        element.scrollTo(0, 0);
        const lengths: number[] = [];
        let most = 0;
        const frame = () => new Promise<number>((seen) => requestAnimationFrame(seen));
        let before = await frame();
        for (let step = 0; step < 240; step += 1) {
            // A fast wheel, then jumps through the whole table.
            element.scrollBy(0, step < 180 ? 120 : element.scrollHeight / 60);
            const now = await frame();
            lengths.push(now - before);
            before = now;
            most = Math.max(most, element.querySelectorAll('[data-index]').length);
        }
        const told = (some: number[]) => {
            const sorted = some.toSorted((a, b) => a - b);
            const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1);
            const late = sorted.filter((length) => length > 18).length;
            return `${at(0.5)} ms a frame, 95 % within ${at(0.95)} ms, ${late} of ${sorted.length} late`;
        };
        const cells = element.querySelectorAll('[role=gridcell]').length;
        return { most, cells, wheel: told(lengths.slice(0, 180)), jumps: told(lengths.slice(180)) };
    });
    const work = ((await worked()) - before) / 240;
    process.stdout.write(
        `scrolling ${rows} rows: ${work.toFixed(1)} ms of work a frame; by the wheel ${frames.wheel}; in jumps ${frames.jumps}; ` +
            `${frames.most} rows and ${frames.cells} cells in the page\n`,
    );
    expect(frames.most).toBeLessThan(90);
    expect(frames.cells).toBeLessThan(1500);

    await grid.evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await expect(page.getByText(`Last ${rows - 1}`, { exact: true })).toBeVisible();
    await grid.focus();
    await page.keyboard.press('Control+Home');
    await expect(page.getByText('Last 0', { exact: true })).toBeVisible();
});
