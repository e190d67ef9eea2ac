import 'swagger-ui-dist/swagger-ui.css';
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import SwaggerUI from 'swagger-ui-dist/swagger-ui-es-bundle.js';
import { useTitle } from '../lib/useTitle';

type Operation = { tags?: string[] };
type Description = { paths: Record<string, Record<string, Operation>> } & Record<string, unknown>;

/** The names under which operations are grouped, sorted. */
function tagsOf(description: Description): string[] {
    const tags = Object.values(description.paths).flatMap((path) =>
        Object.values(path).flatMap((operation) => operation.tags ?? []),
    );
    return [...new Set(tags)].sort();
}

/** The description with the paths of one group alone: all of them at once are too many for a page. */
function only(description: Description, tag: string): Description {
    const paths = Object.entries(description.paths).filter(([, path]) =>
        Object.values(path).some((operation) => operation.tags?.includes(tag)),
    );
    return { ...description, paths: Object.fromEntries(paths) };
}

/** The description of the API, browsable by resource; requests made from it carry the session's cookie. */
export function ApiDocs() {
    const place = useRef<HTMLDivElement>(null);
    const [tag, setTag] = useState(() => new URLSearchParams(window.location.search).get('resource') ?? 'cases');
    const description = useQuery({
        queryKey: ['openapi'],
        queryFn: async () => (await (await fetch('/api/v1/openapi.json')).json()) as Description,
        staleTime: Number.POSITIVE_INFINITY,
    });
    const tags = useMemo(() => (description.data ? tagsOf(description.data) : [tag]), [description.data, tag]);
    useTitle('API');
    useEffect(() => {
        if (!description.data) return;
        SwaggerUI({
            domNode: place.current,
            spec: only(description.data, tag),
            deepLinking: true,
            docExpansion: 'list',
            requestInterceptor: (request) => {
                request.headers['X-Requested-With'] = 'cuspid';
                return request;
            },
        });
    }, [description.data, tag]);
    const choose = (chosen: string) => {
        window.history.replaceState(null, '', `?resource=${chosen}`);
        setTag(chosen);
    };
    return (
        <main className="api-docs">
            <h1 className="visually-hidden">Cuspid API</h1>
            <NativeSelect
                label="Resource"
                data={tags}
                value={tag}
                onChange={(event) => choose(event.currentTarget.value)}
                m="md"
                maw={360}
            />
            {description.isError && <p role="alert">The description could not be loaded. Reload the page.</p>}
            <div ref={place} />
        </main>
    );
}
