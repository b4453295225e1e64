import { describe, expect, it } from 'vitest';
import { filled } from './text-transpiler';

describe('texts', () => {
  const waiting = '{{count}} {count:person is|people are} still waiting for {{title}}.';

  it('take the words for one or for many, also for a count that is written already', () => {
    expect(filled(waiting, { count: 1, title: 'K3' })).toBe('1 person is still waiting for K3.');
    expect(filled(waiting, { count: '1', title: 'K3' })).toBe('1 person is still waiting for K3.');
    expect(filled(waiting, { count: '1.834', title: 'K3' })).toBe('1.834 people are still waiting for K3.');
    expect(filled(waiting, { count: 0, title: 'K3' })).toBe('0 people are still waiting for K3.');
  });

  it('take values as they are, whatever is in them', () => {
    expect(filled('“{{title}}”', { title: '{{title}} {count:a|b} $& <b>' })).toBe('“{{title}} {count:a|b} $& <b>”');
  });

  it('leave out what is not there', () => {
    expect(filled('{{name}}!', {})).toBe('!');
  });
});
