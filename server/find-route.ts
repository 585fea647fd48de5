import { contract } from '#src/contract/contract.ts';

interface Template {
  path: string;
  parts: string[];
  parameters: ReadonlySet<string>;
  methods: Set<string>;
}

export interface FoundRoute {
  /** The path with its parameters unfilled: what may stand in a log. */
  template: string;
  /** Names of what the path fills in. */
  parameters: ReadonlySet<string>;
  methods: ReadonlySet<string>;
}

/** What describes the API; it is for anybody, and no route of it. */
export const DOCUMENTS: readonly string[] = ['/openapi.json', '/reference', '/reference.css'];

/** Every path of the contract and of the documents, by its number of parts; what is spelled out comes before what is a parameter. */
const templates = readTemplates();

/** The contract's route at a path below `/api`, or null. */
export function findRoute(path: string): FoundRoute | null {
  const parts = partsOf(path);
  const found = templates[parts.length]?.find((template) =>
    template.parts.every((part, at) => part === parts[at] || (isParameter(part) && parts[at] !== '')),
  );
  return found ? { template: found.path, parameters: found.parameters, methods: found.methods } : null;
}

/** The methods of a route as `Allow` lists them. */
export function allowOf({ methods }: FoundRoute): string {
  return [...methods, ...(methods.has('GET') ? ['HEAD'] : [])].join(', ');
}

function partsOf(path: string): string[] {
  return path.split('/').slice(1);
}

function readTemplates(): Template[][] {
  const read: Template[][] = [];
  for (const procedure of Object.values(contract)) {
    const { method = 'POST', path = '/' } = procedure['~orpc'].route;
    const parts = partsOf(path);
    const alike = (read[parts.length] ??= []);
    const known = alike.find((template) => template.path === path);
    if (known) known.methods.add(method);
    else {
      const parameters = new Set(parts.filter(isParameter).map((part) => part.slice(1, -1)));
      alike.push({ path, parts, parameters, methods: new Set([method]) });
    }
  }
  for (const path of DOCUMENTS) {
    const parts = partsOf(path);
    (read[parts.length] ??= []).push({ path, parts, parameters: new Set(), methods: new Set(['GET']) });
  }
  for (const alike of read) alike?.sort((one, other) => fixed(other) - fixed(one));
  return read;
}

function isParameter(part: string): boolean {
  return part.startsWith('{');
}

function fixed({ parts }: Template): number {
  return parts.filter((part) => !isParameter(part)).length;
}
