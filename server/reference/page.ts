import { generalRefusals } from '#src/contract/problems.ts';
import type { Role } from '#src/domain/permission.ts';
import type { Relation } from '#src/domain/place.ts';
import type { ApiDocument, Operation } from './document.ts';
import { fieldList, schemaAnchor, typeOf, type Shape } from './fields.ts';
import { html, joined, type Html } from './html.ts';
import { introduction } from './introduction.ts';
import { problemWords } from './problem-words.ts';

const ROLES: Record<Role, string> = {
  villageCadre: 'village cadre',
  office: 'office',
  leaderStaff: 'leader’s staff',
  auditor: 'auditor',
  administrator: 'administrator',
};

interface Told {
  path: string;
  method: string;
  operation: Operation;
}

const anchorOf = (operation: Operation): string => `route-${operation.operationId}`;

function where(relations: readonly Relation[]): string {
  const below = relations.includes('child');
  if (!relations.includes('own')) return 'below their place';
  return below ? 'at their place and below' : 'at their own place';
}

function whoMay(operation: Operation): Html {
  if (operation['x-action'] === 'anyone') return html`<p>Who may: anybody, without signing in.</p>`;
  const roles = Object.entries(operation['x-roles']) as [Role, readonly Relation[]][];
  const people = roles.map(([role, relations]) => `${ROLES[role]} (${where(relations)})`).join(', ');
  const programs = operation.security.some((one) => 'token' in one);
  return html`<p>Who may: ${people}. ${programs ? 'Also with a token.' : 'Not with a token.'}</p>`;
}

const code = (name: string, status: number, words: string): Html =>
  html`<dt><code>${name}</code> <span class="soft">${status}</span></dt>
    <dd>${words}</dd>`;

/** The codes that are a route's own; the general ones are told once. */
function refusals({ responses }: Operation): Html {
  const own = Object.entries(responses).flatMap(([status, response]) =>
    'x-codes' in response
      ? Object.entries(response['x-codes'])
          .filter(([name]) => !(name in generalRefusals))
          .map(([name, words]) => code(name, Number(status), words))
      : [],
  );
  const general = html`<p class="soft"><a href="#general">Any route’s refusals</a> come on top.</p>`;
  return own.length > 0
    ? html`<h4>Refusals</h4>
        <dl>${own}</dl>
        ${general}`
    : html`<h4>Refusals</h4>
        ${general}`;
}

function asked({ parameters = [], requestBody }: Operation): Html {
  const inAddress = parameters.map(
    ({ name, in: place, required, schema }) =>
      html`<li>
        <code>${name}</code> ${typeOf(schema as Shape)}
        <span class="soft">in the ${place}${required ? '' : ', optional'}</span>
      </li>`,
  );
  const body = requestBody ? fieldList(requestBody.content['application/json'].schema as Shape) : html``;
  if (inAddress.length === 0 && !requestBody) return html``;
  return html`<h4>Request</h4>
    ${
      inAddress.length > 0
        ? html`<ul class="fields">
            ${inAddress}
          </ul>`
        : ''
    }${body}`;
}

function answered({ responses }: Operation): Html {
  const found = Object.entries(responses).find(([status]) => status.startsWith('2'));
  const schema = found?.[1].content?.['application/json'].schema as Shape | undefined;
  if (!found || !schema) return html``;
  const inner = schema.type === 'array' ? html`<p>A list.</p>` : html``;
  return html`<h4>Answer <span class="soft">${found[0]}</span></h4>
    ${inner}${fieldList(schema)}`;
}

const section = ({ path, method, operation }: Told): Html =>
  html`<section id="${anchorOf(operation)}">
    <h3><code>${method} ${path}</code></h3>
    <p>${operation.summary}</p>
    ${whoMay(operation)} ${asked(operation)} ${answered(operation)} ${refusals(operation)}
  </section> `;

/** The document for people: one page of static markup, made from the document alone. */
export function referencePage(document: ApiDocument): string {
  const told = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Told => ({
      path,
      method: method.toUpperCase(),
      operation,
    })),
  );
  const chapters = document.tags.map((tag) => ({
    ...tag,
    routes: told.filter(({ operation }) => operation.tags.includes(tag.name)),
  }));
  const contents = chapters.map(
    ({ name, routes }) =>
      html`<li>
        ${name}
        <ul>
          ${routes.map(
            ({ path, method, operation }) =>
              html`<li>
                <a href="#${anchorOf(operation)}"><code>${method} ${path}</code></a>
              </li>`,
          )}
        </ul>
      </li>`,
  );
  const schemas = Object.entries(document.components.schemas).map(
    ([name, schema]) =>
      html`<section id="${schemaAnchor(name)}">
        <h3>${name}</h3>
        <p>${(schema as Shape).description ?? ''}</p>
        ${fieldList(schema as Shape)}
      </section> `,
  );
  const general = Object.entries(generalRefusals).map(([name, { status }]) =>
    code(name, status, problemWords[name as keyof typeof generalRefusals]),
  );
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>${document.info.title}: the API</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href="reference.css" />
      </head>
      <body>
        <header>
          <h1>${document.info.title}: the API</h1>
          <p>
            Version ${document.info.version}. The same for programs:
            <a href="openapi.json">openapi.json</a> (OpenAPI ${document.openapi}).
          </p>
        </header>
        <main>
          ${introduction}
          <section id="general">
            <h2>Any route’s refusals</h2>
            <dl>${general}</dl>
          </section>
          <nav aria-label="Routes">
            <h2>Routes</h2>
            <ul class="contents">
              ${contents}
            </ul>
          </nav>
          ${joined(
            chapters.map(
              ({ name, description, routes }) =>
                html`<h2>${name}</h2>
                  <p>${description}</p>
                  ${routes.map(section)}`,
            ),
            '\n',
          )}
          <h2>What has a name</h2>
          ${schemas}
        </main>
      </body>
    </html> `.text;
}
