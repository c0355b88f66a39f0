// Tests of the annotation step: it inverts, merges and survives JSON.
import { Step } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { AnnotationStep } from '../../../../renderer/editor/plugins/annotationStep.ts';
import { schema } from '../../../../shared/briefing/schema.ts';
import { doc, p } from '../../../builders.ts';
import { annotation } from '../harbour.ts';

const [one, two, three] = ['1', '2', '3'].map((body) => annotation('n', { body }));

describe('an annotation step', () => {
  it('leaves the document as it is', () => {
    const drawn = doc(p('a'));
    expect(new AnnotationStep('n', null, one ?? null).apply(drawn).doc).toBe(drawn);
  });

  it('inverts and merges with one of the same annotation only', () => {
    const first = new AnnotationStep('n', one ?? null, two ?? null);
    const second = new AnnotationStep('n', two ?? null, three ?? null);
    expect(first.invert()).toEqual(new AnnotationStep('n', two ?? null, one ?? null));
    expect(first.merge(second)).toEqual(new AnnotationStep('n', one ?? null, three ?? null));
    expect(first.merge(new AnnotationStep('m', null, one ?? null))).toBe(null);
  });

  it('survives JSON, and refuses what is no change of an annotation', () => {
    const step = new AnnotationStep('n', null, one ?? null);
    expect(Step.fromJSON(schema, JSON.parse(JSON.stringify(step.toJSON())))).toEqual(step);
    expect(() => Step.fromJSON(schema, { stepType: 'chanceryAnnotation', id: 'n', before: 3, after: null })).toThrow(
      RangeError,
    );
  });
});
