import { contract } from '#src/contract/contract.ts';

interface Template {
  path: string;
  parts: string[];
  methods: Set<string>;
}

export interface FoundRoute {
  /** The path with its parameters unfilled: what may stand in a log. */
  template: string;
  methods: ReadonlySet<string>;
}

/** Every path of the contract, by its number of parts; what is spelled out comes before what is a parameter. */
const templates = readTemplates();

/** The contract's route at a path below `/api`, or null. */
export function findRoute(path: string): FoundRoute | null {
  const parts = partsOf(path);
  const found = templates[parts.length]?.find((template) =>
    template.parts.every((part, at) => part === parts[at] || (isParameter(part) && parts[at] !== '')),
  );
  return found ? { template: found.path, methods: found.methods } : null;
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
    else alike.push({ path, parts, methods: new Set([method]) });
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
