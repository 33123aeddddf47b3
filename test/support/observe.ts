export * from '../../src/testing/observe.ts';
