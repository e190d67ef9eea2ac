import 'swagger-ui-dist/swagger-ui.css';
import { useEffect, useRef } from 'react';
import SwaggerUI from 'swagger-ui-dist/swagger-ui-es-bundle.js';
import { useTitle } from '../lib/useTitle';

/** The description of the API, browsable; requests made from it carry the session's cookie. */
export function ApiDocs() {
    const place = useRef<HTMLDivElement>(null);
    useTitle('API');
    useEffect(() => {
        SwaggerUI({
            domNode: place.current,
            url: '/api/v1/openapi.json',
            deepLinking: true,
            docExpansion: 'none',
            requestInterceptor: (request) => {
                request.headers['X-Requested-With'] = 'cuspid';
                return request;
            },
        });
    }, []);
    return (
        <main className="api-docs">
            <h1 className="visually-hidden">Cuspid API</h1>
            <div ref={place} />
        </main>
    );
}
