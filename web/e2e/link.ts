import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { Transform } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';

/** A connection between browser and server that can be slow and can break: what the developer tools call slow is not. */
export interface Link {
    url: string;
    /** Passes no more than this on to the server from now on; no limit where it is not said. */
    slow(bytesPerSecond?: number): void;
    /** Breaks every connection and takes no new ones until it is mended. */
    cut(): void;
    mend(): void;
    close(): Promise<void>;
}

export async function openLink(serverUrl: string): Promise<Link> {
    const { hostname, port } = new URL(serverUrl);
    const sockets = new Set<Socket>();
    let rate = Number.POSITIVE_INFINITY;
    let broken = false;

    const keep = (socket: Socket) => {
        sockets.add(socket);
        socket.on('error', () => undefined);
        socket.on('close', () => sockets.delete(socket));
    };
    const front = createServer((near) => {
        keep(near);
        if (broken) {
            near.resetAndDestroy();
            return;
        }
        const far = connect(Number(port), hostname);
        keep(far);
        const throttle = new Transform({
            async transform(chunk: Buffer, _encoding, done) {
                if (Number.isFinite(rate)) await pause((1000 * chunk.length) / rate);
                done(null, chunk);
            },
        });
        near.pipe(throttle).pipe(far);
        far.pipe(near);
        near.on('close', () => far.destroy());
        far.on('close', () => near.destroy());
    });
    await new Promise<void>((ready) => front.listen(0, '127.0.0.1', ready));
    return {
        url: `http://127.0.0.1:${(front.address() as AddressInfo).port}`,
        slow(bytesPerSecond = Number.POSITIVE_INFINITY) {
            rate = bytesPerSecond;
        },
        cut() {
            broken = true;
            for (const socket of sockets) socket.resetAndDestroy();
        },
        mend() {
            broken = false;
        },
        async close() {
            for (const socket of sockets) socket.destroy();
            await new Promise((closed) => front.close(closed));
        },
    };
}
