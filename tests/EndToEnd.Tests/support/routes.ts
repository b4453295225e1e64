import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';

const APP = resolve(import.meta.dirname, '../../../client-angular/src/app');

/** Every address of the page as its route tables have it ("/trainings/:id"), in their order; what only leads on is none. */
export function routesOfThePage(): string[] {
  return readdirSync(APP, { recursive: true, encoding: 'utf8' })
    .filter((file) => /routes\.ts$/.test(file))
    .flatMap((file) =>
      pathsIn(ts.createSourceFile(file, readFileSync(join(APP, file), 'utf8'), ts.ScriptTarget.Latest, true)),
    );
}

/** The route that an address belongs to: the first that fits, as the router chooses. */
export function routeOf(address: string, routes: string[]): string | undefined {
  const path = address.split('?')[0] ?? '';
  return routes.find((route) => new RegExp(`^${route.replace(/:\w+/g, '[^/]+')}$`).test(path));
}

function pathsIn(node: ts.Node): string[] {
  const inside: string[] = [];
  ts.forEachChild(node, (child) => void inside.push(...pathsIn(child)));
  if (!ts.isObjectLiteralExpression(node)) return inside;
  const value = (name: string): ts.Expression | undefined =>
    node.properties.filter(ts.isPropertyAssignment).find((property) => property.name.getText() === name)?.initializer;
  const path = value('path');
  return path && ts.isStringLiteral(path) && path.text !== '**' && value('loadComponent') && !value('children')
    ? [`/${path.text}`, ...inside]
    : inside;
}
