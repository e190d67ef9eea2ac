import { useEffect, useRef, useState } from 'react';

/** Takes files that are dropped anywhere on the page; says whether some are being held over it. */
export function usePageDrop(enabled: boolean, onDrop: (files: File[]) => void): boolean {
    const [dragging, setDragging] = useState(false);
    const latest = useRef(onDrop);
    latest.current = onDrop;
    useEffect(() => {
        if (!enabled) return;
        // The pointer enters a child before it leaves its parent: only the balance says whether it is still over the page.
        let depth = 0;
        const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
        const listeners: [keyof WindowEventMap, (event: DragEvent) => void][] = [
            [
                'dragenter',
                (event) => {
                    if (!hasFiles(event)) return;
                    depth += 1;
                    setDragging(true);
                },
            ],
            [
                'dragleave',
                () => {
                    depth = Math.max(0, depth - 1);
                    if (depth === 0) setDragging(false);
                },
            ],
            [
                'dragover',
                (event) => {
                    if (hasFiles(event)) event.preventDefault();
                },
            ],
            [
                'drop',
                (event) => {
                    depth = 0;
                    setDragging(false);
                    if (!event.dataTransfer || !hasFiles(event)) return;
                    event.preventDefault();
                    const files = [...event.dataTransfer.items]
                        .filter((item) => item.kind === 'file' && !item.webkitGetAsEntry()?.isDirectory)
                        .flatMap((item) => item.getAsFile() ?? []);
                    if (files.length > 0) latest.current(files);
                },
            ],
        ];
        for (const [name, listener] of listeners) window.addEventListener(name, listener as EventListener);
        return () => {
            for (const [name, listener] of listeners) window.removeEventListener(name, listener as EventListener);
        };
    }, [enabled]);
    return dragging;
}
