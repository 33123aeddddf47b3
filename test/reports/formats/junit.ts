import { readFileSync } from 'node:fs';
import { validateXML } from 'xmllint-wasm';
import { junit } from '../../../reports/junit.ts';
import type { FormatCase, Told } from '../../support/format-case.ts';

const schemas = ['jenkins-junit-10.xsd', 'windyroad-JUnit.xsd'].map((fileName) => ({
  fileName,
  contents: readFileSync(new URL(`../../schemas/junit/${fileName}`, import.meta.url), 'utf8'),
}));

const testCases =
  /<testcase [^>]*classname="([^"]*)"[^>]*?(?:\/>|>\s*<(failure|error|skipped)[\s\S]*?<\/testcase>)/g;

/** Green is what has nothing inside, red what has a failure or an error. */
function casesOf(text: string) {
  return [...text.matchAll(testCases)].map(([whole, classname = '', element]) => ({
    isFinding: classname !== 'srm-scan.coverage',
    id: / ([0-9a-f]{20,24})" time=/.exec(whole)?.[1] ?? '',
    element,
  }));
}

function takenFor(element: string | undefined): Told['as'] {
  if (element === undefined) return 'pass';
  return element === 'failure' ? 'fail' : 'neither';
}

export const junitCase: FormatCase = {
  reporter: junit,
  isForPeople: true,
  faults: async (text) => {
    const told = await Promise.all(
      schemas.map(async (schema) => {
        const { errors } = await validateXML({
          xml: { fileName: 'junit.xml', contents: text },
          schema,
          initialMemoryPages: 2048,
          maxMemoryPages: 16_384,
        });
        return errors;
      }),
    );
    const cases = casesOf(text);
    const said = (name: string) => Number(new RegExp(` ${name}="(\\d+)"`).exec(text)?.[1]);
    const counted = (element: string) => cases.filter((each) => each.element === element).length;
    const wrong = [
      ['tests', cases.length],
      ['failures', counted('failure')],
      ['errors', counted('error')],
      ['skipped', counted('skipped')],
    ].filter(([name, count]) => said(String(name)) !== count);
    return [...told.flat(), ...wrong];
  },
  told: (text) =>
    casesOf(text).flatMap(({ isFinding, id, element }) =>
      isFinding ? [{ id, as: takenFor(element) }] : [],
    ),
};
