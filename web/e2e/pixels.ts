import type { Page } from '@playwright/test';

/** How many of twelve hues take up at least a 200th of the coloured part of a picture: what is blank or grey has none. */
export async function hueCount(page: Page, png: Buffer): Promise<number> {
    return page.evaluate(async (base64) => {
        const image = new Image();
        image.src = `data:image/png;base64,${base64}`;
        await image.decode();
        const canvas = document.createElement('canvas');
        canvas.width = image.width;
        canvas.height = image.height;
        const pen = canvas.getContext('2d');
        if (!pen) return 0;
        pen.drawImage(image, 0, 0);
        const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
        const hues = new Array<number>(12).fill(0);
        let coloured = 0;
        for (let i = 0; i < data.length; i += 4) {
            const [r, g, b] = [data[i] ?? 0, data[i + 1] ?? 0, data[i + 2] ?? 0];
            const [high, low] = [Math.max(r, g, b), Math.min(r, g, b)];
            if (high - low < 40) continue;
            const span = high - low;
            const sixth = high === r ? ((g - b) / span + 6) % 6 : high === g ? (b - r) / span + 2 : (r - g) / span + 4;
            const hue = Math.floor(sixth * 2) % 12;
            hues[hue] = (hues[hue] ?? 0) + 1;
            coloured += 1;
        }
        return hues.filter((count) => count > coloured / 200).length;
    }, png.toString('base64'));
}
